"""Which sentences go on with what somebody said, by their Konjunktiv alone, and who that is."""

import pytest

from core.language.pipeline import GERMAN
from tests.core.quotes.said import direct, found

pytestmark = pytest.mark.skipif(not GERMAN.exists(), reason="the German model is not there")

LONG = "Es liegt im alten Hafen von Kiel, wo schon seit Jahren niemand mehr angelegt hat."


@pytest.mark.parametrize(("between", "goes_on"), [("", True), (f" {LONG}", False)])
def test_a_konjunktiv_that_may_be_the_writers_goes_on_only_right_behind(between, goes_on):
    text = f"Die Lotsin sagte, das Boot sei leer.{between} Es könnte sinken."
    said = ("indirect-free-indirect", "Es könnte sinken.", "Die Lotsin")
    assert (said in found(text)) is goes_on


@pytest.mark.parametrize(
    ("ending", "speaker"),
    [
        ("sagt die Wirtin", "die Wirtin"),
        ("so die Wirtin", "die Wirtin"),
        ("sagt er", None),
        ("so er", None),
        ("wird vom Wirt betont", None),
    ],
)
def test_who_is_named_only_behind_is_named_by_a_noun_and_acts(ending, speaker):
    text = f"Nie sei so viel los gewesen. Man brauche Helfer, {ending}."
    free = [who for kind, _, who in found(text) if kind == "indirect-free-indirect"]
    assert free == ([] if speaker is None else [speaker])


@pytest.mark.parametrize(
    ("who", "speaker"), [("die Fähre heute sinke", "Die Lotsin"), ("sie heute feiere", "")]
)
def test_a_question_to_the_speaker_is_the_writers(who, speaker):
    text = f"Die Lotsin sagte, das Boot sei leer. Ob {who}?"
    assert found(text)[-1] == ("indirect-free-indirect", f"Ob {who}?", speaker)


@pytest.mark.parametrize("before", ["Es gab Ärger", "Die Köchin sei verärgert"])
def test_behind_a_colon_nobody_speaks_whom_the_words_before_do_not_show(before):
    assert found(f"{before}: Das Boot sei leer.") == []


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("Lind redete sich in Rage. Die Nachbarn hätten nie geholfen.", "Lind"),
        ("Der Verein hat reagiert. Die Kunden könnten aufatmen.", "Der Verein"),
        ("Das Gutachten liegt vor.", "Das Gutachten"),
    ],
)
def test_who_is_spoken_of_in_the_konjunktiv_does_not_go_on(before, speaker):
    said = found(f"{before} Der Hang sei weg.")
    assert [who for _, _, who in said] == [speaker] * before.count(".")


def test_a_konjunktiv_of_the_writer_needs_another_behind_it():
    assert found("Die Mannschaft verlor. Die Gäste hätten gewinnen können. Dann kam Regen.") == []


def test_whom_something_is_said_of_in_the_konjunktiv_does_not_say_it():
    assert direct("Der Regen fiel. Der Arzt habe „mit Vorsatz“ gehandelt.") == [("„mit Vorsatz“", "")]


@pytest.mark.parametrize("before", ["Das Haus wolle sie behalten", "Früher sei die Antwort gewesen"])
def test_what_goes_on_before_a_colon_is_said_like_the_words_behind_it(before):
    assert found(f"Die Wirtin sagte, sie bleibe. {before}: „Wir warten ab.“")[1:] == [
        ("indirect-free-indirect", before, "Die Wirtin"),
        ("direct", "„Wir warten ab.“", "Die Wirtin"),
    ]


@pytest.mark.parametrize(
    ("words", "goes_on"),
    [
        ("Lind hätte ihn behalten.", False),
        ("Lind hätte ihn behalten sollen.", True),
        ("Er hätte ihn behalten.", True),
    ],
)
def test_what_another_would_have_done_is_not_said_by_whom_was_told_of(words, goes_on):
    said = ("indirect-free-indirect", words, "Der Verband")
    assert (said in found(f"Der Verband bedauerte den Ton. {words}")) is goes_on


@pytest.mark.parametrize("verb", ["fürchtet", "lachte", "sagte"])
def test_a_sentence_that_ends_in_who_says_it_is_not_gone_on_with(verb):
    text = f"Die Köchin sagte, sie bleibe. Das Boot sei leer, {verb} die Wirtin."
    assert found(text)[1:] == [("indirect", "Das Boot sei leer", "die Wirtin")]


@pytest.mark.parametrize(
    "words",
    ["Das Geld reiche nicht.", "Das treffe die Pendler.", "Der Ort heiße nun anders.", "Er bräuchte Hilfe."],
)
def test_a_form_that_is_often_another_word_goes_on_where_it_is_read_as_konjunktiv(words):
    said = found(f"Die Wirtin sagte, das sei schlimm. {words}")
    assert said[1:] == [("indirect-free-indirect", words, "Die Wirtin")]


@pytest.mark.parametrize(
    ("acts", "said"),
    [
        ("widerspricht", True),
        ("lehnt das ab", True),
        ("kritisiert den Plan", True),
        ("gibt ein Fest", False),
        ("steht am Fenster", False),
    ],
)
def test_behind_a_speech_act_and_a_colon_any_konjunktiv_is_said(acts, said):
    text = f"Die Brücke ist zu. Die Wirtin {acts}: Das würde zu teuer."
    assert (("indirect", "Das würde zu teuer", "Die Wirtin") in found(text)) is said
