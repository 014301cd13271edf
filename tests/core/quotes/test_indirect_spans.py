"""Where indirect speech begins and ends, and what only looks like it."""

import pytest

from tests.core.quotes.said import found


def indirect(text: str) -> list[tuple[str, str]]:
    """The indirect quotations, free ones too, as (words, speaker)."""
    return [(words, who) for kind, words, who in found(text) if kind.startswith("indirect")]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Die Wirtin meinte, ein Teil der Fässer, die im Keller lagen, sei leer.",
            "ein Teil der Fässer, die im Keller lagen, sei leer",
            "Die Wirtin",
        ),
        (
            "Der Lotse klagte, jede Fahrt der Kähne – auch der neuen – gefährde das Ufer.",
            "jede Fahrt der Kähne – auch der neuen – gefährde das Ufer",
            "Der Lotse",
        ),
        (
            "Das Boot sei alt und leck, sagen die Fischer, bald müsse es an Land.",
            "Das Boot sei alt und leck … bald müsse es an Land",
            "die Fischer",
        ),
        (
            "Die Försterin erklärt, warum sie den Baum „nie wieder“ fälle.",
            "warum sie den Baum „nie wieder“ fälle",
            "Die Försterin",
        ),
    ],
)
def test_a_statement_begins_behind_the_comma_that_introduces_it(text: str, words: str, speaker: str) -> None:
    assert (words, speaker) in indirect(text)


@pytest.mark.parametrize(
    "text",
    [
        "Die Gäste jubeln, die Kellner warten.",
        "Der Chef lässt sich den Plan erklären, die Kollegen gießen Blumen.",
        "Wo einst die Mühle stand, heißt es heute Mühlenplatz.",
        "Was ein Acker war, heißt nun Seeblick.",
        "Als der Zug in Kiel ankam – es regnete stark –, war der Schaffner erstaunt.",
        "Vom Dorf aus geht es steil bergan.",
        "Die Lage: Drei Straßen sind gesperrt.",
    ],
)
def test_an_ordinary_sentence_is_no_speech(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Man müsse warten, sagte die Wirtin, während sie Gläser spülte.", "Man müsse warten"),
        ("Das Ufer sei zu, so der Lotse, als er am Zaun stand.", "Das Ufer sei zu"),
        (
            "Lange schwieg man darüber, heute sei das anders, sagt die Försterin Ida Klamm.",
            "heute sei das anders",
        ),
        ("Aber gut: Gespart wird später, räumte Kassiererin Ute Lamm ein.", "Gespart wird später"),
        ("Das Fazit: Der Verein muss sparen, sagte Kassiererin Ute Lamm.", "Der Verein muss sparen"),
    ],
)
def test_what_the_writer_tells_stays_out(text: str, words: str) -> None:
    assert [said for said, _ in indirect(text)] == [words]


def test_a_relative_clause_behind_so_and_a_name_is_the_writers() -> None:
    text = "«Der Kahn bleibt», so Wirtin Vreni Moser, deren Haus am Kanal steht."
    assert [(kind, words) for kind, words, _ in found(text)] == [("direct", "«Der Kahn bleibt»")]


def test_a_verb_behind_a_comma_may_go_on_with_the_same_subject() -> None:
    text = "Die Gemeinde räumte Fehler ein, verlangte aber mehr Zeit."
    assert found(text) == [
        ("reported", "räumte Fehler ein", "Die Gemeinde"),
        ("reported", "verlangte aber mehr Zeit", "Die Gemeinde"),
    ]


def test_a_question_and_what_follows_a_colon_have_frames_of_their_own() -> None:
    text = "Ob das Tor schließt, bezweifelt Ingenieurin Eva Brandt: Altes Eisen breche, schreibt sie."
    assert indirect(text) == [
        ("Ob das Tor schließt", "Ingenieurin Eva Brandt"),
        ("Altes Eisen breche", "sie"),
    ]


