"""What is told without marks: which statements are found, and whose they are, with the bundled pipeline."""

import pytest

from core.language.pipeline import GERMAN
from tests.core.quotes.said import found

pytestmark = pytest.mark.skipif(not GERMAN.exists(), reason="the German model is not there")


def test_what_somebody_disputes_is_not_his_statement():
    assert found("Den Vorwurf, er habe gelogen, weist Jens Harms zurück.") == [
        ("indirect", "er habe gelogen", "")
    ]
    assert found("Jens Harms erhob den Vorwurf, Kamp habe gelogen.") == [
        ("indirect", "Kamp habe gelogen", "Jens Harms")
    ]


def test_what_is_done_with_words_is_not_said_by_what_it_is_done_to():
    assert found("Der Antrag wurde ihr mit dem Hinweis verweigert, die Akte sei verschollen.") == [
        ("indirect", "die Akte sei verschollen", "")
    ]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Ute Kamp zeigte sich überzeugt, dass alles gut werde.", "dass alles gut werde", "Ute Kamp"),
        (
            "Ute Kamp zeigte sich enttäuscht über das Ergebnis: Mehr sei möglich.",
            "Mehr sei möglich",
            "Ute Kamp",
        ),
        ("Der Trainer ließ offen, ob er bleibt.", "ob er bleibt", "Der Trainer"),
        (
            "Die Grünen forderten die Stadt auf, den Vertrag offenzulegen.",
            "den Vertrag offenzulegen",
            "Die Grünen",
        ),
        (
            "Laut Karl Weiss, dem Leiter des Amts, sind die Werte gut.",
            "sind die Werte gut",
            "Karl Weiss, dem Leiter des Amts",
        ),
        (
            "Die Polizei geht nach eigenen Angaben von einem Unfall aus.",
            "Die Polizei geht … von einem Unfall aus",
            "eigenen Angaben",
        ),
    ],
)
def test_what_agencies_write(text, words, who):
    assert found(text) == [("indirect", words, who)]


def test_who_will_have_seen_something_claims_it():
    text = "Der Zeuge will gesehen haben, wie zwei Männer ins Boot stiegen."
    assert found(text) == [("free-indirect", text, "Der Zeuge")]
    assert found("Der Zeuge will bis Mai alles erledigt haben.") == []
    assert found("Der Sturm wird das Boot zerstört haben.") == []


def test_a_konjunktiv_behind_a_colon_is_said_by_who_acts_before():
    text = "Die Kritik des Rechnungshofs fällt deutlich aus: Die Behörde habe planlos gehandelt."
    assert found(text) == [("indirect", "Die Behörde habe planlos gehandelt", "Die Kritik des Rechnungshofs")]
    assert found("Der Plan ist einfach: Die Brücke könnte im Mai öffnen.") == []


def test_a_word_that_only_links_is_no_statement():
    text = "Oder, wie es der Kapitän ausdrückt: „Erst das Schiff, dann der Schnaps.“"
    assert found(text) == [("direct", "„Erst das Schiff, dann der Schnaps.“", "der Kapitän")]


def test_a_statement_begins_behind_the_colon():
    text = "Am Abend dann die Kehrtwende: Man habe sich geirrt, hieß es nun."
    assert found(text) == [("indirect", "Man habe sich geirrt", "")]


def test_what_is_to_be_heard_somewhere_is_said_there():
    text = "Aus dem Ministerium war zu hören, man arbeite an einer Lösung."
    assert found(text) == [("indirect", "man arbeite an einer Lösung", "dem Ministerium")]


def test_an_object_es_leaves_the_subject_alone():
    text = "Die Richter sahen es als erwiesen an, dass der Mann aus Habgier gehandelt hat."
    assert found(text) == [("indirect", "dass der Mann aus Habgier gehandelt hat", "Die Richter")]


def test_who_expressed_himself_in_the_sentence_before_goes_on():
    text = "Kritisch äußerte sich auch der Bund der Steuerzahler. Das Projekt sei ein Unding."
    assert found(text)[-1] == (
        "indirect-free-indirect",
        "Das Projekt sei ein Unding.",
        "der Bund der Steuerzahler",
    )


def test_parts_of_one_statement_are_listed_once():
    text = "Er sei „sehr enttäuscht“, so der Minister, „aber nicht überrascht“."
    assert [words for kind, words, _ in found(text) if kind == "direct"] == [
        "„sehr enttäuscht“ … „aber nicht überrascht“"
    ]


def test_a_saying_keeps_where_it_stands():
    text = "Das Stück kostete – so die Formulierung in einem Telefonat – „sechstausend, Kinder die Hälfte“."
    assert {who for _, _, who in found(text)} == {"die Formulierung in einem Telefonat"}


