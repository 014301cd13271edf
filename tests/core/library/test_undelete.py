"""Deleted is not gone."""

from core.annotations import Annotation
from core.library import Library
from tests.core.library.conftest import make_article


def test_what_was_deleted_is_listed_the_latest_first_and_comes_back(folder, library, article):
    one = library.save(article, Annotation.new(None, ("kap",), "erste"))
    two = library.save(article, Annotation.new(None, ("hafen",), "zweite"))
    for each in (one, two):
        library.delete(article, each.id)
    again = Library(folder)
    assert [each.annotation for each in again.deletions()] == [two, one]
    assert again.annotations(article) == ()
    assert again.undelete(article.key, one.id) == one
    assert Library(folder).annotations(article) == (one,)
    assert [each.annotation for each in Library(folder).deletions()] == [two]


def test_bringing_back_what_is_there_or_never_was_does_nothing(library, article):
    kept = library.save(article, Annotation.new(None, ("kap",)))
    assert library.undelete(article.key, kept.id) is None
    assert library.undelete(make_article("anders\n").key, "nichts") is None
    assert library.annotations(article) == (kept,)


def test_saving_again_takes_it_out_of_what_was_deleted(library, article):
    kept = library.save(article, Annotation.new(None, ("kap",)))
    library.delete(article, kept.id)
    library.save(article, kept)
    assert library.deletions() == ()
    assert library.annotations(article) == (kept,)


def test_what_was_deleted_is_neither_counted_nor_found(library, article):
    kept = library.save(article, Annotation.new(None, ("kap",), "Leuchtturm"))
    library.delete(article, kept.id)
    assert library.tags() == ()
    assert library.search("Leuchtturm") == ()
    assert [record.annotations for record in library.articles()] == [0]