def test_a_noun_of_saying_with_its_owner_has_the_clause_behind_it() -> None:
    text = "Der Klub ärgert sich über die Behauptung der Werft, dass der Mast morsch gewesen sei."
    assert indirect(text) == [("dass der Mast morsch gewesen sei", "der Werft")]
    text = "Der Klub wehrt sich gegen den Vorwurf der Werft, er habe Geld verschwendet."
    assert ("er habe Geld verschwendet", "der Werft") in indirect(text)


def test_a_noun_of_saying_before_a_colon_introduces_a_statement() -> None:
    assert indirect("Seine Vermutung: Das Mehl war schuld.") == [("Das Mehl war schuld", "Seine")]
    assert indirect("Fazit der Prüferin: Die Kasse stimmt nicht.") == [
        ("Die Kasse stimmt nicht", "der Prüferin")
    ]
    assert indirect("Konsens ist, dass der Kanal zufriere.") == [("dass der Kanal zufriere", "")]


def test_a_guess_of_the_writer_is_nobodys_speech() -> None:
    said = "Der Hof sei sicher, sagte Bauer Jan Holm. "
    assert len(indirect(said + "Ohne den Deich wäre er längst fort.")) == 1
    assert len(indirect(said + "Bei Sturm würde das Dach wohl abheben.")) == 1
    assert len(indirect(said + "Man würde ihn sonst räumen.")) == 2


def test_a_konjunktiv_may_look_like_the_first_person() -> None:
    text = "Der Keller war leer, räumte Wirtin Ute Lamm ein. Sie bedaure das. Er bitte um Geduld."
    assert [words for words, _ in indirect(text)][1:] == ["Sie bedaure das.", "Er bitte um Geduld."]


def test_a_konjunktiv_may_be_named_behind() -> None:
    text = "„Gut so“, sagte Piet Rahn.\n\nNie sei so viel los gewesen. Man brauche Helfer, betont Försterin Ida Klamm."
    assert ("Nie sei so viel los gewesen.", "Försterin Ida Klamm") in indirect(text)


def test_swiss_spelling_is_read() -> None:
    assert indirect("Es heisst, der Pass sei zu.") == [("der Pass sei zu", "")]
    assert indirect("Der Rat schliesst aus, dass Geld fehlt.") == [("dass Geld fehlt", "Der Rat")]


def test_das_beside_a_verb_of_denying_is_not_what_its_subject_said() -> None:
    assert found("Der Kahn sank im Hafen. Das bedauert die Reederei.") == [
        ("reported", "Das bedauert", "die Reederei")
    ]


def test_what_is_said_before_a_verb_and_behind_its_colon_is_two_statements():
    assert found("Man spare überall, betonte Ina Fetz: Alles andere sei Unsinn.") == [
        ("indirect", "Man spare überall", "Ina Fetz"),
        ("indirect", "Alles andere sei Unsinn", "Ina Fetz"),
    ]


def test_a_particle_before_and_belongs_to_its_verb():
    text = "Das lohne sich, rechnete Ina Fetz vor und lachte."
    assert found(text)[0] == ("indirect", "Das lohne sich", "Ina Fetz")


def test_a_preposition_at_the_end_is_no_particle():
    assert ("reported", "forderte acht Monate auf Bewährung", "Ina Fetz") in found(
        "Ina Fetz nannte das „eine Zumutung“ und forderte acht Monate auf Bewährung."
    )


def test_a_letter_that_stirs_an_impression_does_not_state_it():
    assert found("Zwei Briefe bestärkten den Eindruck, die Bank plane den Verkauf.") == [
        ("indirect", "die Bank plane den Verkauf", "")
    ]


def test_a_noun_for_words_takes_a_clause_in_the_konjunktiv():
    text = "Ina Fetz quittierte das mit dem Satz, dann solle man eben gehen."
    assert found(text) == [("indirect", "dann solle man eben gehen", "Ina Fetz")]
