"""Speech acts told without their words: which verbs count, who acts, and which words are given."""

import pytest

from core.quotes.cues.speech_acts import load_acts
from tests.core.quotes.said import found, said


def acts(text: str) -> list[tuple[str, str]]:
    """The reported speech acts as (words, speaker)."""
    return [(words, who) for kind, words, who in found(text) if kind == "reported"]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Der Seglerverband tadelte die neue Hafenordnung.",
            "tadelte die neue Hafenordnung",
            "Der Seglerverband",
        ),
        ("Die Gemeinde wies den Verdacht zurück.", "wies den Verdacht zurück", "Die Gemeinde"),
        ("Die Jury hat den Entwurf gelobt.", "hat den Entwurf gelobt", "Die Jury"),
        ("Vor Glätte warnte am Abend der Wetterdienst.", "Vor Glätte warnte am Abend", "der Wetterdienst"),
        (
            "Scharfe Kritik am Bau übt der Förster Nils Rabe.",
            "Scharfe Kritik am Bau übt",
            "der Förster Nils Rabe",
        ),
        (
            "Kapitänin Ute Rohde nahm den Lotsen in Schutz.",
            "nahm den Lotsen in Schutz",
            "Kapitänin Ute Rohde",
        ),
        ("Die Reederei widersprach.", "widersprach", "Die Reederei"),
        ("Kapitänin Ute Rohde bejahte.", "bejahte", "Kapitänin Ute Rohde"),
        ("Im Rathaus stieß das auf Ärger. Sie verlangt Aufklärung.", "verlangt Aufklärung", "Sie"),
        ("Landrat rügt Fährbetrieb", "rügt Fährbetrieb", "Landrat"),
    ],
)
def test_an_act_is_its_clause_without_the_subject(text: str, words: str, speaker: str) -> None:
    assert acts(text) == [(words, speaker)]


def test_in_the_passive_who_acts_stands_behind_von() -> None:
    assert acts("Der Neubau wurde vom Ruderklub begrüßt.") == [("Der Neubau wurde … begrüßt", "Ruderklub")]
    assert acts("Der Neubau wurde begrüßt.") == []


def test_coordinated_verbs_are_two_acts_of_one_subject() -> None:
    assert acts("Ministerin Ada Brehm lehnte den Antrag ab und verwies auf die Kosten.") == [
        ("lehnte den Antrag ab", "Ministerin Ada Brehm"),
        ("verwies auf die Kosten", "Ministerin Ada Brehm"),
    ]
    assert acts("Der Ruderklub begrüßte den Neubau, bemängelte aber den Zeitplan.") == [
        ("begrüßte den Neubau", "Der Ruderklub"),
        ("bemängelte aber den Zeitplan", "Der Ruderklub"),
    ]


def test_a_fronted_object_belongs_to_the_act() -> None:
    text = "Den Antrag, die Sitzung zu vertagen, lehnte die Gemeinde ab."
    assert acts(text) == [("Den Antrag, die Sitzung zu vertagen, lehnte … ab", "die Gemeinde")]


def test_the_cue_is_the_verb_with_its_particle_and_noun() -> None:
    assert said("Die Gemeinde wies den Verdacht zurück.")[0][3] == "wies … zurück"
    assert said("Der Klub erhob schwere Vorwürfe.")[0][3] == "erhob … Vorwürfe"


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Dem Minister wirft die Opposition Versagen vor.", "Versagen vor", "die Opposition"),
        (
            "Ihm wirft die Staatsanwaltschaft Leipzig Betrug vor.",
            "Betrug vor",
            "die Staatsanwaltschaft Leipzig",
        ),
        ("Ihm wirft die Staatsanwaltschaft Leipzig das vor.", "das vor", "die Staatsanwaltschaft Leipzig"),
    ],
)
def test_a_bare_object_is_no_part_of_the_subject_before_it(text: str, words: str, speaker: str) -> None:
    assert [(said.split(" … ")[-1], who) for said, who in acts(text)] == [(words, speaker)]


def test_who_offers_is_somebody() -> None:
    assert acts("Norwegen bot sich als Vermittler an.") == [("bot sich als Vermittler an", "Norwegen")]
    assert acts("Das Ufer bot sich als Rastplatz an.") == []


def test_an_act_and_what_is_said_behind_the_colon_are_two() -> None:
    text = "Die Gemeinde wies den Verdacht zurück: Man habe nichts gewusst."
    assert [kind for kind, _, _ in found(text)] == ["reported", "indirect"]


def test_words_in_marks_are_a_part_of_the_act() -> None:
    text = "Der Ruderklub lobte die „kluge Lösung“ der Gemeinde."
    assert [(kind, words) for kind, words, _ in found(text)] == [
        ("reported", "lobte die „kluge Lösung“ der Gemeinde"),
        ("direct", "„kluge Lösung“"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Der Orkan forderte zwölf Todesopfer.",
        "Die Läuferin verteidigte ihren Titel.",
        "Das Gericht verurteilte den Mann zu drei Jahren Haft.",
        "Die Gemeinde will den Neubau ablehnen.",
        "Die Gemeinde räumte dem Neubau Priorität ein.",
        "Ich lobe den Neubau.",
        "Am Ufer gibt es viel zu entdecken.",
        "Er habe den Neubau kritisiert.",
        "Die kritisierte Gemeinde liegt am Fluss.",
    ],
)
def test_no_act(text: str) -> None:
    assert acts(text) == []


