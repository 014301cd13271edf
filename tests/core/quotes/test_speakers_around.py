"""Who speaks where no verb of saying tells it, or another stands nearer, with the bundled pipeline."""

import pytest

from core.language.pipeline import GERMAN
from tests.core.actors.speakers_of import speakers
from tests.core.quotes.said import direct, found, said

pytestmark = pytest.mark.skipif(not GERMAN.exists(), reason="the German model is not there")


BEFORE = "Das Amt prüft den Fall, sagt Sprecher Tom Ried. "


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Wirtin Käthe Ohm stellt die Gläser hin. „Das war schon immer so.“", "Wirtin Käthe Ohm"),
        ("Die Kämmerin zuckt mit den Schultern: „Das war schon immer so.“", "Die Kämmerin"),
        ("Der Drittplatzierte haderte mit sich: „Das war schon immer so.“", "Der Drittplatzierte"),
        ("Die Kämmerin möchte „keine schlafenden Hunde wecken“.", "Die Kämmerin"),
        ("Dem Torwart Luca Brand fiel nur eines ein: „Das war schon immer so.“", "Dem Torwart Luca Brand"),
        ("Von Fahrgästen kommt Kritik: „Das war schon immer so.“", "Fahrgästen"),
        ("Aus dem Publikum kam der Ruf: „Das war schon immer so!“", "dem Publikum"),
        ("Am Fenster klebt ein Zettel: „Das war schon immer so.“", "ein Zettel"),
        ("Die Antwort der Kämmerin kam prompt: „Das war schon immer so.“", "Die Antwort der Kämmerin"),
        ("„Das war schon immer so“ stand auf einem Transparent.", "einem Transparent"),
        ("Ihm antwortete ein Rentner: „Das war schon immer so.“", "ein Rentner"),
        ("Für Landrätin Ute Kamp steht fest: „Das war schon immer so.“", "Landrätin Ute Kamp"),
        ("„Das war schon immer so“, habe ihm damals ein Kollege gesagt.", "ein Kollege"),
        ("„Das war schon immer so“, ließ die Reederei mitteilen.", "die Reederei"),
        ("Ein Fahrgast brüllte laut Augenzeugen „Raus mit euch“.", "Ein Fahrgast"),
    ],
)
def test_who_spoke_last_does_not_speak_where_the_place_tells_another(text, speaker):
    found = direct(BEFORE + text)
    assert [who for _, who in found] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Man wollte Gewissheit: „Wer hat das Tor offen gelassen?“",
        "Dann bekam man Post: „Wir kündigen zum Mai.“",
    ],
)
def test_neither_anybody_nor_what_they_want_speaks(text):
    assert [who for _, who in direct(text)] == [""]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Eine Umfrage zeigt, dass 60 Prozent der Eltern zufrieden sind.",
            [("indirect", "dass 60 Prozent der Eltern zufrieden sind", "Eine Umfrage")],
        ),
        (
            "Zahlen der Innung belegen, dass die Preise sinken.",
            [("indirect", "dass die Preise sinken", "Zahlen der Innung")],
        ),
        ("Das Spiel zeigt, dass Mut hilft.", []),
        ("Die Kandidaten zeigen, dass sie rechnen können.", []),
    ],
)
def test_a_finding_says_what_it_shows_and_others_only_show_it(text, expected):
    assert found(text) == expected


def test_who_spoke_last_speaks_on_where_nobody_acts_between():
    found = direct("„Wir warten ab“, sagte Käthe Ohm. „Das war schon immer so.“")
    assert [who for _, who in found] == ["Käthe Ohm"] * 2


def test_a_clause_that_only_leads_up_to_the_main_clause_does_not_speak():
    found = direct(
        "Während Kapitän Moritz Dann von Pech sprach, wurde Torwart Luca Brand deutlich: "
        "„Wir waren zu langsam.“"
    )
    assert found == [("„Wir waren zu langsam.“", "Torwart Luca Brand")]


def test_a_relative_clause_before_a_colon_is_said_by_whom_it_tells_of():
    found = direct("Der Preis ging an die Läuferin Mia Falk, die sich verneigte: „Das ist für meine Mutter.“")
    assert found == [("„Das ist für meine Mutter.“", "die Läuferin Mia Falk")]


def test_the_subject_is_shared_past_words_in_marks():
    found = direct("Die Ministerin sagte: „Wir waren zu langsam“, fügte aber hinzu: „Das ändert sich.“")
    assert found == [
        ("„Wir waren zu langsam“", "Die Ministerin"),
        ("„Das ändert sich.“", "Die Ministerin"),
    ]


