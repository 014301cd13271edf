import pytest

from tests.core.language.names.marked import names, run


@pytest.mark.parametrize(
    "name",
    ["Ruder-WM", "Kiel Open", "Deichpokal", "Deichpokals", "Grand Prix", "Fördefestspiele", "Hafen-Cup"],
)
def test_a_tournament_or_festival_is_an_event(name):
    assert names(run("lesart_events", f"Sie gewann beim [ORG {name}] in [LOC Husum].")) == [
        (name, "MISC"),
        ("Husum", "LOC"),
    ]


def test_the_bare_word_and_bodies_stay_what_they_are():
    doc = run("lesart_events", "Die [ORG WM] und der [ORG Pokalverein] und die [PER Ada Open].")
    assert names(doc) == [("WM", "ORG"), ("Pokalverein", "ORG"), ("Ada Open", "PER")]
