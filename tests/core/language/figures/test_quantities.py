import pytest
import spacy

from core.language.figures.dates import Dates
from core.language.figures.quantities import QUANTITIES, Quantities, find_figures, find_quantities
from tests.benchmarks.figures import BAR, LABELS, measure, sentences
from tests.timing import seconds


def quantities(text: str) -> list[str]:
    return [text[start:end] for start, end in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Das kostet rund 1,5 Millionen Euro.", ["rund 1,5 Millionen Euro"]),
        ("Der Stau war zwölf bis 15 Kilometer lang.", ["zwölf bis 15 Kilometer"]),
        ("Es sind 0,8 %, 12,40 € oder $5.", ["0,8 %", "12,40 €", "$5"]),
        ("Mit 110 km/h fuhr er 26km weit.", ["110 km/h", "26km"]),
        ("Im Depot liegen 5000 Raketen und 15.000 leere Kisten.", ["5000 Raketen", "15.000 leere Kisten"]),
        ("Zwei Drittel gingen nach anderthalb Stunden.", ["Zwei Drittel", "anderthalb Stunden"]),
        ("Drei Mio. Menschen fehlen 500.000.", ["Drei Mio. Menschen", "500.000"]),
        ("Bei minus 12 Grad fror sie.", ["minus 12 Grad"]),
    ],
)
def test_a_number_and_its_unit_are_a_quantity(text, expected):
    assert quantities(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Zwei Kinder und drei Hunde saßen im Boot.",
        "Die Putzfrau fand es in einem Schuh.",
        "Er (63) wurde 2027 Minister.",
        "Das 10-Euro-Ticket und die 5-Prozent-Hürde.",
        "Sie gewann 2:1 und wurde 3.",
    ],
)
def test_small_numbers_and_parts_of_words_are_none(text):
    assert quantities(text) == []


def test_a_date_is_no_quantity():
    text = "Vor drei Jahren dauerte es drei Jahre."
    dates, found = find_figures(text)
    assert [text[start:end] for start, end in dates] == ["Vor drei Jahren"]
    assert [text[start:end] for start, end in found] == ["drei Jahre"]


def test_the_components_agree_with_the_functions():
    text = "Vor drei Jahren zahlte er 40 Euro."
    doc = Quantities("de")(Dates("de")(spacy.blank("de")(text)))
    assert [(span.text, span.label_) for span in doc.spans[QUANTITIES]] == [("40 Euro", "QUANTITY")]


@pytest.mark.parametrize("label", LABELS)
def test_the_rules_reach_the_bar_on_sentences_they_were_not_tuned_on(label):
    assert measure("measuring")[label].f1 >= BAR


def test_the_halves_hold_different_sentences():
    tuning, measuring = ({text for text, _ in sentences(half)} for half in ("tuning", "measuring"))
    assert len(tuning) == len(measuring) == 90
    assert not tuning & measuring


@pytest.mark.benchmark
@pytest.mark.parametrize("piece", ["tausend", "ein", "1.", "drei ", "15 bis "])
def test_the_time_is_linear_in_texts_of_nothing_but_numbers(piece):
    def took(times: int) -> float:
        return seconds(lambda: find_quantities(piece * times))

    find_quantities("")
    short, long = took(1_000), took(8_000)
    assert long < 40 * max(short, 0.003)
