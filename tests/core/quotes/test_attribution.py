"""Who says what stands in marks."""

import pytest

from tests.core.language.bracketed import read, said


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("„Wir bleiben“, sagte [PER Ada Lind].", "Ada Lind", "sagte"),
        ("„Wir bleiben“, sagte die Ministerin [PER Ada Lind] am Montag.", "die Ministerin Ada Lind", "sagte"),
        ("„Wir bleiben“, sagte sie am Montag in Kiel.", "sie", "sagte"),
        ("„Wir bleiben“, so der Sprecher der Werft.", "der Sprecher der Werft", "so"),
        ("„Wir bleiben“, kündigte [PER Lind] am Morgen an.", "Lind", "kündigte … an"),
        ("„Wir bleiben“, hatte [PER Lind] zuvor gesagt.", "Lind", "hatte … gesagt"),
        ("„Wir bleiben“, wie [PER Lind] mitteilte.", "Lind", "mitteilte"),
        ("[PER Lind] sagte: „Wir bleiben.“", "Lind", "sagte"),
        ("Am Montag sagte [PER Lind] im Rathaus: „Wir bleiben.“", "Lind", "sagte"),
        ("Im Gespräch mit der „Neuen Post“ sagte der Reeder: „Wir bleiben.“", "der Reeder", "sagte"),
        (
            "[PER Ada Lind], Ministerin für Häfen, sagte: „Wir bleiben.“",
            "Ada Lind, Ministerin für Häfen,",
            "sagte",
        ),
        (
            "Der Vorsitzende des Verbandes, [PER Jon Berg], sagte: „Wir bleiben.“",
            "Der Vorsitzende des Verbandes, Jon Berg,",
            "sagte",
        ),
        ("[PER Lind], die seit Jahren warnt, sagte: „Wir bleiben.“", "Lind", "sagte"),
        ("Hafenministerin [PER Ada Lind] winkt: „Wir bleiben.“", "Hafenministerin Ada Lind", ""),
        ("[PER Lind]: „Wir bleiben am Kap.“", "Lind", ""),
        ("Die Polizei teilte mit: „Wir suchen weiter nach dem Boot.“", "Die Polizei", "teilte mit"),
        ("„Wir suchen weiter“, heißt es in einer Mitteilung.", "einer Mitteilung", "heißt es"),
        (
            "Laut der Werft war es „ein Schaden, wie ihn noch keiner von uns je gesehen hat“.",
            "der Werft",
            "Laut",
        ),
        (
            "„Das Boot ist alt“, sagte Hauptgeschäftsführer [PER Ole Brandt] der [ORG Hafenpost].",
            "Hauptgeschäftsführer Ole Brandt",
            "sagte",
        ),
        ("„Wir bleiben“, riefen Anwohner und Fischer.", "Anwohner und Fischer", "riefen"),
        ("„Wo bleibt das Boot?“, wollen die Fischer wissen.", "die Fischer", "wollen … wissen"),
        ("Als „großen Verlust“ bezeichnet die Ministerin den Brand.", "die Ministerin", "bezeichnet"),
        (
            "Die Werft antwortet auf die Frage, warum sie schließt: „Wir finden niemanden.“",
            "Die Werft",
            "antwortet",
        ),
    ],
)
def test_speaker_and_cue(text, speaker, cue):
    (found,) = [q for q in said(text) if q[0] == "direct"]
    assert found[2].rstrip(",") == speaker.rstrip(",")
    assert found[3] == cue


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"We are staying," said [PER Ada Lind].', "Ada Lind"),
        ('"We are staying," [PER Lind] said on Monday.', "Lind"),
        ('"We are staying," she said.', "she"),
        ('Transport minister [PER Jon Berg] said: "We are staying."', "Transport minister Jon Berg"),
        ('"We are staying," the council said.', "the council"),
        ('"We are staying," said [PER Ada Lind], 62, who runs the port.', "Ada Lind"),
        ('"We are staying," union leader [PER Ada Lind], 54, told a crowd.', "union leader Ada Lind, 54"),
        ('[PER Ada Lind], who came late, described it as "a long and hard road".', "Ada Lind"),
    ],
)
def test_english_speakers(text, speaker):
    (found,) = [q for q in said(text, "en") if q[0] == "direct"]
    assert found[2] == speaker


def test_a_quotation_in_two_parts_is_one():
    assert [(words, who) for _, words, who, _ in said("„Wer geht“, sagte [PER Lind], „der verliert.“")] == [
        ("„Wer geht“ … „der verliert.“", "Lind")
    ]


def test_after_a_full_stop_the_speaker_is_carried_over():
    doc = read("„Das Boot ist alt“, sagte er. „Es sinkt bald.“")
    first, second = doc._.findings
    assert doc.text[slice(*second.spans[0])] == "„Es sinkt bald.“"
    assert second.speaker == first.speaker
    assert second.carried
    assert not second.cue


