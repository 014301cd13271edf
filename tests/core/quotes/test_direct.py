"""Minimal pairs: speech in marks against names, titles and words kept at a distance."""

import pytest

from tests.core.language.bracketed import said


def direct(text: str, language: str = "de") -> list[str]:
    return [words for kind, words, _, _ in said(text, language) if kind == "direct"]


SPEECH = [
    "„Wir bleiben“, sagte Lind.",
    "„Ja“, sagte Lind.",
    "„Niemals!“ rief Lind.",
    "Lind sagte: „Wir bleiben.“",
    "Lind: „Wir bleiben am Kap.“",
    "Lind antwortete knapp: „Nein.“",
    "„Wir bleiben“, so die Ministerin.",
    "„Wir bleiben“, wie die Ministerin mitteilte.",
    "„Das Kap gehört uns allen und niemandem sonst.“",
    "Der Hafen sei sicher, sagte Lind: „Wir haben alles geprüft.“",
    "„Ich bin müde“, seufzte der Kapitän.",
    "„Wer geht, verliert“, hatte Lind zuvor gesagt.",
    "„Das lassen wir uns nicht gefallen“, hieß es in der Erklärung.",
    "»Wir bleiben«, sagte Lind.",
    '"Wir bleiben", sagte Lind.',
    "“Wir bleiben”, sagte Lind.",
    "„Kommt sofort her!“ – so rief der Kapitän.",
    "Dem Bericht zufolge war „die Lage im Hafen seit vielen Monaten nicht mehr zu halten“.",
    "Lind winkt der Menge zu: „Bis morgen...“",
    "„War das alles?“, fragte der Richter.",
    "Der Kapitän schrieb: „Die See war glatt wie Öl.“",
    "Auf dem Plakat stand: „Rettet unser Watt!“",
    "„Wir haben gewonnen, weil wir länger warten konnten als alle anderen“, erklärte der Trainer.",
    "„Keine Angst“, sagte sie.",
    "Er sagte am Morgen: ‚Das wird nichts.‘",
    "Lind sprach von „falschen Zahlen“.",
    "Die Ministerin nannte den Plan „völlig unbrauchbar“.",
    "Varga bezeichnete die Reise als „einmaligen Vorgang“.",
    "Die Fischer warnten vor einer „Flut von Paragrafen“.",
    "Die Menge skandierte Parolen wie „Lind muss weg!“",
    "„Wo bleibt das Boot?“, wollen die Fischer wissen.",
    "„Guten Morgen, Hafen“, mit diesen Worten betrat er den Steg.",
    "„Ja, es gibt Risse.“ Mehr war nicht zu hören.",
    "Seiner Ansicht nach „war das Wetter schuld“.",
    "Kämen die Boote nicht zurück, „helfe ihnen niemand“.",
    "Aus dem Schreiben las er einen „zutiefst vorsichtigen Ton“ heraus.",
    "Lind hat sich den Hafen angesehen und sprach von einer „völligen Verwüstung“.",
]

NO_SPEECH = [
    "Sie fuhr ins „Sonnencamp“ am Meer.",
    "Der Forscher lehrt an der „Freien Akademie“ in Kiel.",
    "Zum „lachenden Dritten“ könnte Varga werden.",
    "Ihm wurde „freie Fahrt“ zugesagt.",
    "Der Film „Die Nacht am Kap“ läuft im Mai.",
    "Das Schiff „Morgenröte“ sank.",
    "Die „Kap-Nachrichten“ berichteten ausführlich.",
    "Die Partei „Neue Mitte“ gewann.",
    "Seine „Freunde“ kamen nicht.",
    "Das Lied „Komm bald wieder“ war ein Erfolg.",
    "Sie spielte in der Serie „Wer zuletzt lacht“ mit.",
    "Der Verein „Rettet das Watt“ lud ein.",
    "Die Operation „Nordwind“ begann um drei.",
    "Im Café „Zur schönen Aussicht“ saß niemand.",
    "Er gilt als „harter Hund“ im Hafen.",
    "„Schiff der Träume“, ein Film von Lind, läuft im Mai.",
    "Sie spielt in „Die letzte Fähre“ mit.",
    "Das „älteste Haus am Platz“ wird verkauft.",
    "Das Amt rechnet mit „falschen Zahlen“.",
    "Die sogenannte „Sondersteuer“ fällt weg.",
    "Der Roman „Es wird nie wieder Sommer“ verkauft sich gut.",
    "Mit „großer Sorge“ sieht der Verband die Lage.",
    "Das Wort „Krise“ mied sie.",
    "Er trat in der Show „Das Beste kommt zum Schluss“ auf.",
    "Bei „Hafen live“ war er Gast.",
    "Das Motto „Gemeinsam sind wir stark“ kam an.",
    "Der Preis „Goldene Möwe“ ging nach Kiel.",
    "Man nennt ihn „den Fuchs“.",
]


@pytest.mark.parametrize("text", SPEECH)
def test_speech_is_found(text):
    assert len(direct(text)) == 1


@pytest.mark.parametrize("text", NO_SPEECH)
def test_names_and_scare_quotes_are_no_speech(text):
    assert direct(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"We are staying," Lind said.', ['"We are staying,"']),
        ("“We are staying,” said Mr. Lind.", ["“We are staying,”"]),
        ("Lind said: “We are staying.”", ["“We are staying.”"]),
        ("‘We are staying,’ the captain told reporters.", ["‘We are staying,’"]),
        ("The film “Night at the Cape” opens in May.", []),
        ("She works at the “Free Academy” in Kiel.", []),
    ],
)
def test_english(text, found):
    assert direct(text, "en") == found


def test_direct_quotations_keep_their_marks():
    assert direct("Lind sagte: „Wir bleiben.“ Dann ging sie.") == ["„Wir bleiben.“"]
