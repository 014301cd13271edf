# ruff: noqa: E501 - the paragraphs of the article stand as they are read
"""An article with the constructs of tabloid news, read by the bundled pipeline: each statement, its cue, its speaker."""

from functools import cache

import pytest

from core.analysis.analysis import Quote, QuoteType
from core.analyzer.analyze import analyze
from core.articles.texts import plain_article
from core.language.pipeline import GERMAN

needs_model = pytest.mark.skipif(not GERMAN.exists(), reason="the German model is not there")

TEXT = """\
Windhuk/ Lagos – Der Druck auf Präsident Samuel Okoro (61) wächst! Am Abend hieß es, seine Familie sei bereits außer Landes.

Fest steht: Außenminister Piet Maas (55) hat mit Okoro telefoniert. Dabei soll Maas dem Despoten „sichere Passage“ zugesichert haben, falls er bis Freitag abtritt. Das Außenamt bestätigte das am Sonntag.

Senatorin Ruth Halvorsen (47) sagte im Sender NRK, dass Island als Zuflucht geprüft worden sei. Flieht der Wüstenfürst am Ende in das „Eispalast-Resort“ von Olaf Brekke?

Maas selbst blieb am Flughafen wortkarg. „Ich nenne keine Einzelheiten, weil ich niemanden gefährden will“, sagte er. „Es war ein kurzes Gespräch.“

Außenminister Piet Maas steht am Flughafen den Reportern gegenüber: „Es war ein kurzes Gespräch...“

Okoro drohte erst gestern, mit 300 Panzern „fremde Einmischung“ abzuwehren. Am Samstag warnte Maas, die Fischer sollten die Bucht meiden.

Maas hat seinen Wählern versprochen, keine Soldaten zu schicken. Doch ein Embargo allein könnte der Palast überstehen, sagt etwa die Forscherin Anna Lindqvist von der „Nordsee-Akademie“: „Embargos treffen zuerst die Märkte, aber sie treffen nie den Palast.“ Zieht Maas die Schiffe ab, stünde Okoro „wie ein Sieger“ da, so der „Kap-Bote“.

Zum „lachenden Dritten“ könnte Brekke werden.
"""


@cache
def quotes() -> tuple[Quote, ...]:
    return analyze(plain_article(TEXT, "sample")).quotes


def words(spans: tuple[tuple[int, int], ...]) -> str:
    return " … ".join(TEXT[start:end] for start, end in spans)


STATEMENTS = [
    ("indirect", "seine Familie sei bereits außer Landes", "hieß es", ""),
    (
        "free-indirect",
        "Dabei soll Maas dem Despoten „sichere Passage“ zugesichert haben, falls er bis Freitag abtritt.",
        "",
        "",
    ),
    ("reported", "bestätigte das am Sonntag", "bestätigte", "Das Außenamt"),
    ("indirect", "dass Island als Zuflucht geprüft worden sei", "sagte", "Senatorin Ruth Halvorsen (47)"),
    ("direct", "„Ich nenne keine Einzelheiten, weil ich niemanden gefährden will“", "sagte", "er"),
    ("direct", "„Es war ein kurzes Gespräch.“", "", "er"),
    ("direct", "„Es war ein kurzes Gespräch...“", "", "Außenminister Piet Maas"),
    ("indirect", "mit 300 Panzern „fremde Einmischung“ abzuwehren", "drohte", "Okoro"),
    ("indirect", "die Fischer sollten die Bucht meiden", "warnte", "Maas"),
    ("indirect", "keine Soldaten zu schicken", "hat … versprochen", "Maas"),
    (
        "indirect",
        "Doch ein Embargo allein könnte der Palast überstehen",
        "sagt",
        "die Forscherin Anna Lindqvist von der „Nordsee-Akademie“",
    ),
    (
        "direct",
        "„Embargos treffen zuerst die Märkte, aber sie treffen nie den Palast.“",
        "sagt",
        "die Forscherin Anna Lindqvist von der „Nordsee-Akademie“",
    ),
    ("indirect", "Zieht Maas die Schiffe ab, stünde Okoro „wie ein Sieger“ da", "so", "der „Kap-Bote“"),
]


@needs_model
@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda statement: statement[1][:30])
def test_every_statement_is_found_with_its_cue_and_speaker(statement):
    found = [
        (
            quote.type.value,
            words(quote.spans),
            words(quote.cue.spans) if quote.cue else "",
            words(quote.speaker.spans) if quote.speaker else "",
        )
        for quote in quotes()
    ]
    assert statement in found


@needs_model
def test_nothing_else_is_direct_speech():
    direct = [quote for quote in quotes() if quote.type is QuoteType.DIRECT]
    assert len(direct) == sum(kind == "direct" for kind, *_ in STATEMENTS)


@needs_model
def test_part_quotes_are_the_verbatim_words_of_their_quote():
    verbatim = {words((span,)) for quote in quotes() for span in quote.verbatim}
    assert {"„sichere Passage“", "„fremde Einmischung“", "„wie ein Sieger“"} <= verbatim
    assert not {"„Eispalast-Resort“", "„Nordsee-Akademie“", "„lachenden Dritten“"} & verbatim


@needs_model
def test_the_caption_leads_to_the_quote_that_it_repeats():
    by_id = {quote.id: quote for quote in quotes()}
    (caption,) = [quote for quote in quotes() if quote.repeats]
    assert words(caption.spans) == "„Es war ein kurzes Gespräch...“"
    assert words(by_id[caption.repeats].spans) == "„Es war ein kurzes Gespräch.“"