def test_every_row_of_the_table_has_a_frame() -> None:
    table = load_acts("de")
    assert len(table.of_verb) > 150
    assert all(act.needs for act in table.of_verb.values())
    assert all(act.needs for act in load_acts("en").of_verb.values())


@pytest.mark.parametrize(
    "text",
    [
        "Am Montag kündigte Ina Roth, die Sprecherin des Bads, eine Prüfung an.",
        "Am Montag kündigte Ina Roth, die das Bad leitet, eine Prüfung an.",
    ],
)
def test_an_act_is_found_around_what_is_said_of_who_does_it(text):
    ((kind, words, who),) = found(text)
    assert (kind, words) == ("reported", "Am Montag kündigte … eine Prüfung an")
    assert who.startswith("Ina Roth")


def test_what_goes_on_behind_a_relative_clause_must_be_an_act():
    assert found("Nun hat Ina Roth, die das Bad leitet, das Haus verkauft.") == []


def test_a_majority_does_what_a_body_does():
    assert found("Die Mehrheit lehnte den Antrag ab.") == [
        ("reported", "lehnte den Antrag ab", "Die Mehrheit")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Der Wirt kam an Bord lobte den Plan.",
        "Wobei er den Plan kritisierte.",
        "Auch wenn er den Plan kritisierte.",
        "Wer kritisierte den Plan?",
        "Wir kritisierten den Plan.",
        "Die Freiheit lobte den Plan.",
        "Das Dach forderte den Wirt.",
        "Auf die Kosten wurde vom Verband verwiesen.",
    ],
)
def test_no_act_without_somebody_who_does_it_in_a_main_clause(text: str) -> None:
    assert acts(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Wie lange sie bleibt, ließ der Verein offen.", "Wie lange sie bleibt, ließ … offen"),
        ("Der Verein lobte den Plan; weil er gut ist.", "lobte den Plan"),
        ("Der Verein lobte den Plan – weil er gut ist.", "lobte den Plan"),
    ],
)
def test_how_far_an_act_reaches(text: str, words: str) -> None:
    assert acts(text) == [(words, "der Verein" if words.startswith("Wie") else "Der Verein")]


def test_an_act_joined_to_another_may_have_its_time_before_the_verb() -> None:
    assert acts("Der Wirt lobte den Plan und am Abend rügte er die Kosten.") == [
        ("lobte den Plan", "Der Wirt"),
        ("am Abend rügte … die Kosten", "er"),
    ]


def test_a_name_with_a_word_for_none_in_it_denies_nothing():
    assert [kind for kind, _, _ in found("Das Bündnis „Kein Meter“ lehnte den Bau ab.")] == ["reported"]
    assert found("Kein Bündnis lehnte den Bau ab.") == []


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Das Angebot lehnte die Firma ab.", "Das Angebot lehnte … ab", "die Firma"),
        ("Die Firma lehnte das Angebot ab.", "lehnte das Angebot ab", "Die Firma"),
        ("Hilfe versprach die Stadt.", "Hilfe versprach", "die Stadt"),
        ("Geld forderte der Verein.", "Geld forderte", "der Verein"),
        ("Forderungen wies der Minister zurück.", "Forderungen wies … zurück", "der Minister"),
        ("Kritik wies die Gemeinde zurück.", "Kritik wies … zurück", "die Gemeinde"),
        ("Fehler räumten Anwohner ein.", "Fehler räumten … ein", "Anwohner"),
        ("Anwohner räumten Fehler ein.", "räumten Fehler ein", "Anwohner"),
        ("Studien kritisieren die Stadt.", "kritisieren die Stadt", "Studien"),
        ("Kritik am Vorgehen übt einzig der Förster.", "Kritik am Vorgehen übt einzig", "der Förster"),
    ],
)
def test_a_thing_before_the_verb_is_its_object_where_somebody_follows(text, words, speaker):
    assert acts(text) == [(words, speaker)]


@pytest.mark.parametrize("text", ["Kritik wies die Mauer zurück.", "Fehler räumte die Mauer ein."])
def test_a_noun_alone_does_nothing(text):
    assert acts(text) == []


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Der Präsident, ein Kollege der Wirtin, spricht von einem „Wortbruch“.",
            "spricht von einem „Wortbruch“",
            "Der Präsident, ein Kollege der Wirtin",
        ),
        (
            "Ihr Vorsitzender, der Landwirt Rolf Amsel, nannte den Kredit eine „Luxuslösung“.",
            "nannte den Kredit eine „Luxuslösung“",
            "Ihr Vorsitzender, der Landwirt Rolf Amsel",
        ),
    ],
)
def test_an_act_begins_behind_the_comma_of_an_apposition(text, words, speaker):
    assert acts(text) == [(words, speaker)]


