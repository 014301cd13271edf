"""Who speaks where no verb of saying shows it: by a verb left out, by whom something is for, by who acted before."""

import pytest

from core.language.pipeline import GERMAN
from tests.core.quotes.said import direct, found

pytestmark = pytest.mark.skipif(not GERMAN.exists(), reason="the German model is not there")


@pytest.mark.parametrize(
    ("between", "speaker"),
    [
        (", die Gäste", "die Gäste"),
        (", die Gäste am Steg", "die Gäste"),
        (", die Gäste am Steg und im kalten Saal", "Der Wirt"),
        ("; die Gäste", "Der Wirt"),
        (" – die Gäste", "Der Wirt"),
    ],
)
def test_a_verb_is_left_out_right_behind_a_comma(between, speaker):
    text = f"Der Wirt sprach von „leeren Booten“{between} von „vollen Booten“."
    assert direct(text)[-1] == ("„vollen Booten“", speaker)


def test_a_verb_is_left_out_only_behind_other_words_in_marks():
    assert direct("Der Wirt nannte es, die Gäste „volle Boote“.") == [("„volle Boote“", "Der Wirt")]


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("Für die Wirtin keine Frage", "die Wirtin"),
        ("Für die Wirtin kam Jon Berg", "Jon Berg"),
        ("Für das Boot ist klar", ""),
    ],
)
def test_whom_it_is_for_speaks_where_nobody_acts_and_only_a_person(before, speaker):
    assert direct(f"{before}: „Alles muss weg.“") == [("„Alles muss weg.“", speaker)]


@pytest.mark.parametrize(("what", "speaker"), [("die Antwort", "der Wirtin"), ("das Motto", "")])
def test_an_answer_is_of_whoever_it_belongs_to_and_a_motto_of_nobody(what, speaker):
    assert direct(f"„Leinen los“, war {what} der Wirtin.") == [("„Leinen los“", speaker)]


@pytest.mark.parametrize("between", ["Ein Tag am Hafen.", "Was für ein Tag!"])
def test_behind_a_sentence_without_a_verb_nobody_goes_on_who_acted_before(between):
    assert direct(f"Die Lotsin kam. {between} „Leinen los.“") == [("„Leinen los.“", "")]


def test_one_goes_on_who_acted_before_several():
    text = "Ina Roth kam früh. Die Gäste lachten laut. Sie nehme das hin."
    assert found(text) == [("indirect-free-indirect", "Sie nehme das hin.", "Ina Roth")]


def test_nobody_is_named_by_what_there_is_not():
    assert direct("Für das Boot keine Frage: „Wir bleiben.“") == [("„Wir bleiben.“", "")]
    assert direct("Für die Wirtin keine Frage: „Wir bleiben.“") == [("„Wir bleiben.“", "die Wirtin")]


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("In den Augen der Wirtin war es", "den Augen der Wirtin"),
        ("Für die Wirtin ist das Fest", "die Wirtin"),
        ("Von der Wirtin stammt", "der Wirtin"),
    ],
)
def test_whose_opinion_it_is(before, speaker):
    words = "„ein Wunder an Geduld“"
    assert direct(f"{before} {words}.") == [(words, speaker)]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Ina Roth sagte:  „Wir bleiben hier.“", [("„Wir bleiben hier.“", "Ina Roth")]),
        ("Am Namen (auf Deutsch „Kai“: „das Haus der Sonne“) stört sich niemand.", []),
        ("Am Namen (auf Deutsch: „das Haus der Sonne“) stört sich niemand.", []),
        (
            "Am Namen (Ina Roth sagte: „das Haus der Sonne“) stört sich niemand.",
            [("„das Haus der Sonne“", "Ina Roth")],
        ),
        ("„Gute Nacht“, wünscht der Lotse.", [("„Gute Nacht“", "der Lotse")]),
        ("„Gute Nacht“, gestern schlief der Lotse.", []),
        ("„Zu spät!“, gellt es aus dem Saal.", [("„Zu spät!“", "dem Saal")]),
        ("„Zu spät!“, gellt es im Saal.", []),
        ("Der Wirt („Ich bleibe hier“) lachte.", [("„Ich bleibe hier“", "Der Wirt")]),
        ("Das Boot („Seemöwe ist leer“) sank.", []),
        ("„Ich bleibe hier für immer“ (Ina Roth)", [("„Ich bleibe hier für immer“", "Ina Roth")]),
    ],
)
def test_what_stands_around_the_marks(text, says):
    assert direct(text) == says


def test_speech_without_a_speaker_behind_another_goes_on_with_it():
    text = "„Wir bleiben“, sagte Ina Roth. „Wir warten.“ „Wir gehen“, sagte Otto Hagen."
    assert [who for _, who in direct(text)] == ["Ina Roth", "Ina Roth", "Otto Hagen"]


@pytest.mark.parametrize(
    ("behind", "speaker"),
    [
        ("Lob hatte sie für Lotte Brink: „Das wird groß.“", "Trainerin Maja Kern"),
        ("Rückendeckung bekam sie von Lotte Brink: „Das wird groß.“", "Lotte Brink"),
        ("Zuspruch kam von Lotte Brink: „Das wird groß.“", "Lotte Brink"),
    ],
)
def test_who_speaks_behind_what_was_given_or_got(behind, speaker):
    assert direct(f"Trainerin Maja Kern war zufrieden. {behind}") == [("„Das wird groß.“", speaker)]