def test_a_source_before_zufolge_is_named_whole():
    text = "Dem Chip unter der Haut zufolge war der Hund in Kiel zu Hause."
    assert found(text) == [("indirect", "war der Hund in Kiel zu Hause", "Dem Chip unter der Haut")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Der Fahrer soll nach Angaben der Polizei betrunken gewesen sein. Er soll gelacht haben.",
            "Angaben der Polizei",
        ),
        ("Die Anklage wirft Amsel Betrug vor. Er soll Akten gefälscht haben.", "Die Anklage"),
        ("„Wir feiern“, sagte die Wirtin. Ein Gast soll getanzt haben.", ""),
        (
            "Gegen den Wirt ermittelt die Staatsanwaltschaft. Er soll Gäste betrogen haben.",
            "die Staatsanwaltschaft",
        ),
        (
            "Die Staatsanwaltschaft hat Anklage erhoben. Er soll Gäste betrogen haben.",
            "Die Staatsanwaltschaft",
        ),
        ("Der Wirt untersucht das Bier. Es soll sauer geworden sein.", ""),
        ("Ein Sprecher wollte das nicht bestätigen. Die Gäste sollen geflohen sein.", ""),
        ("Die Polizei bestritt das. Die Gäste sollen geflohen sein.", ""),
        (
            "Nach Angaben des Amts waren „fünf bis sechs Höfe“ betroffen. Die Besitzer sollen geflohen sein.",
            "Angaben des Amts",
        ),
        (
            "Laut einem Bericht der Behörde brannte ein Hof.\n\nDie Besitzer sollen geflohen sein.",
            "einem Bericht der Behörde",
        ),
        ("Der Wirt klagte über Lärm.\n\nDie Gäste sollen geflohen sein.", ""),
        ("Der Wirt beklagte den Lärm. Er soll laut geworden sein.", ""),
    ],
)
def test_hearsay_is_passed_on_from_what_was_said_without_marks(text, speaker):
    assert found(text)[-1][2] == speaker


def test_verbs_of_hearsay_may_share_an_auxiliary():
    text = "Der Mann soll die Frau gepackt, ihr gedroht und sie geschlagen haben."
    assert [kind for kind, *_ in found(text)] == ["free-indirect"]


@pytest.mark.parametrize(
    "text",
    [
        "Der Mann soll die Wirtin am Arm gepackt, ihr ins Gesicht geschrien und sie in den Keller gesperrt haben.",
        "Unter den Verletzten soll sich auch der Amtmann befinden.",
    ],
)
def test_hearsay_in_a_row_of_verbs_or_of_where_somebody_is(text):
    assert found(text) == [("free-indirect", text, "")]


def test_words_in_marks_within_hearsay_leave_it_so():
    assert [kind for kind, *_ in found("Amsel soll den Wirt als „Wappler“ beschimpft haben.")] == [
        "free-indirect",
        "direct",
    ]


def test_a_guess_beside_a_verb_that_may_be_past_is_the_writers():
    text = "Ada Lind sagte, der Hafen sei zu. Die Leute machten weiter, und sie hätten Erfolg."
    assert found(text) == [("indirect", "der Hafen sei zu", "Ada Lind")]


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("Die Wirtin Ada Lind bedauerte den Ton. Amsel hätte ihn behalten.", False),
        ("Die Wirtin Ada Lind bedauerte den Ton. Lind hätte ihn gern geändert.", True),
        ("Die Wirtin Ada Lind rügte den Wirt. Amsel hätte früher handeln müssen.", True),
    ],
)
def test_what_another_by_name_would_have_done_is_the_writers(text, goes_on):
    assert [kind for kind, *_ in found(text)][1:] == ["indirect-free-indirect"] * goes_on


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Danach wurden bis Mai 812 Fälle gemeldet.", ["wurden bis Mai 812 Fälle gemeldet"]),
        ("Danach fuhr die Ministerin nach Hause.", []),
    ],
)
def test_figures_behind_a_report_are_of_that(text, said):
    assert [
        words for _, words, _ in found(f"Das geht aus einem Bericht des Amts hervor. {text}")[-1:]
    ] == said


def test_a_phrase_before_a_colon_is_not_all_that_goes_on():
    text = "Wirt Amsel schweigt. Nur so viel: Ein Zaun lasse sich „auch bei Nacht bauen“."
    assert found(text) == [
        ("indirect-free-indirect", "Nur so viel: Ein Zaun lasse sich „auch bei Nacht bauen“.", "Wirt Amsel"),
        ("direct", "„auch bei Nacht bauen“", "Wirt Amsel"),
    ]