@pytest.mark.parametrize(
    "text",
    [
        "Der Wirt forderte Boote an.",
        "Die kritisierte Firma schweigt.",
        "Der Wirt würde den Plan loben.",
        "Kein Wirt lobte den Plan.",
        "Niemand lobte den Plan.",
        "Der Plan wurde gelobt.",
        "Auch wenn der Wirt den Plan lobte, regnete es.",
        "Wer lobte den Plan?",
        "Ich lobte den Plan.",
        "Das Hochwasser forderte vierzig Opfer.",
        "Das Ufer bietet sich als Rastplatz an.",
    ],
)
def test_what_only_looks_like_an_act(text):
    assert acts(text) == []


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Der Wirt bietet sich als Lotse an.", "bietet sich als Lotse an", "Der Wirt"),
        ("Der Plan wurde vom Wirt gelobt.", "Der Plan wurde … gelobt", "Wirt"),
    ],
)
def test_acts_that_look_otherwise(text, words, speaker):
    assert acts(text) == [(words, speaker)]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Begrüßt wurde der Plan vom Mieterbund.", "Begrüßt wurde der Plan", "Mieterbund"),
        ("Landrätin Meike Ruf verwarf den Plan.", "verwarf den Plan", "Landrätin Meike Ruf"),
        (
            "Die Opposition ging mit dem Senat hart ins Gericht.",
            "ging mit dem Senat hart ins Gericht",
            "Die Opposition",
        ),
        (
            "Der Verband erteilte den Plänen eine Absage.",
            "erteilte den Plänen eine Absage",
            "Der Verband",
        ),
        ("Der Anwalt zog die Aussage in Zweifel.", "zog die Aussage in Zweifel", "Der Anwalt"),
    ],
)
def test_more_acts(text, words, speaker):
    assert acts(text) == [(words, speaker)]


@pytest.mark.parametrize(
    "text",
    [
        "Die Gäste lassen sich Märchen erzählen, der Wirt spült Gläser.",
        "Die Schützin verwarf den Ball.",
        "Der Verein unterstützt Familien.",
        "Sie hielt sich an der Reling fest.",
    ],
)
def test_no_acts_in_words(text):
    assert acts(text) == []


def test_the_second_of_two_verbs_has_the_subject_of_the_first():
    text = "Bauer Jan Thede beklagte die Dürre, bat Bund und Land um Hilfe."
    assert acts(text) == [
        ("beklagte die Dürre", "Bauer Jan Thede"),
        ("bat Bund und Land um Hilfe", "Bauer Jan Thede"),
    ]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Die Behörde ordnete eine Sperre an.", "ordnete eine Sperre an", "Die Behörde"),
        ("Der Verein erkannte das Ergebnis nicht an.", "erkannte das Ergebnis nicht an", "Der Verein"),
        ("Die Läuferin beteuerte ihre Unschuld.", "beteuerte ihre Unschuld", "Die Läuferin"),
        ("Die Gewerkschaft bat sich Bedenkzeit aus.", "bat sich Bedenkzeit aus", "Die Gewerkschaft"),
    ],
)
def test_what_is_ordered_refused_or_kept_back(text: str, words: str, speaker: str):
    assert acts(text) == [(words, speaker)]


@pytest.mark.parametrize(
    "text",
    [
        "Der Verein erkannte den Fehler.",
        "Die Uhr zeigte nichts.",
        "Die Läuferin bat den Trainer herein.",
    ],
)
def test_what_is_no_such_act(text: str):
    assert acts(text) == []


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        (
            "Zudem kritisierte der Vorsitzende des Verbandes, Jens Pohl, den neuen Steg.",
            "Zudem kritisierte … den neuen Steg",
            "der Vorsitzende des Verbandes, Jens Pohl",
        ),
        (
            "Am Abend lobte die Wirtin, die aus Ulm kommt, den neuen Steg.",
            "Am Abend lobte … den neuen Steg",
            "die Wirtin",
        ),
        (
            "Angehörige beklagten sich über mangelnde Hilfe.",
            "beklagten sich über mangelnde Hilfe",
            "Angehörige",
        ),
        (
            "Der Minister hat am Abend seinen Rücktritt bekannt gegeben.",
            "hat am Abend seinen Rücktritt bekannt gegeben",
            "Der Minister",
        ),
    ],
)
def test_what_is_done_is_told_behind_what_the_speaker_is(text, words, who):
    assert found(text) == [("reported", words, who)]


@pytest.mark.parametrize(
    "text",
    [
        "Am Abend lachte der Vorsitzende des Verbandes, Jens Pohl, den ganzen Saal an.",
        "Die Gäste waren bekannt und beliebt.",
    ],
)
def test_an_insertion_makes_no_act(text):
    assert found(text) == []
