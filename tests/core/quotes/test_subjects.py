"""Who is the subject of a verb of saying, and where something is said that nobody is the subject of."""

import pytest

from core.language.pipeline import GERMAN
from tests.core.quotes.said import direct, found

pytestmark = pytest.mark.skipif(not GERMAN.exists(), reason="the German model is not there")


def speakers(text: str) -> list[str]:
    return [who for _, _, who in found(text)]


@pytest.mark.parametrize("of", ["vom Hafen", "von der Werft"])
def test_behind_sprechen_von_is_no_part_of_the_subject(of):
    assert speakers(f"Der Wirt {of} sprach davon, dass das Boot leer sei.") == ["Der Wirt"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Bei der Wirtin hofft man, dass die Fähre fährt.", ["der Wirtin"]),
        ("Im Winter geht man davon aus, dass die Fähre fährt.", []),
        ("Bei Regen hofft man, dass die Fähre fährt.", []),
    ],
)
def test_a_season_or_the_weather_is_no_house_where_something_is_said(text, speaker):
    assert speakers(text) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Von der Polizei wurde bestätigt, dass das Boot leer sei.", "der Polizei"),
        ("Durch Ministerin Lind wurde erklärt, dass das Boot leer sei.", "Ministerin Lind"),
        ("Im Fall des Boots wurde von Lenz gesagt, dass es leer sei.", "Lenz"),
        ("Am Abend wurde von der Polizei bestätigt, dass das Boot leer sei.", "der Polizei"),
        ("Die Meldung der Stadt von Lind wurde bestätigt, das Boot sei leer.", "Lind"),
        ("Die Mitteilung, in der betont wird, das Boot sei leer, ist alt.", ""),
    ],
)
def test_who_says_it_in_a_passive(text, speaker):
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("In der Mitteilung, die vorliegt, heißt es, das Boot sei leer.", "der Mitteilung"),
        ("Die Mitteilung, in der es heißt, das Boot sei leer, ist alt.", "Die Mitteilung"),
        ("Im Bericht stand nichts, aber gestern hieß es, das Boot sei leer.", ""),
        ("Aus dem Amt verlautete am Abend, dass das Boot leer sei.", "dem Amt"),
        ("Der Wirt schlief, aus dem Saal hieß es, das Boot sei leer.", "dem Saal"),
        ("In der Nacht am Montag hieß es, das Boot sei leer.", ""),
    ],
)
def test_where_it_says_so(text, speaker):
    assert speakers(text) == [speaker]


def test_a_paper_may_quote_somebody_by_a_pronoun():
    assert direct("Der „Bote“ zitiert sie mit den Worten: „Das Boot ist leer.“") == [
        ("„Das Boot ist leer.“", "Der „Bote“"),
        ("Das Boot ist leer.", "sie"),
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Der Wirt kam, meinte aber, das Boot sei leer.", "Der Wirt"),
        ("Der Wirt kam – meinte aber, das Boot sei leer.", ""),
        ("Das Boot sank, meinte aber, man habe Zeit.", ""),
    ],
)
def test_a_verb_shares_the_subject_before_a_comma_where_that_can_speak(text, speaker):
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Außerdem fordern die Vereine Bürger dazu auf, den Park zu pflegen.", "die Vereine"),
        ("Bis heute lagen laut Werftchef Kramer Bestellungen für vier Boote vor.", "Werftchef Kramer"),
        ("Der Minister sagte in Bremen der Presse, der Zug fahre wieder.", "Der Minister"),
    ],
)
def test_the_object_right_behind_who_speaks_is_no_part_of_the_words_for_them(text, speaker):
    assert speakers(text) == [speaker]


def test_a_name_in_the_genitive_keeps_what_it_owns():
    assert speakers("Kramers Wahlhelfer errechneten, dass er vorn liegt.") == ["Kramers Wahlhelfer"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Der Chor wurde von Lind, seinem Leiter, gewarnt, dass das Geld fehle.", "Lind, seinem Leiter"),
        ("Vom Deutschen Imkerbund, dem größten Verband, wurde mitgeteilt, man säe.", "Deutschen Imkerbund"),
        ("Ihr wird von Anwalt Ohm, der sie vertritt, empfohlen, zu schweigen.", "Anwalt Ohm"),
    ],
)
def test_who_acts_in_a_passive_may_be_named_in_a_clause_before(text, who):
    assert found(text)[0][2] == who


def test_words_in_marks_behind_a_subject_are_its_object():
    assert ("reported", "forderten „Vorstand raus“", "Die Fans") in found(
        "Die Fans forderten „Vorstand raus“."
    )


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Die Anklage warf Ina Lind vor, Akten gefälscht zu haben.", "Die Anklage"),
        ("Der Brief wirft Kanzler Lind vor, er habe gelogen.", "Der Brief"),
        ("Das Gutachten bescheinigte Lind, richtig gehandelt zu haben.", "Das Gutachten"),
        ("Der Zeitung sagte Lind, das Werk bleibe.", "Lind"),
        ("Das hält Lind für falsch und sagt, es sei teuer.", "Lind"),
    ],
)
def test_what_blames_somebody_says_so_and_not_whom_it_blames(text, speaker):
    assert speakers(text)[-1] == speaker


