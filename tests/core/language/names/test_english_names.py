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
        ("Guests filled the [LOC Selby Opera House].", "Selby Opera House", "LOC"),
        ("The talks were on the [LOC Quill Bank].", "Quill Bank", "LOC"),
        ("The [LOC Lantern Office] has two doors.", "Lantern Office", "LOC"),
        ("The [ORG District of Selby Court of Appeals] sat.", "District of Selby Court of Appeals", "ORG"),
        ("They heard [ORG Peter Quill KC], prosecuting.", "Peter Quill", "PER"),
        ("They heard [PER Ada Lind OBE] sing.", "Ada Lind", "PER"),
        ("They saw [ORG Sporting Selby KC] win.", "Sporting Selby KC", "ORG"),
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


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("They met Ada of [ORG Quill] & [ORG Orme].", "Quill & Orme"),
        ("The [ORG Coopers] and [ORG Millers Union] met.", "Coopers and Millers Union"),
    ],
)
def test_a_name_cut_at_a_joint_is_one(marked: str, name: str) -> None:
    assert (name, "ORG") in found(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "They met [PER Quill] & [PER Orme].",
        "The [LOC Netherlands] and [ORG Millers Union] met.",
        "The [ORG Coopers] and [ORG Millers Union] met. Then Coopers left.",
        "The [ORG QRS] and [ORG Millers Union] met. Later QRS left.",
        "For [ORG Coopers] and [ORG Millers Union] it was late.",
    ],
)
def test_two_names_at_a_joint_stay_two(marked: str) -> None:
    assert len(found(marked)) == 2


def test_capitals_before_a_noun_for_bodies_are_one_where_the_sentence_says_the():
    nlp = load_pipeline("en")
    for text, body in (
        ("They asked the Ferry Fares Commission for help.", "Ferry Fares Commission"),
        ("She runs the town's Reed Basket Initiative.", "Reed Basket Initiative"),
    ):
        doc = nlp(text)
        doc.ents = ()
        assert names(nlp.get_pipe("lesart_english_names")(doc)) == [(body, "ORG")]


@pytest.mark.parametrize(
    "text",
    ["Friendly Service", "They praised Friendly Service.", "Ask the Harbour Office Clerk, they said."],
)
def test_capitals_of_headings_and_of_longer_titles_are_no_bodies(text: str) -> None:
    nlp = load_pipeline("en")
    doc = nlp(text)
    doc.ents = ()
    assert names(nlp.get_pipe("lesart_english_names")(doc)) == []


def test_a_whole_body_takes_no_more_words():
    doc = load_pipeline("en")(
        "He signed for the Elm Ferry Corporation Pledge, and two Treasury Department Veterans left."
    )
    assert {"Elm Ferry Corporation Pledge", "Treasury Department Veterans"}.isdisjoint(
        ent.text for ent in doc.ents
    )


def test_a_town_is_its_club_where_a_result_is_told() -> None:
    doc = found("[ORG Selby United] won 2-1. [LOC Selby] led, and fans in [LOC Selby] sang.")
    assert [label for _, label in doc] == ["ORG", "ORG", "LOC"]


def test_without_a_result_a_town_is_a_town() -> None:
    assert found("[ORG Selby United] trains. [LOC Selby] pays.")[1] == ("Selby", "LOC")


def test_adjectives_of_parties_and_plurals_are_no_names() -> None:
    doc = load_pipeline("en")("Ada Lind, the Conservative peer, met three Republican senators at Elm Park.")
    assert {"Conservative", "Republican"}.isdisjoint(ent.text for ent in doc.ents)
