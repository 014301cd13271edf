"""What stands on the card of an actor."""

from dataclasses import replace

import pytest

from core.analysis import Actor, ActorKind, Analysis, Form, Label, Mention, Quote, QuoteType, Speaker
from core.analysis.cards import card

TEXT = (
    "Die russische Generalin Olga Weiss (62) schweigt nicht. „Wir bleiben“, sagte Weiss. "
    "Nils Otter, Chef der Reederei Nordlicht, warnte, Weiss habe keinen Plan. Die 44-jährige Ida Rau sieht es anders. "
    "Mit dem Chef der Reederei redet sie nicht."
)


def at(words: str, nth: int = 0) -> tuple[int, int]:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


ANALYSIS = Analysis(
    "x",
    (
        Mention(*at("russische"), Label.LOC, Form.DERIVED, "a2"),
        Mention(*at("Olga Weiss"), Label.PER, Form.NAME, "a1"),
        Mention(*at("Weiss", 1), Label.PER, Form.NAME, "a1"),
        Mention(*at("Nils Otter"), Label.PER, Form.NAME, "a3"),
        Mention(*at("Nordlicht"), Label.ORG, Form.NAME, "a4"),
        Mention(*at("Weiss", 2), Label.PER, Form.NAME, "a1"),
        Mention(*at("Ida Rau"), Label.PER, Form.NAME, "a5"),
    ),
    (
        Actor("a1", "Olga Weiss", ActorKind.PERSON, ("Weiss",), ("russische Generalin",), 62),
        Actor("a2", "Russland", ActorKind.PLACE),
        Actor("a3", "Nils Otter", ActorKind.PERSON, ("Otter",), ("Chef der Reederei Nordlicht", "Kapitän")),
        Actor("a4", "Nordlicht", ActorKind.ORGANISATION),
        Actor("a5", "Ida Rau", ActorKind.PERSON, (), (), 44),
    ),
    (
        Quote(
            "q2", QuoteType.INDIRECT, (at("Weiss habe keinen Plan"),), "r", 0.8, Speaker((), "Otter", "a3")
        ),
        Quote("q1", QuoteType.DIRECT, (at("„Wir bleiben“"),), "r", 0.9, Speaker((), "Weiss", "a1")),
    ),
)


def test_a_card_holds_mentions_and_statements_by_and_about():
    found = card(ANALYSIS, TEXT, "a1")
    assert [mention.span for mention in found.mentions] == [at("Olga Weiss"), at("Weiss", 1), at("Weiss", 2)]
    assert [quote.id for quote in found.statements] == ["q1"]
    assert [quote.id for quote in found.about] == ["q2"]


def test_roles_and_age_come_with_their_words():
    found = card(ANALYSIS, TEXT, "a1")
    assert [(told.what, told.span) for told in found.roles] == [
        ("russische Generalin", at("russische Generalin"))
    ]
    assert (found.age.what, found.age.span) == ("62", at("62"))
    assert card(ANALYSIS, TEXT, "a5").age.span == at("44")


def test_a_role_is_found_in_another_case_and_nearest_to_the_name():
    otter = card(ANALYSIS, TEXT, "a3")
    assert otter.roles[0].span == at("Chef der Reederei Nordlicht")
    assert otter.roles[1].span is None, "a role that stands nowhere leads nowhere"
    oblique = replace(
        ANALYSIS, actors=(Actor("a1", "Olga Weiss", ActorKind.PERSON, (), ("russischer Generalin",)),)
    )
    assert card(oblique, TEXT, "a1").roles[0].span == at("russische Generalin")


@pytest.mark.parametrize(("id", "ties"), [("a1", ["Russland"]), ("a3", ["Nordlicht"]), ("a5", [])])
def test_country_and_employer_are_read_off_the_roles(id: str, ties: list[str]):
    assert [told.what for told in card(ANALYSIS, TEXT, id).ties] == ties


def test_what_the_resolution_tells_somebody_belongs_to_stands_among_the_ties():
    belonging = replace(
        ANALYSIS, actors=(replace(ANALYSIS.actors[2], affiliations=("Nordlicht", "Reederei")),)
    )
    found = card(replace(belonging, actors=(*belonging.actors, *ANALYSIS.actors[3:])), TEXT, "a3")
    assert [told.what for told in found.ties] == ["Nordlicht", "Reederei"]
    assert found.ties[1].span == at("Reederei")


def test_descriptions_stand_once_and_roles_are_none():
    text = "Die Reederin kam. Olga Weiss, die Reederin, blieb; der Reederin und der Generalin war es recht."

    def mention(words: str, nth: int, form: Form = Form.NOMINAL) -> Mention:
        start = -1
        for _ in range(nth + 1):
            start = text.index(words, start + 1)
        return Mention(start, start + len(words), Label.PER, form, "a1")

    mentions = (
        mention("Die Reederin", 0),
        mention("Olga Weiss", 0, Form.NAME),
        mention("die Reederin", 0),
        mention("der Reederin", 0),
        mention("der Generalin", 0),
    )
    analysis = Analysis("x", mentions, (Actor("a1", "Olga Weiss", ActorKind.PERSON, (), ("Generalin",)),))
    assert [(told.what, told.span) for told in card(analysis, text, "a1").descriptions] == [
        ("Die Reederin", mentions[0].span)
    ]


def test_what_is_only_said_again_is_no_statement_more():
    again = replace(ANALYSIS.quotes[1], id="q3", spans=(at("schweigt"),), repeats="q1")
    found = card(replace(ANALYSIS, quotes=(*ANALYSIS.quotes, again)), TEXT, "a1")
    assert [quote.id for quote in found.statements] == ["q1"]


def test_nobody_has_no_card():
    assert card(ANALYSIS, TEXT, "a9") is None


def test_what_a_folded_caption_says_again_is_not_counted():
    folded = (at("Weiss habe keinen Plan"),)
    assert [each.start for each in card(ANALYSIS, TEXT, "a1", folded).mentions] == [
        at("Olga Weiss")[0],
        at("Weiss", 1)[0],
    ]
    assert len(card(ANALYSIS, TEXT, "a1", ((0, len(TEXT)),)).mentions) == 3
