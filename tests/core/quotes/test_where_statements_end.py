"""Where the writer's own words begin again, and where nobody has said anything."""

import pytest

from tests.core.quotes.said import found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Die Wirtin hofft, dass der Streit vorbei ist; das Dach kostet 900 Euro.",
            "dass der Streit vorbei ist",
        ),
        (
            "Er warnte davor, „Dorf gegen Dorf zu hetzen“, womit er auf Leer zielte.",
            "„Dorf gegen Dorf zu hetzen“",
        ),
        ("Sie gab an, in Leer gewesen zu sein, was nicht stimmte.", "in Leer gewesen zu sein"),
        ("Der Wirt soll zugestimmt haben; eine Antwort gab es nicht.", "Der Wirt soll zugestimmt haben"),
        ("Kern schwieg lange; die Frist sei kurz, sagte sein Anwalt.", "die Frist sei kurz"),
        (
            "Vor Kälte, sagt sie, warne sie ihre Schüler jeden Tag.",
            "Vor Kälte … warne sie ihre Schüler jeden Tag",
        ),
        ("Bei ihr, meint sie, sei noch jeder geblieben.", "Bei ihr … sei noch jeder geblieben"),
        (
            "Der Pfarrer hofft, dass die Sache ruht; das Dach zu flicken, kostet jedes Mal mehr.",
            "dass die Sache ruht",
        ),
        (
            "Man lachte, sagt Kern. Sie seien höflich gewesen, doch zahlen musste er.",
            "Sie seien höflich gewesen",
        ),
        (
            "Nach Angaben der Behörde in Husum wurde der Deich gesperrt.",
            "wurde der Deich gesperrt",
        ),
        ("Kern ist frei und soll in Leer ein Boot besitzen.", "soll in Leer ein Boot besitzen."),
        ("Kern war Koch und glaubt, wie er betont, an gar nichts.", "glaubt … an gar nichts"),
        (
            "Der Deich sei alt und brauche, wie Kern sagt, neuen Sand.",
            "Der Deich sei alt und brauche … neuen Sand",
        ),
    ],
)
def test_a_statement_without_what_the_writer_adds(text, words):
    assert words in [said for _, said, _ in found(text)]
    assert not any(said.startswith(words) and len(said) > len(words) for _, said, _ in found(text))


@pytest.mark.parametrize(
    "text",
    [
        "Der Prüfer hält ihr das vor, sie wird rot.",
        "Die Stadt droht mit Strafen, das Dorf wartet ab.",
        "Mehr will er nicht sagen, sein Vater wartet draußen.",
        "Dass sich daran etwas ändert, glaubt im Dorf kaum jemand.",
        "Dass sich daran etwas ändert, glaubt auf dem weiten Platz kaum jemand.",
        "„Freie Wege“ heißt sie, tausend Leute haben unterschrieben.",
        "Die Abgeordnete fordert ein Gesetz, das allen den Zugang zu den Seen sichert.",
    ],
)
def test_no_statement(text):
    assert not [said for kind, said, _ in found(text) if kind == "indirect"]


@pytest.mark.parametrize(
    ("text", "words", "who"),
    [
        ("Das Brot wird teurer, das sagte der Verband am Montag.", "Das Brot wird teurer", "der Verband"),
        ("Die Fähre ist zu alt, das behauptet der Lotse.", "Die Fähre ist zu alt", "der Lotse"),
    ],
)
def test_a_clause_that_says_who_said_the_one_before(text, words, who):
    assert found(text) == [("indirect", words, who)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Die Wirtin ging davon aus, dass das Boot gebraucht werde und weigerte sich, es zu verkaufen.",
            "dass das Boot gebraucht werde",
        ),
        ("Lind sagte, die Gäste müssten warten und verwies auf den Plan.", "die Gäste müssten warten"),
        (
            "Lind sagte, die Gäste müssten warten und bemühte das Bild vom vollen Boot.",
            "die Gäste müssten warten",
        ),
        (
            "Sie sagte, er sei nach Hause gegangen und habe geweint.",
            "er sei nach Hause gegangen und habe geweint",
        ),
        ("Sie sagte, dass er fortgegangen sei und weinte.", "dass er fortgegangen sei und weinte"),
        ("Lind sagte, er sei fort und wisse nichts davon.", "er sei fort und wisse nichts davon"),
        (
            "Die Wirtin klagte. Sie halte die Regeln für vertretbar und bezeichnete den Zaun als Geschenk.",
            "Sie halte die Regeln für vertretbar",
        ),
    ],
)
def test_behind_und_the_writer_tells_what_else_the_speaker_did(text, words):
    assert words in [said for _, said, _ in found(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Die Wirtin kündigte an, mit allen Gästen, auch denen aus Ulm, reden zu wollen.",
            "mit allen Gästen, auch denen aus Ulm, reden zu wollen",
        ),
        (
            "Alle wurden dazu aufgerufen, Boote, die einem anderen gehören, nicht zu betreten.",
            "Boote, die einem anderen gehören, nicht zu betreten",
        ),
        ("Die Wirtin versprach Lind, dem Fischer, den Steg zu flicken.", "den Steg zu flicken"),
        ("Es kündigte Lind, die Wirtin, an, den Steg zu flicken.", "den Steg zu flicken"),
    ],
)
def test_what_somebody_will_do_begins_behind_the_comma(text, words):
    assert [said for _, said, _ in found(text)] == [words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Der Rat habe, so Lind, nichts verstanden.", "Der Rat habe … nichts verstanden"),
        ("Der Rat habe, so Lind am Montag, lange gewartet.", "Der Rat habe … lange gewartet"),
        (
            "Das Vorhaben sei, hieß es aus dem Rathaus, längst beschlossen.",
            "Das Vorhaben sei … längst beschlossen",
        ),
        ("Das Vorhaben sei, sagte Lind, längst beschlossen.", "Das Vorhaben sei … längst beschlossen"),
        (
            "Das Vorhaben habe, wie Lind sagte, niemanden überzeugt.",
            "Das Vorhaben habe … niemanden überzeugt",
        ),
        ("Das Vorhaben wird, so der Rat, zu teuer.", "Das Vorhaben wird … zu teuer"),
        ("Das Haus sei schön, sagte Lind, sichtlich erleichtert.", "Das Haus sei schön"),
        ("Das Haus gefalle ihm, so Lind, deutlich erholt.", "Das Haus gefalle ihm"),
    ],
)
def test_the_rest_of_a_verb_behind_who_says_it_is_said_as_well(text: str, words: str):
    assert words in [each for _, each, _ in found(text)]
