"""Who is meant where a sentence does not say it plainly, and who is not, with the bundled pipeline."""

import pytest

from core.language.pipeline import GERMAN
from tests.core.quotes.said import direct, found

pytestmark = pytest.mark.skipif(not GERMAN.exists(), reason="the German model is not there")


@pytest.mark.parametrize(
    "text",
    [
        "Man forderte Offenheit: „Wer haftet für das Dach?“",
        "Die Wanderer stehen am Zaun. Sie werden laut angeschrien: „Zurückbleiben!“",
        "Im Fall von Lenz wurde bemängelt, dass er zu langsam arbeite.",
        "Der Fund nährte den Verdacht, Roth habe Gold versteckt.",
    ],
)
def test_nobody_is_named(text):
    assert [who for _, _, who in found(text)] == [""]


def test_who_shouts_in_a_passive_is_the_agent():
    assert direct("Die Wanderer werden vom Förster angeschrien: „Zurückbleiben!“") == [
        ("„Zurückbleiben!“", "Förster")
    ]


def test_a_thing_does_not_support_an_impression():
    assert found("Drei Akten stützten den Eindruck, die Stadt plane den Abriss.") in (
        [],
        [("indirect", "die Stadt plane den Abriss", "")],
    )


def test_an_object_before_its_verb_does_not_go_on_speaking():
    text = (
        "„Der Kanal ist dicht“, sagte eine Sprecherin der Hafenbehörde. "
        "Pumpen schickt das Technische Hilfswerk. „Davon gibt es genug.“"
    )
    assert direct(text)[-1] == ("„Davon gibt es genug.“", "eine Sprecherin der Hafenbehörde")


def test_who_acts_behind_such_an_object_is_the_person():
    text = "„Gut so“, sagte Otto Fink. Drei Brote trägt Ina Roth heim. Die friere sie ein, das reiche."
    assert found(text)[-1] == ("indirect-free-indirect", "Die friere sie ein, das reiche.", "Ina Roth")


def test_the_author_of_what_is_passed_on_before_a_colon():
    text = "Am Abend teilte Wirtin Ina Roth einen Appell der Initiative „Bäume bleiben“: „Kommt alle!“"
    assert direct(text)[-1] == ("„Kommt alle!“", "der Initiative „Bäume bleiben“")


def test_an_age_in_brackets_before_a_colon():
    text = "„Ich war das nicht!“, schimpft Emil Brand. Seine Frau Hilde (71): „Der Emil lügt nie.“"
    assert direct(text)[-1] == ("„Der Emil lügt nie.“", "Seine Frau Hilde")


def test_people_in_general_do_not_take_over():
    text = "Der Bus sei gut, sagte Fahrer Max Thul. Rentner fahren gern mit. Zudem sei er neu."
    assert found(text)[-1] == ("indirect-free-indirect", "Zudem sei er neu.", "Fahrer Max Thul")


def test_a_sentence_without_a_verb_is_passed_over():
    text = (
        "Die Wirtin erzählt aus den Heften. Januar 1963, Hochwasser, die Wege weg. Ein Boot habe sie geholt."
    )
    assert found(text)[-1][2] == "Die Wirtin"


def test_who_acts_earlier_in_the_paragraph_before_who_spoke_in_another():
    text = (
        "Das Bad sei dicht, sagte Otto Fink.\n\n"
        "Ina Roth hat drei Helfer gefunden. Mit dem Land stocken die Gespräche. Man gebe nicht auf."
    )
    assert found(text)[-1][2] == "Ina Roth"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Wer zahlt, ist offen. Man berate noch, heißt es beim Forstamt.", "Forstamt"),
        ("Der Verband hat geschrieben. Man habe Zeit, heißt es darin.", "Der Verband"),
        ("Dass das Werk schließt, wie es die Gewerkschaft sagt, ist falsch.", "die Gewerkschaft"),
    ],
)
def test_where_something_is_said_to_be(text, who):
    assert found(text)[-1][2] == who


def test_what_is_said_accordingly():
    text = "Der Rechnungshof rügt das Projekt. Die Kosten sind demnach auf neun Millionen gestiegen."
    assert found(text)[-1] == ("indirect", "Die Kosten sind … auf neun Millionen gestiegen", "demnach")


