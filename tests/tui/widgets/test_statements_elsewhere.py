"""A statement in a list, without its article beside it: what introduces it comes with it."""

from dataclasses import replace
from datetime import date

import pytest

from core.analysis import QuoteType
from core.dossiers.chronicle import Entry, Part, Place
from core.dossiers.writing import to_markdown
from core.library import ArticleRecord
from core.library.dossiers import Dossier
from core.library.index.actors import Said
from core.library.index.searching import Hit, HitKind
from core.library.states import State
from core.translation import use_language
from tui.cli.dossier import render
from tui.model.dossier_words import amounts
from tui.widgets.article_entry import HitEntry
from tui.widgets.dossier_entry import DossierPlot, DossierRow, detail

TODAY = date(2026, 11, 30)
RECORD = ArticleRecord("k", "Am Kap", "kap.txt", "de", "2026-11-30", "2026-11-30", state=State.READ)
WORDS = "dass der Hafen schließt"
DENIED = Said(1, "q1", QuoteType.INDIRECT, ((0, 23),), 0.9, WORDS, "", "Ada Lind", "bestritt")


@pytest.mark.parametrize(
    ("part", "first"),
    [
        (Part.BY, "› bestritt: dass der Hafen schließt"),
        (Part.ABOUT, "← Ada Lind on Werft: bestritt: dass der Hafen schließt"),
    ],
)
def test_in_a_dossier(part: Part, first: str) -> None:
    entry = Entry(part, 0, (Place(RECORD, WORDS, 0, DENIED),))
    assert DossierRow([entry], ["Werft"], TODAY).lines(80)[0].plain.rstrip() == first
    assert "indirect, “bestritt”\ndass der Hafen" in detail(entry, ["Werft"], TODAY).plain


def test_whose_article_came_through_a_pipe_is_said_in_the_language_of_the_reader() -> None:
    use_language("de")
    piped = replace(RECORD, outlet="standard input")
    entry = Entry(Part.BY, 0, (Place(piped, WORDS, 0, DENIED),))
    assert "Standardeingabe" in DossierRow([entry], ["Werft"], TODAY).lines(80)[1].plain
    assert "Standardeingabe" in detail(entry, ["Werft"], TODAY).plain


def test_among_what_was_found() -> None:
    hit = Hit(HitKind.STATEMENT, RECORD, "q1", (0, 23), WORDS, "Ada Lind", type=DENIED.type, cue="bestritt")
    first = HitEntry(hit, None, {}, TODAY).lines(80)[0].plain
    assert first.rstrip() == "› Ada Lind  bestritt: dass der Hafen schließt"


@pytest.mark.parametrize(("language", "words"), [("en", "4,004 statements"), ("de", "4.004 Aussagen")])
def test_thousands_are_set_off_in_every_line_of_a_dossier(language: str, words: str) -> None:
    use_language(language)
    days = (("2026-03-14", 4004), ("2026-03-15", 18))
    dossier = Dossier("Ada Lind", None, (), (), (), articles=2000, statements=4022, days=days)
    assert words in DossierPlot([dossier], date(2026, 3, 16)).lines(90)[-1].plain
    assert words.replace("004", "022") in amounts([dossier])[1]
    assert words.replace("004", "022") in "\n".join(render([dossier]))
    assert words.replace("004", "022") in to_markdown([dossier]).decode("utf-8")