@pytest.mark.parametrize(
    ("text", "claim", "whose"),
    [
        ("Ute Hessel wies den Vorwurf zurück, sie habe gelogen.", "sie habe gelogen", ""),
        ("Ute Hessel wies den Vorwurf, sie habe gelogen, zurück.", "sie habe gelogen", ""),
        ("Ute Hessel wies Vorwürfe, sie habe gelogen, entschieden zurück.", "sie habe gelogen", ""),
        ("Ute Hessel wies die Behauptung, dass sie gelogen habe, zurück.", "dass sie gelogen habe", ""),
        ("Ute Hessel widersprach der Darstellung, sie habe Geld genommen.", "sie habe Geld genommen", ""),
        (
            "Lamm wies den Vorwurf der Opposition zurück, er habe gelogen.",
            "er habe gelogen",
            "der Opposition",
        ),
        ("Ute Hessel bestritt, dass sie gelogen habe.", "dass sie gelogen habe", "Ute Hessel"),
        ("Ute Hessel stellte die Behauptung auf, er habe gelogen.", "er habe gelogen", "Ute Hessel"),
    ],
)
def test_a_claim_that_somebody_disputes_is_not_put_into_their_mouth(text, claim, whose):
    assert ("indirect", claim, whose) in found(text)
    assert len([each for each in found(text) if each[0] == "indirect"]) == 1


def test_a_claim_ends_before_marks_behind_a_colon():
    text = "Die Wirtin Ute Hessel widersprach Gerüchten, der Koch sei krank: „Er hat frei.“"
    assert found(text)[1:] == [
        ("indirect", "der Koch sei krank", ""),
        ("direct", "„Er hat frei.“", "Die Wirtin Ute Hessel"),
    ]


@pytest.mark.parametrize(
    ("text", "claim", "whose"),
    [
        ("Ada Pell wehrte sich gegen den Vorwurf, sie habe gelogen.", "sie habe gelogen", ""),
        ("Ada Pell kennt den Vorwurf, die Stadt tue nichts.", "die Stadt tue nichts", ""),
        ("Ada Pell nannte den Vorwurf, sie habe gelogen, absurd.", "sie habe gelogen", ""),
        ("Ada Pell trat Gerüchten entgegen, der Hafen werde geschlossen.", "der Hafen werde geschlossen", ""),
        ("Ada Pell sieht sich mit dem Vorwurf konfrontiert, sie habe gelogen.", "sie habe gelogen", ""),
        ("Ada Pell erhob den Vorwurf, die Stadt habe gelogen.", "die Stadt habe gelogen", "Ada Pell"),
        ("Ada Pell machte der Stadt den Vorwurf, sie tue nichts.", "sie tue nichts", "Ada Pell"),
        ("Ada Pell räumte den Vorwurf ein, sie habe gelogen.", "sie habe gelogen", "Ada Pell"),
        ("Ada Pell kritisierte die Stadt mit dem Vorwurf, sie tue nichts.", "sie tue nichts", "Ada Pell"),
        ("Ada Pell äußerte die Hoffnung, das Wetter werde besser.", "das Wetter werde besser", "Ada Pell"),
    ],
)
def test_who_only_meets_a_claim_does_not_make_it(text, claim, whose):
    assert [each for each in found(text) if each[0] == "indirect"] == [("indirect", claim, whose)]


@pytest.mark.parametrize("heard", ["zu hören", "zu erfahren", "zu vernehmen"])
def test_what_can_be_heard_somewhere_is_not_said_by_whom_it_is_about(heard):
    text = f"Wie aus Rathauskreisen {heard} war, hatte er vor dem Geschäft gewarnt."
    assert found(text) == [("indirect", "hatte er vor dem Geschäft gewarnt", "Rathauskreisen")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Das Eingeständnis der Wirtin, ihr Plan, den Steg zu sperren, sei falsch gewesen, führte zum Streit.",
            ("indirect", "ihr Plan, den Steg zu sperren, sei falsch gewesen", "der Wirtin"),
        ),
        (
            "Den Vorwurf, der Plan, der alt ist, sei falsch, wies die Wirtin zurück.",
            ("indirect", "der Plan, der alt ist, sei falsch", ""),
        ),
        (
            "Die Wirtin klagte. Der Vorwurf der Stadt, sie lüge, sei falsch.",
            ("indirect", "sie lüge", "der Stadt"),
        ),
        ("Im Ort gibt es Hinweise, dass der Steg morsch ist.", ("indirect", "dass der Steg morsch ist", "")),
    ],
)
def test_a_claim_has_its_own_verb_and_no_more(text, expected):
    assert expected in found(text)


def test_what_somebody_goes_on_with_is_said_as_a_whole():
    assert found("Die Wirtin klagte. Es gebe Hinweise, dass der Steg morsch sei.")[-1] == (
        "indirect-free-indirect",
        "Es gebe Hinweise, dass der Steg morsch sei.",
        "Die Wirtin",
    )