@pytest.mark.parametrize(
    "text",
    [
        "Man möchte gern fragen, ob es sonst nichts zu tun gibt.",
        "Wir erklären Ihnen, wie der Ofen heizt.",
        "Wer glaubt, dass der Motor nie streikt, der irrt sich.",
        "Hangrutsch droht: 40 Menschen müssen ihre Häuser verlassen.",
        "Der Torwart meldete sich, die Bilder zeigten, dass der Ball drin war.",
    ],
)
def test_no_speech(text):
    assert [words for kind, words, _ in found(text) if kind != "reported"] == []


def test_what_the_writer_adds_behind_speech():
    assert found("„Wir prüfen das“, sagt Sprecherin Lena Graf, mehr will sie nicht verraten.") == [
        ("direct", "„Wir prüfen das“", "Sprecherin Lena Graf")
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "„Der Hang rutscht“, sagte Jan Reuter. Weshalb er nachgab, sei noch unklar.",
            "Weshalb er nachgab, sei noch unklar.",
        ),
        (
            "Kein Dorf könne das zahlen, sagte sie. Sollte der Damm nicht fertig sein, werde der Bund helfen.",
            "Sollte der Damm nicht fertig sein, werde der Bund helfen.",
        ),
        (
            "Das Bad sei schön, sagte Otto Fink. Mit der Pumpe ließen sich 800 Euro sparen, das seien viele.",
            "Mit der Pumpe ließen sich 800 Euro sparen, das seien viele.",
        ),
        (
            "Sie behauptet, dass der Kunde zahlen müsse. Wer es versäume, erhalte eine Sperre.",
            "Wer es versäume, erhalte eine Sperre.",
        ),
        (
            "Ihre Kollegin wurde deutlicher: Holz, das man nicht kaufe, müsse man auch nicht trocknen.",
            "Holz, das man nicht kaufe, müsse man auch nicht trocknen",
        ),
        (
            "Nora Reims sprach von einer „Farce mit Ansage“; nichts von dem, was er erzählt habe, sei belegt.",
            "nichts von dem, was er erzählt habe, sei belegt",
        ),
        (
            "Man wolle das vermeiden, hieß es in der Mitteilung; ausschließen könne man es nicht.",
            "Man wolle das vermeiden … ausschließen könne man es nicht",
        ),
        ("Der Förster parkte vor der Mühle. Neun Minuten, sagt er.", "Neun Minuten"),
    ],
)
def test_where_speech_begins_and_ends(text, words):
    assert found(text)[-1][1] == words


def test_a_hyphen_between_blanks_is_a_dash():
    assert found("Bericht: Kind vermisst - Ministerium widerspricht")[-1] == (
        "reported",
        "widerspricht",
        "Ministerium",
    )


def test_words_in_marks_before_a_colon_are_of_who_follows():
    assert direct("„Blamage“, „Zumutung“: Pendler sauer auf Bahn") == [
        ("„Blamage“", "Pendler"),
        ("„Zumutung“", "Pendler"),
    ]
    assert direct("„Titanic“, „Avatar“: Regisseur Cameron wird 70") == []


def test_the_writers_words_before_a_colon_name_no_speaker():
    text = (
        "Otto Fink redet gern. Wir erinnern an Sätze wie: „Kein Bad ist schöner als unseres, keines wärmer.“"
    )
    assert direct(text) == [("„Kein Bad ist schöner als unseres, keines wärmer.“", "Otto Fink")]


def test_inquiries_say_nothing():
    assert direct("Auf alle Nachfragen heißt es: „Geduld.“") == [("„Geduld.“", "")]


def test_what_comes_of_something_is_not_said():
    assert found("Der Torwart warf den Ball derart heftig weg, dass er platzte.") == []


def test_an_age_before_a_noun_is_part_of_its_phrase():
    text = "„Gut so“, schrieb der 35 Jahre alte Spielmacher und Kapitän von Ulm."
    assert direct(text) == [("„Gut so“", "der 35 Jahre alte Spielmacher und Kapitän von Ulm")]


