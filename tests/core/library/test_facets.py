"""What a list of articles can be narrowed to, and what is left of it then."""

from dataclasses import replace

import pytest

from core.analysis import Actor, ActorKind, Analysis, Quote, QuoteType, Speaker
from core.annotations import Annotation
from core.articles import Publication
from core.articles.texts import plain_article
from core.library.index.facets import Facet, Field, narrowed
from core.library.index.query import Choice
from core.library.states import State


def article(name, site, words="Der Wind dreht."):
    made = plain_article(f"{name}\n\n{words}\n", f"{name}.txt")
    return replace(made, publication=Publication(site=site))


DYKE, FERRY, LOCK = (
    article("Deich", "Küstenblick"),
    article("Fähre", "Küstenblick"),
    article("Schleuse", "Öland"),
)


def spoken(name):
    quote = Quote("q1", QuoteType.DIRECT, ((0, 3),), "r", 0.9, Speaker((), name, "a1"))
    actors = (Actor("a1", name, ActorKind.PERSON), Actor("a2", "Silke Stumm", ActorKind.PERSON))
    return Analysis(pipeline="p", language="de", actors=actors, quotes=(quote,))


@pytest.fixture
def filled(library):
    for each in (DYKE, FERRY, LOCK):
        library.add(each)
    library.save(DYKE, Annotation.new(None, ("Hafen",)))
    library.save(LOCK, Annotation.new(None, ("hafen/kran", "frist")))
    library.keep_analysis(DYKE, spoken("Ada Lind"))
    library.keep_analysis(LOCK, spoken("Ada Lind"))
    library.keep_analysis(FERRY, spoken("Lind"))
    return library


def titles(library, choice):
    return sorted(each.title for each in library.records(library.article_numbers(choice)))


def test_every_source_tag_and_speaker_is_there_with_a_count(filled):
    assert filled.facets(Choice()) == [
        Facet(Field.SOURCE, "Küstenblick", 2),
        Facet(Field.SOURCE, "Öland", 1),
        Facet(Field.TAG, "frist", 1),
        Facet(Field.TAG, "Hafen", 1),
        Facet(Field.TAG, "hafen/kran", 1),
        Facet(Field.SPEAKER, "Ada Lind", 2),
    ]


def test_a_field_is_counted_as_if_it_did_not_narrow_the_list_itself(filled):
    found = filled.facets(narrowed(Choice(), Field.SOURCE, "Öland"))
    assert [each.articles for each in found if each.field is Field.SOURCE] == [2, 1]
    assert [each for each in found if each.field is not Field.SOURCE] == [
        Facet(Field.TAG, "frist", 1),
        Facet(Field.TAG, "hafen/kran", 1),
        Facet(Field.SPEAKER, "Ada Lind", 1),
    ]


@pytest.mark.parametrize(
    ("field", "value", "left"),
    [
        (Field.SOURCE, "Küstenblick", ["Deich", "Fähre"]),
        (Field.SOURCE, "Küsten", []),
        (Field.TAG, "hafen", ["Deich", "Schleuse"]),
        (Field.TAG, "Hafen/Kran", ["Schleuse"]),
        (Field.SPEAKER, "Ada Lind", ["Deich", "Schleuse"]),
    ],
)
def test_a_list_is_narrowed_and_comes_back(filled, field, value, left):
    choice = narrowed(Choice(), field, value)
    assert titles(filled, choice) == left
    assert narrowed(choice, field, "") == Choice()


def test_archived_articles_count_only_where_they_are_asked_for(filled):
    filled.set_state(DYKE.key, State.ARCHIVED)
    assert Facet(Field.SPEAKER, "Ada Lind", 1) in filled.facets(Choice())
    assert Facet(Field.SPEAKER, "Ada Lind", 1) in filled.facets(Choice(states=(State.ARCHIVED,)))
    filled.remove(LOCK.key)
    assert [each.value for each in filled.facets(Choice())] == ["Küstenblick"]


def test_the_name_of_a_source_is_found_however_it_is_spelt(filled):
    for part in ("öland", "OEL", "land"):
        assert titles(filled, Choice(outlet=part)) == ["Schleuse"], part


def test_the_next_new_article_is_one_of_those_left(filled):
    choice = narrowed(Choice(), Field.SOURCE, "Öland")
    assert filled.next_unread(DYKE.key, choice).title == "Schleuse"
    assert filled.next_unread(LOCK.key, choice) is None
    filled.set_state(LOCK.key, State.READ)
    assert filled.next_unread("", choice) is None
    assert filled.next_unread("", Choice(states=(State.READ,))) is not None


def test_the_marks_of_an_article_with_a_tag(filled):
    assert [each.tags for each in filled.marks_with(LOCK.key, "hafen")] == [("hafen/kran", "frist")]
    assert filled.marks_with(FERRY.key, "hafen") == ()


def test_who_wrote_is_there_too_and_narrows_a_list(filled):
    for name, authors in (("Kai", ("Svenja Harms", "Jo Öhler")), ("Kran", ("Svenja Harms",))):
        made = plain_article(f"{name}\n\nNiemand spricht am {name}.\n", f"{name}.txt")
        filled.add(replace(made, publication=Publication(site="Öland", authors=authors)))
    found = filled.facets(Choice())
    assert [each for each in found if each.field is Field.AUTHOR] == [
        Facet(Field.AUTHOR, "Svenja Harms", 2),
        Facet(Field.AUTHOR, "Jo Öhler", 1),
    ]
    assert titles(filled, narrowed(Choice(), Field.AUTHOR, "Svenja Harms")) == ["Kai", "Kran"]
    both = narrowed(narrowed(Choice(), Field.AUTHOR, "Jo Öhler"), Field.SOURCE, "Öland")
    assert titles(filled, both) == ["Kai"]
    assert [each.articles for each in filled.facets(both) if each.field is Field.AUTHOR] == [2, 1]
