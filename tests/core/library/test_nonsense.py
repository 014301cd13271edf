"""Files in which any value was replaced by nonsense: nothing is lost, and at worst a sentence says so."""

import contextlib
import json

import pytest

from core.library import Library, LibraryError
from tests.core.library.conftest import make_article, note
from tests.core.library.nonsense import spoilt


@pytest.mark.parametrize("kind", ["annotations", "articles", "states"])
def test_any_value_replaced_by_nonsense_loses_nothing(folder, library, kind, quick):
    article = make_article("Kurz\n")
    saved = library.save(article, note(article, "Kurz"))
    library.open_article(article)
    path = folder / kind / f"{article.key}.json"
    sound = json.loads(path.read_text("utf-8"))
    for content in spoilt(sound):
        path.write_text(content, "utf-8")
        again = Library(folder)
        shelf = again.open_article(article)
        assert (shelf.annotations, shelf.warning) == ((saved,), None)
        assert again.load_article(article.key) == article
        assert [record.key for record in again.articles()] == [article.key]


@pytest.mark.parametrize("kind", ["annotations", "articles", "states"])
def test_nonsense_written_by_hand_is_at_worst_refused_in_a_sentence(folder, library, kind, quick):
    """Without its check sum a file may say anything, also that it is newer; it must not break the program."""
    article = make_article("Kurz\n")
    library.save(article, note(article, "Kurz"))
    library.open_article(article)
    path = folder / kind / f"{article.key}.json"
    sound = json.loads(path.read_text("utf-8"))
    del sound["lesart"]["sha256"], sound["lesart"]["documents"]
    for content in spoilt(sound):
        path.write_text(content, "utf-8")
        again = Library(folder)
        shelf = again.open_article(article)
        assert shelf.warning is None or "newer Lesart" in shelf.warning
        for read in (
            lambda again=again: again.annotations(article),
            lambda again=again: again.load_article(article.key),
            again.articles,
        ):
            with contextlib.suppress(LibraryError):
                read()
        again.tags()
        again.check()