def test_the_one_who_is_praised_does_not_speak():
    assert direct("Die Jury lobte die 43-Jährige für „eine Prosa, die keine Angst kennt“.") == [
        ("„eine Prosa, die keine Angst kennt“", "Die Jury")
    ]


def test_who_acts_behind_es():
    assert direct("Am Bahnhof nahm es eine Pendlerin mit Humor: „Merkt man da einen Unterschied?“") == [
        ("„Merkt man da einen Unterschied?“", "eine Pendlerin")
    ]


def test_hearsay_about_who_spoke_before_is_not_his():
    text = "„Die Großen sind schuld“, sagte Minister Otto Fink. Er soll auf den Tisch geschlagen haben."
    assert found(text)[-1][2] == ""
    text = "Sie habe Hinweise, sagte Anwältin Ina Roth. Der Mann soll drei Häuser angezündet haben."
    assert found(text)[-1][2] == ""
    text = "Sie habe Hinweise, teilte die Polizei mit. Der Mann soll drei Häuser angezündet haben."
    assert found(text)[-1][2] == "die Polizei"


def test_a_place_named_before_is_where_it_is_said():
    text = "Ina Roth hat dem Ministerium oft geschrieben. Man prüfe das, heißt es dort seit Mai."
    assert found(text)[-1][2] == "dort"


def test_two_sentences_read_as_one_are_two_quotations():
    text = "„Das Kino ist gerettet“, schrieb Ina Roth auf X. „Ich singe“, sagte Chefin Lena Graf."
    assert found(text) == [
        ("direct", "„Das Kino ist gerettet“", "Ina Roth"),
        ("direct", "„Ich singe“", "Chefin Lena Graf"),
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Der Zeitung sagte Jan Amsel, es sei spät.", "Jan Amsel"),
        ("Der Deutschen Presse-Agentur sagte Wirtin Ida Lau, es sei spät.", "Wirtin Ida Lau"),
        ("Der Bürgermeister sagte den Gästen, es sei spät.", "Der Bürgermeister"),
    ],
)
def test_who_is_told_may_come_first(text, speaker):
    assert found(text) == [("indirect", "es sei spät", speaker)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Jan von Storp kam am Montag. Von Storp lehnte die Pläne ab.", "Von Storp"),
        ("Ute von der Leyen kam am Montag. Von der Leyen lehnte die Pläne ab.", "Von der Leyen"),
        ("Ute Leyen kam am Montag. Von der Stadt kam Kritik.", "der Stadt"),
    ],
)
def test_a_surname_may_begin_like_a_preposition(text, speaker):
    assert [who for _, _, who in found(text)] == [speaker]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Am Dienstag war zu hören: „Wir kommen nicht.“", ""),
        ("Im Mai stand fest: „Das Bad schließt.“", ""),
        ("„Da unten liegt es“, beschrieb es Kapitän Jan Rohde.", "Kapitän Jan Rohde"),
        ("„Ein Fehler“, nennt das Trainerin Eva Boll.", "Trainerin Eva Boll"),
        ("Das Mitglied Jan Ohm sagt: „Nein.“", "Das Mitglied Jan Ohm"),
    ],
)
def test_a_date_speaks_not_and_a_pronoun_is_no_article(text, who):
    assert direct(text) == [(text[text.index("„") : text.index("“") + 1], who)]


@pytest.mark.parametrize(
    ("before", "who"),
    [("Keine Zweifel bei Moderatorin Dahl", "Moderatorin Dahl"), ("Großer Ärger beim Wirt", "Wirt")],
)
def test_whose_mood_is_told_before_a_colon_speaks(before, who):
    assert direct(f"{before}: „Das Geld kommt.“") == [("„Das Geld kommt.“", who)]


def test_a_place_before_a_colon_has_no_mood():
    assert direct("Unfall bei Celle: „Es war furchtbar.“") == [("„Es war furchtbar.“", "")]


@pytest.mark.parametrize(
    ("before", "who"),
    [("Kino schließt nach 40 Jahren", ""), ("Neue Wut in Halle", ""), ("Nachbarin", "Nachbarin")],
)
def test_a_thing_before_a_colon_does_not_speak(before, who):
    assert direct(f"{before}: „Es tut weh.“") == [("„Es tut weh.“", who)]
