import pytest

from tests.core.language.names.marked import names, run


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Brücke ist zu (dpa).", [("dpa", "ORG")]),
        ("So melden es (AP/AFP).", [("AP", "ORG"), ("AFP", "ORG")]),
        ("Foto: Ada Lind/imago", [("imago", "ORG")]),
        ("Das AP im Plan steht für Arbeitspaket.", []),
        ("Ein sid ist kein Wort.", []),
        ("Bilder von Getty Images hingen dort.", [("Getty Images", "ORG")]),
    ],
)
def test_agencies_are_organisations(text, expected):
    assert names(run("lesart_agencies", text)) == expected


def test_another_label_gives_way():
    assert names(run("lesart_agencies", "Er schrieb [MISC dpa] und ging.")) == [("dpa", "ORG")]
