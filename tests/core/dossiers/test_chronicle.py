"""Statements of one or two people in time order, each once."""

from dataclasses import replace

import pytest

from core.analysis import Actor, ActorKind, Analysis, Quote, QuoteType, Speaker
from core.articles import Publication
from core.dossiers.chronicle import Part, chronicle, side_by_side
from core.dossiers.months import Amount, Month, months
from core.library import Library
from tests.core.library.conftest import make_article

pytestmark = pytest.mark.usefixtures("quick")


def told(library: Library, day: str, *said: tuple[str, str]) -> None:
    """An article of a day in which people say something."""
    text = f"Vom {day}\n\n" + "".join(f"{name}: {words}\n\n" for name, words in said)
    article = replace(make_article(text, f"{day}.txt"), publication=Publication(published=day))
    names = list(dict.fromkeys(name for name, _ in said))
    actors = tuple(Actor(f"a{at}", name, ActorKind.PERSON) for at, name in enumerate(names))
    quotes = tuple(
        Quote(
            f"q{at}",
            QuoteType.DIRECT,
            ((text.index(words), text.index(words) + len(words)),),
            "r",
            0.9,
            Speaker((), name, f"a{names.index(name)}"),
        )
        for at, (name, words) in enumerate(said)
    )
    library.add(article)
    library.keep_analysis(article, Analysis("x", (), actors, quotes, "de"))


LONG = "„Wir lassen die Kräne stehen, bis der Vertrag unterschrieben ist“"


def test_the_same_statement_is_there_once_with_all_its_places(library):
    told(library, "2026-02-01", ("Ada Lind", LONG.strip("„“").replace(" ist", " sei")))
    told(library, "2026-01-01", ("Ada Lind", LONG), ("Ada Lind", "„Nein.“"))
    told(library, "2026-01-15", ("Ada Lind", LONG), ("Ada Lind", "„Nein.“"))
    entries = chronicle([library.dossier("Ada Lind")])
    assert [(entry.first.record.published, len(entry.places)) for entry in entries] == [
        ("2026-01-01", 3),
        ("2026-01-01", 1),
        ("2026-01-15", 1),
    ]
    assert entries[0].wordings == (LONG, LONG.strip("„“").replace(" ist", " sei"))
    assert entries[1].wordings == ("„Nein.“",)


def test_a_short_statement_is_there_once_too_and_an_article_once_below_it(library):
    short = "Auch der Rat sei informiert"
    told(library, "2026-01-01", ("Ada Lind", short), ("Ada Lind", LONG))
    twice = LONG.strip("„“").replace(" ist", " sei")
    told(library, "2026-01-15", ("Ada Lind", short), ("Ada Lind", LONG), ("Ada Lind", twice))
    entries = {entry.first.words: entry for entry in chronicle([library.dossier("Ada Lind")])}
    assert [len(entries[words].places) for words in (short, LONG)] == [2, 3]
    assert [place.record.published for place in entries[LONG].articles] == ["2026-01-01", "2026-01-15"]


def test_two_people_stand_in_one_order_and_each_statement_is_one_s(library):
    told(library, "2026-01-02", ("Bo Öz", "„Zwei.“"))
    told(library, "2026-01-01", ("Ada Lind", "„Eins.“"))
    told(library, "2026-01-03", ("Ada Lind", "„Drei.“"), ("Bo Öz", "„Vier.“"))
    entries = chronicle([library.dossier("Ada Lind"), library.dossier("Bo Öz")])
    assert [(entry.part, entry.whose, entry.first.words) for entry in entries] == [
        (Part.BY, 0, "„Eins.“"),
        (Part.BY, 1, "„Zwei.“"),
        (Part.BY, 0, "„Drei.“"),
        (Part.BY, 1, "„Vier.“"),
    ]


def test_what_two_people_say_on_the_same_day_is_side_by_side(library):
    told(library, "2026-01-01", ("Ada Lind", "„Eins.“"), ("Ada Lind", "„Anders.“"), ("Bo Öz", "„Zwei.“"))
    told(library, "2026-01-02", ("Bo Öz", "„Drei.“"))
    both = [library.dossier("Ada Lind"), library.dossier("Bo Öz")]
    rows = side_by_side(chronicle(both), 2)
    assert [[each and each.first.words for each in row] for row in rows] == [
        ["„Eins.“", "„Zwei.“"],
        ["„Anders.“", None],
        [None, "„Drei.“"],
    ]
    assert [len(row) for row in side_by_side(chronicle(both[:1]), 1)] == [1, 1]


def test_months_have_how_much_each_says(library):
    told(library, "2026-01-01", ("Ada Lind", "„Eins zwei.“"), ("Bo Öz", "„Drei.“"))
    told(library, "2026-01-31", ("Ada Lind", "„Und vier.“"))
    told(library, "2026-03-01", ("Bo Öz", "„Fünf.“"))
    found = months([library.dossier("Ada Lind"), library.dossier("Bo Öz")])
    assert found == [
        Month("2026-03", (Amount(), Amount(1, 1, 1))),
        Month("2026-01", (Amount(2, 4, 4), Amount(1, 1, 1))),
    ]
