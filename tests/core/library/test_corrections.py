"""Corrections are kept like every annotation, and are no marks."""

from core.annotations import Anchor, Annotation
from core.annotations.corrections import Rename
from core.library import Library


def test_a_correction_is_kept_and_is_no_mark(folder, library, article):
    start = article.text.index("Ada Lind")
    correction = Annotation.new(
        Anchor.of(article.text, start, start + 8), correction=Rename("Ada Lind", "Ada Lind-Varga")
    )
    library.save(article, correction)
    assert Library(folder).annotations(article) == (correction,)
    assert library.open_article(article).record.annotations == 0
    assert library.articles()[0].annotations == 0
    assert library.tags() == ()
