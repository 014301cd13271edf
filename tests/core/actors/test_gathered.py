"""Groups and texts without a name, in whole texts read with the bundled model."""

import pytest

from tests.core.actors.test_descriptions import MODEL, described

pytestmark = pytest.mark.skipif(not MODEL.exists(), reason="the German model is not there")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "Die Imker warnen, der Klee sei weg. Am Abend gingen die Imker heim.",
            [("Die Imker", "die Imker"), ("die Imker", "die Imker")],
        ),
        (
            "Einer neuen Studie zufolge sinkt der Pegel. Die Studie ist dick. Bezahlt hat die Untersuchung das Land.",
            [
                ("Einer neuen Studie", "die Studie"),
                ("Die Studie", "die Studie"),
                ("die Untersuchung", "die Studie"),
            ],
        ),
        # no text that only lies about
        ("Auf dem Tisch liegt ein Bericht. Der Bericht ist dick.", []),
        # two texts of one kind: the other noun may mean either
        (
            "Laut einem Brief ist der Pegel hoch. Laut einer Petition ist er niedrig. Das Schreiben ist lang.",
            [("einem Brief", "Brief"), ("einer Petition", "Petition")],
        ),
        # what is told of two groups differs
        (
            "Die Winzer aus Baden sagen, der Frost sei da. Die Winzer aus Franken lachen.",
            [("Die Winzer aus Baden", "die Winzer aus Baden")],
        ),
        (
            "Laut dänischen Zeitungsberichten ist der Hafen zu.",
            [("dänischen Zeitungsberichten", "dänische Zeitungsberichte")],
        ),
        (
            "Beide Seiten betonten, man sei nahe dran. Das nutze beiden Seiten.",
            [("Beide Seiten", "beide Seiten"), ("beiden Seiten", "beide Seiten")],
        ),
        # groups that act are actors where it is told which they are
        (
            "Schwedische Taucher hoben das Schiff. Später froren die Taucher.",
            [("Schwedische Taucher", "Schwedische Taucher"), ("die Taucher", "Schwedische Taucher")],
        ),
        ("Pendler fahren früh los. Am Abend kommen Pendler zurück.", []),
        ("Viele sagen, der Hafen sei zu.", [("Viele", "viele")]),
    ],
)
def test_who_speaks_without_a_name_is_found_wherever_the_noun_is(text, meant):
    assert described(text) == meant