@pytest.mark.parametrize("who", ["63 Forscher", "Elternverbände", "Anwohner", "die Forscherinnen"])
def test_many_beside_one_who_is_named_are_the_subject(who):
    text = f"Nun fordern {who} Minister Rudi Falk auf, die Fähre zu erhalten."
    assert speakers(text) == [who]


def test_who_calls_it_so_within_a_statement_keeps_the_words():
    text = "Kai Prott sagte, dass der Fonds, den die Regierung selbst als „Zukunftskasse“ bezeichnet habe, leer sei."
    assert direct(text) == [("„Zukunftskasse“", "die Regierung")]


def test_a_voice_is_somebodys():
    assert direct("Dann die Stimme des Fahrers Kurt Lamm: „Ich bin okay.“") == [
        ("„Ich bin okay.“", "des Fahrers Kurt Lamm")
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Kunden bittet die Bahn um Geduld.", "die Bahn"),
        ("Bürger ruft die Polizei zur Vorsicht auf.", "die Polizei"),
        ("Anwohner loben die Polizei.", "Anwohner"),
    ],
)
def test_many_without_an_article_are_no_subject_of_a_verb_in_the_singular(text, who):
    assert speakers(text) == [who]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Eine Ärztin aus dem Klinikum in Ulm sagte, der Steg sei morsch.",
            "Eine Ärztin aus dem Klinikum in Ulm",
        ),
        ("Die Leiterin der Werft in Ulm sagte, der Steg sei morsch.", "Die Leiterin der Werft in Ulm"),
        ("In Ulm sagte die Leiterin der Werft, der Steg sei morsch.", "die Leiterin der Werft"),
        ("Die Leiterin am Freitag sagte, der Steg sei morsch.", "Die Leiterin"),
    ],
)
def test_who_opens_the_sentence_has_where_they_are(text, who):
    assert found(text) == [("indirect", "der Steg sei morsch", who)]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "Der Kran sei kaputt, sagte Jonas Lind, schwedischer Ingenieur und Leiter des Werks.",
            "Der Kran sei kaputt",
            "Jonas Lind, schwedischer Ingenieur und Leiter des Werks",
        ),
        (
            "Der Kran sei kaputt, sagte Jonas Lind, der Leiter der so genannten „Kran-Gruppe“.",
            "Der Kran sei kaputt",
            "Jonas Lind, der Leiter der so genannten „Kran-Gruppe“",
        ),
        (
            "Der Kran sei kaputt, sagte Jonas Lind, niemand habe das bemerkt.",
            "Der Kran sei kaputt … niemand habe das bemerkt",
            "Jonas Lind",
        ),
        ("Der Kran, sagte Jonas Lind, sei kaputt.", "Der Kran … sei kaputt", "Jonas Lind"),
    ],
)
def test_who_somebody_is_stands_behind_the_name_and_is_not_said(text, words, who):
    assert found(text) == [("indirect", words, who)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Neu war die Aussage eines Jungen, der angab, das Boot gesehen zu haben.", "eines Jungen"),
        ("Das Amt prüft die Behauptungen des Fischers, der erklärte, er sei müde.", "des Fischers"),
        ("Sie lobte die Leiterin der Werft, die sagte, der Steg sei morsch.", "die Leiterin der Werft"),
    ],
)
def test_a_relative_pronoun_takes_up_who_fits_it(text, who):
    assert ("indirect", who) in [(kind, speaker) for kind, _, speaker in found(text)]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ina Roth erklärte, der Wirt sei müde und kündigte an, das Boot zu verkaufen.", "Ina Roth"),
        ("Der Wirt war müde und kündigte an, das Boot zu verkaufen.", "Der Wirt"),
    ],
)
def test_a_verb_in_the_indicative_is_not_joined_to_what_is_said(text, who):
    assert found(text)[-1] == ("indirect", "das Boot zu verkaufen", who)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Angehörige von Fischern wurden von der Polizei angewiesen, den Steg zu verlassen.", "der Polizei"),
        ("Von der Polizei wurden Angehörige angewiesen, den Steg zu verlassen.", "der Polizei"),
    ],
)
def test_whom_something_is_said_to_does_not_say_it(text, who):
    assert speakers(text) == [who]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Zwei Boote seien beim Anlegen gesunken, heißt es aus dem Rathaus.", "dem Rathaus"),
        ("Der Steg aus Ulm sei morsch, hieß es von der Werft.", "der Werft"),
        (
            "In der Mitteilung der Werft, die vorliegt, heißt es, der Steg sei morsch.",
            "der Mitteilung der Werft",
        ),
        ("Zwei Boote seien beim Anlegen gesunken, heißt es.", ""),
    ],
)
def test_where_it_is_said_is_told_beside_the_verb_and_not_in_what_is_said(text, who):
    assert speakers(text) == [who]