def test_who_is_named_right_behind_a_relative_pronoun_acts():
    found = direct("Der Plan, von dem Ohm sagte, er sei „nicht mal das Papier wert“, ist vom Tisch.")
    assert [who for _, who in found] == ["Ohm"]


@pytest.mark.parametrize("voice", ["schallt", "gellt", "tönte"])
def test_a_voice_without_a_name_comes_from_its_place(voice):
    assert direct(f"„Leider“, {voice} es aus der letzten Reihe zurück.") == [
        ("„Leider“", "der letzten Reihe")
    ]


def test_a_verb_is_told_by_the_konjunktiv_before_it():
    found = said(BEFORE + "Damit sei niemandem geholfen, findet Käthe Ohm.")
    assert ("indirect", "Damit sei niemandem geholfen", "Käthe Ohm", "findet") in found


def test_words_within_speech_are_those_of_the_outer_speaker():
    found = direct("Die Ministerin erklärte, dass sie die Vorwürfe „in aller Schärfe“ zurückweise.")
    assert found == [("„in aller Schärfe“", "Die Ministerin")]


def test_words_that_somebody_is_said_to_have_said_are_theirs():
    found = direct("Wie die „Kap-Post“ berichtet, habe der Minister von einem „Missverständnis“ gesprochen.")
    assert found == [("„Missverständnis“", "der Minister")]


def test_the_next_sentence_tells_with_these_words():
    found = direct("„Ihr seid Helden!“ Mit diesen Worten begrüßte Käthe Ohm am Abend ihre Gäste.")
    assert found == [("„Ihr seid Helden!“", "Käthe Ohm")]


def test_speech_in_a_bracket_is_of_who_stands_before_it():
    assert direct("Kapitän Jan Ode („Wir waren besser“) lobte sein Team.") == [
        ("„Wir waren besser“", "Kapitän Jan Ode")
    ]


def test_nobody_speaks_as_es():
    found_in = found("Zum Abschied gab es ein Plakat mit der Aufschrift „Mach es gut, alter Freund“.")
    assert [who for _, _, who in found_in] == ["ein Plakat"]


def test_a_speaker_ends_before_what_the_verb_governs():
    text = "Mit den Worten „Bis bald, Freunde“ verabschiedete sich der Sänger von seinem Publikum."
    assert [who for _, _, who in found(text)] == ["der Sänger"]


def test_what_a_source_tells_to_have_been_called_is_the_callers():
    text = "Der Fahrer habe „Hilfe, Hilfe“ gerufen, so ein Anwohner."
    assert found(text) == [
        ("indirect", "Der Fahrer habe „Hilfe, Hilfe“ gerufen", "ein Anwohner"),
        ("direct", "„Hilfe, Hilfe“", "Der Fahrer"),
    ]
    assert found("Der Wirt wird von allen „Alter Fritz“ gerufen.") == []


def test_words_before_their_verb_in_a_clause_are_said_by_its_subject():
    text = "Zeugen hörten, wie einer der Männer „Das ist für alle“ rief."
    assert found(text) == [("direct", "„Das ist für alle“", "einer der Männer")]


def test_an_age_names_somebody():
    text = "Von Kungelei will der 60-Jährige nichts wissen: „Ich hab nur gegessen.“"
    assert found(text) == [("direct", "„Ich hab nur gegessen.“", "der 60-Jährige")]


def test_ones_last_words_are_ones_own():
    text = "„Mehr kann ich nicht sagen“, waren seine letzten Worte."
    assert found(text) == [("direct", "„Mehr kann ich nicht sagen“", "seine")]


def test_who_is_asked_goes_on_behind_a_question():
    text = (
        "„Ich sah nur die Lampe“, schilderte Jan Amsel. Ob er getrunken habe, wollte Richterin Ida Roth wissen. "
        "„Zwei Flaschen.“"
    )
    assert found(text)[-1] == ("direct", "„Zwei Flaschen.“", "Jan Amsel")