def test_no_speaker_is_carried_into_another_paragraph():
    found = said("„Das Boot ist alt“, sagte er.\n„Das Meer ist weit und kalt und tief.“")
    assert found[1][2] == ""


def test_a_shared_subject_speaks_again():
    found = said("„Das Boot ist alt“, sagte [PER Lind] und fügte hinzu: „Es sinkt bald.“")
    assert [who for _, _, who, _ in found] == ["Lind", "Lind"]


def test_the_frame_is_what_stands_around():
    doc = read("Am Morgen sagte sie: „Wir bleiben.“")
    (found,) = doc._.findings
    assert [doc.text[a:b] for a, b in found.frame] == ["Am Morgen sagte sie:"]


def test_a_missing_closing_mark_ends_before_the_cue():
    assert said("„Wir bleiben am Kap, sagte [PER Lind] am Montag. Dann ging sie.") == [
        ("direct", "„Wir bleiben am Kap", "Lind", "sagte")
    ]


def test_a_missing_closing_mark_behind_a_colon_ends_with_the_paragraph():
    found = said("Ein Fischer sagt: „Wir bleiben am Kap, egal was kommt.\nDann kam [PER Berg].")
    assert found == [("direct", "„Wir bleiben am Kap, egal was kommt.", "Ein Fischer", "sagt")]


def test_speech_that_the_next_paragraph_opens_anew_is_one_quotation():
    found = said(
        "[PER Lind] sagte: „Wir bleiben hier, bis alles geprüft ist.\n„Danach gehen wir heim.“\nEs regnete."
    )
    assert found == [
        (
            "direct",
            "„Wir bleiben hier, bis alles geprüft ist. … „Danach gehen wir heim.“",
            "Lind",
            "sagte",
        )
    ]


def test_speech_that_only_the_next_paragraph_closes_is_one_quotation():
    found = said("[PER Lind] sagte: „Wir bleiben hier.\nWer uns vertreiben will, soll es sagen.“ Es regnete.")
    assert found == [
        ("direct", "„Wir bleiben hier. … Wer uns vertreiben will, soll es sagen.“", "Lind", "sagte")
    ]


def test_a_paragraph_that_is_all_speech_goes_on_with_the_one_before():
    doc = read("[PER Lind] sagte: „Wir bleiben hier.“\n„Danach gehen wir alle zusammen heim.“")
    first, second = doc._.findings
    assert second.speaker == first.speaker
    assert second.carried


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lind sagte, dass der Hafen „bis auf den letzten Liegeplatz“ belegt sei.", True),
        ("Laut Lind ist der Hafen „vollkommen sicher“.", True),
        ("Lind drohte, „fremde Schiffe“ zu versenken.", False),
        ("Der Reeder soll ihr „freie Fahrt“ zugesagt haben.", False),
        ("So sähe der Reeder „wie ein Verlierer“ aus, so die Zeitung.", False),
    ],
)
def test_words_in_marks_within_speech(text, words):
    doc = read(text)
    outer = next(finding for finding in doc._.findings if finding.type.value != "direct")
    assert len(outer.verbatim) == 1
    nested = [finding for finding in doc._.findings if finding.within is not None]
    assert [finding.spans for finding in nested] == ([outer.verbatim] if words else [])
    assert all(finding.speaker == outer.speaker for finding in nested)


def test_names_in_marks_within_speech_are_not_verbatim():
    (found,) = read("Lind sagte, dass der Film „Die Nacht am Kap“ im Mai läuft.")._.findings
    assert found.verbatim == ()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("According to [PER Ada Lind], a harbour pilot, the port was safe.", "Ada Lind, a harbour pilot"),
        ("According to [PER Jon Berg], who runs the yard, it is over.", "Jon Berg, who runs the yard"),
        ("According to the council, a new bridge, costing four million, will be built.", "the council"),
    ],
)
def test_what_stands_between_commas_behind_a_source(text, speaker):
    (found,) = said(text, "en")
    assert found[2] == speaker


def test_a_phrase_ends_with_the_last_of_its_modifiers():
    text = "„Wir bleiben“, sagte der Sprecher der Leitung des Amtes der Stadt am Montag."
    ((_, _, speaker, _),) = said(text)
    assert speaker == "der Sprecher der Leitung des Amtes der Stadt"


@pytest.mark.parametrize(("characters", "speaker"), [(50, "Lind"), (500, "Lind"), (650, "")])
def test_who_spoke_goes_on_speaking_for_six_hundred_characters(characters, speaker):
    still = "Am Kai war es still, und der Wind kam aus Nordosten. "
    between = still * (characters // len(still) + 1)
    first, second = said(f"„Wir bleiben“, sagte [PER Lind] am Kai. {between}„Und zwar alle.“")
    assert (first[2], second[2]) == ("Lind", speaker)
