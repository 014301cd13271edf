"""English names cut, joined and labelled by the words in and around them."""

import pytest

from core.language.pipeline import load_pipeline
from tests.core.language.names.marked import names, run


def found(marked: str) -> list[tuple[str, str]]:
    return names(run("lesart_english_names", marked, language="en"))


@pytest.mark.parametrize(
    ("marked", "name", "label"),
    [
        ("They wrote to [ORG The Quill Post] about it.", "Quill Post", "ORG"),
        ("They met in [LOC Selby's] pub.", "Selby", "LOC"),
        ("The [LOC Elm Department of Ferries] closed.", "Elm Department of Ferries", "ORG"),
        ("The [LOC Quay Water Board] closed.", "Quay Water Board", "ORG"),
        ("The [ORG Selby County] fair closed.", "Selby County", "LOC"),
        ("They won the [ORG Quill Medal].", "Quill Medal", "MISC"),
        ("The [ORG Premier League] begins.", "Premier League", "MISC"),
        ("The [ORG Selby]-based firm closed.", "Selby", "LOC"),
        ("[ORG Beijing] was silent.", "Beijing", "LOC"),
        ("Rain fell in [LOC Selby], Neb., on Monday.", "Neb.", "LOC"),
        ("The [ORG Fisheries] [ORG Union] closed.", "Fisheries Union", "ORG"),
        ("The [ORG QRSU of] [LOC Ohio] closed.".replace(" of]", "] of"), "QRSU of Ohio", "ORG"),
    ],
)
def test_a_name(marked: str, name: str, label: str) -> None:
    assert (name, label) in found(marked)


def test_a_town_is_its_club_where_a_result_is_told() -> None:
    doc = found("[ORG Selby United] won 2-1. [LOC Selby] led, and fans in [LOC Selby] sang.")
    assert [label for _, label in doc] == ["ORG", "ORG", "LOC"]


def test_without_a_result_a_town_is_a_town() -> None:
    assert found("[ORG Selby United] trains. [LOC Selby] pays.")[1] == ("Selby", "LOC")


def test_adjectives_of_parties_and_plurals_are_no_names() -> None:
    doc = load_pipeline("en")("Ada Lind, the Conservative peer, met three Republican senators at Elm Park.")
    assert {"Conservative", "Republican"}.isdisjoint(ent.text for ent in doc.ents)