def test_a_question_in_the_konjunktiv_goes_on():
    text = "Elf Kinder brauchten den Bus, sagte Ina Fetz. Ob man wolle, dass sie zu Fuß gingen?"
    assert found(text)[-1][1:] == ("Ob man wolle, dass sie zu Fuß gingen?", "Ina Fetz")
    assert len(found("Elf Kinder brauchten den Bus, sagte Ina Fetz. Ob das so kommt?")) == 1


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Für Wirtin Ina Fetz keine Frage: „Wir öffnen.“", "„Wir öffnen.“", "Wirtin Ina Fetz"),
        (
            "Sie spielt das „mit einer Müdigkeit, die weh tut“ (Mirja Eisl).",
            "„mit einer Müdigkeit, die weh tut“",
            "Mirja Eisl",
        ),
        (
            "Geübt hatte Jan Amsel das im Urlaub, „gegen meinen Schwager“.",
            "„gegen meinen Schwager“",
            "Jan Amsel",
        ),
        ("Ein „Fest der Fehler“ urteilte Trainerin Ina Fetz.", "„Fest der Fehler“", "Trainerin Ina Fetz"),
    ],
)
def test_words_in_marks_have_who_is_named_beside_them(text, words, speaker):
    assert ("direct", words, speaker) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ein „Tatort“ erzählt von Hafen und Meer.",
        "Sie sah „Mein Garten“ (2019) im Kino.",
        "Ein „Wir“ fehlt hier.",
    ],
)
def test_a_title_beside_a_verb_or_a_bracket_is_not_said(text):
    assert direct(text) == []


def test_the_subject_of_a_reported_sentence_does_not_speak():
    text = "Kritikerin Ina Fetz mag das Stück. „Es ist klug.“\n\nDie Musiker hätten „nie geprobt, aber gut geraten“."
    assert found(text)[-1][2] == "Kritikerin Ina Fetz"


def test_what_the_writer_asks_is_said_by_nobody_and_answered_by_who_spoke():
    text = "Trainer Jan Amsel nahm es hin. Ob er nun gehe? „Fragen Sie den Vorstand.“"
    assert speakers(text) == [None, "Jan Amsel"]


def test_a_relative_pronoun_is_no_article():
    text = "Anwalt Jan Amsel, der Kamp seit Jahren vertritt, forderte Freispruch."
    assert found(text) == [("reported", "forderte Freispruch", "Anwalt Jan Amsel")]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Verletzt wurde laut Feuerwehr der Fahrer.", "Verletzt wurde … der Fahrer", "Feuerwehr"),
        (
            "Entscheidend war nach Angaben der Behörde der Tipp einer Wirtin.",
            "Entscheidend war … der Tipp einer Wirtin",
            "Angaben der Behörde",
        ),
        (
            "Verletzt wurde nach Angaben der Leiterin der Feuerwehr niemand.",
            "Verletzt wurde … niemand",
            "Angaben der Leiterin der Feuerwehr",
        ),
    ],
)
def test_a_source_ends_before_the_subject_of_the_sentence(text, words, speaker):
    assert ("indirect", words, speaker) in found(text)


def test_what_stands_for_a_thing_does_not_speak():
    assert direct("Letzteres hält Jan Amsel für eine „Träumerei von Leuten ohne Boot“.") == [
        ("„Träumerei von Leuten ohne Boot“", "Jan Amsel")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Bill Kell, der Chefredakteur der „Harzer Post“, bekräftigt in einem Brief den Bericht von Lind.",
        "Der Absender, ein Prediger mit dem Beinamen „Vater Lind“, bekundete seine Freude am Steg.",
    ],
)
def test_a_name_in_marks_is_not_said_by_who_bears_it(text):
    assert direct(text) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Der Verfassungsschutz hält den Plan für gefährlich.", "Der Verfassungsschutz"),
        (
            "Die Geschäftsführung des Hafens spricht von einem Schritt „ohne Alternative“.",
            "Die Geschäftsführung",
        ),
        ("Die Militärführung hat sich klar dagegen ausgesprochen.", "Die Militärführung"),
    ],
)
def test_a_body_by_the_table_of_bodies_can_speak(text, who):
    assert found(text)[0][2].startswith(who)


@pytest.mark.parametrize("thing", ["Die Marke", "Die Handelskette", "Welcher Gruppe"])
def test_what_is_more_often_a_thing_than_a_body_does_not_speak(thing):
    assert found(f"{thing} sprach vieles dafür, „ohne Alternative“ zu sein.") == []


@pytest.mark.parametrize("manner", ["Schroff", "Barsch", "Klein", "Sauer"])
def test_how_somebody_acts_is_nobody_who_speaks(manner):
    text = f"Die Brücke ist zu. {manner} antwortete Jan Toll: „Dazu sage ich nichts.“"
    assert direct(text) == [("„Dazu sage ich nichts.“", "Jan Toll")]


@pytest.mark.parametrize(
    ("before", "speaker"),
    [("Peter Sauer kam. ", "Sauer"), ("", "Sauer")],
)
def test_a_surname_that_is_an_adjective_still_speaks(before, speaker):
    behind = "antwortete Jan Toll" if before else "antwortete"
    text = f"Die Brücke ist zu. {before}Sauer {behind}: „Dazu sage ich nichts.“"
    assert direct(text) == [("„Dazu sage ich nichts.“", speaker)]
