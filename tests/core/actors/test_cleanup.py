import pytest

from core.actors.names.cleaning import clean, with_missed_surnames, with_names_in_full
from core.analysis.analysis import Form, Label, Mention
from tests.core.actors.staged import names_in, parsed_of
from tests.core.language.bracketed import unbracket


def cleaned(marked: str) -> list[tuple[str, str]]:
    text = unbracket(marked)[0]
    found = clean(parsed_of(text), names_in(marked))
    return [(text[m.start : m.end], m.label.value) for m in found]


def test_marks_and_signs_at_the_edges_are_trimmed():
    assert cleaned("[PER ▶\ufe0e Ada Lind] kam, auch die [ORG „Hafenpost“].") == [
        ("Ada Lind", "PER"),
        ("Hafenpost", "ORG"),
    ]


def test_titles_that_the_model_took_in_are_left_out():
    assert cleaned("[PER US-Präsident Jon Berg] und [PER Ministerin Ada Lind] kamen.") == [
        ("Jon Berg", "PER"),
        ("Ada Lind", "PER"),
    ]


def test_a_verb_that_opens_the_sentence_is_no_part_of_the_name():
    assert cleaned("[PER Tritt Lind] zurück, kommt [PER Jon Berg].") == [("Lind", "PER"), ("Jon Berg", "PER")]


def test_a_mention_ends_with_its_block():
    text = "Ada Lind\nJon Berg kam."
    found = clean(parsed_of(text), [Mention(0, 17, Label.PER)])
    assert [text[m.start : m.end] for m in found] == ["Ada Lind"]


def test_a_name_with_a_role_and_an_age_is_a_person():
    assert cleaned("Admiral [ORG Sipho Dlam] (60) kam.") == [("Sipho Dlam", "PER")]


def test_a_body_with_figures_in_brackets_stays_a_body():
    assert cleaned("Die [ORG Kapwerft] (60) schließt.") == [("Kapwerft", "ORG")]


def test_a_noun_that_verbs_take_without_an_article_is_no_name():
    assert cleaned("[PER Ada Lind] suchte [ORG Zuflucht] auf der [ORG „Zuflucht“].") == [
        ("Ada Lind", "PER"),
        ("Zuflucht", "ORG"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Um 500 v. [PER Chr.] lebten dort Händler.",
        "Das jüngste Grab ist von 100 nach [PER Chr.]",
        "Der Turm stammt aus dem 3. Jahrhundert vor [PER Christus].",
        "Im Jahre 79 nach [PER Christi] Geburt brach der Berg aus.",
    ],
)
def test_the_name_in_a_year_of_an_era_is_nobody(text):
    assert cleaned(text) == []


@pytest.mark.parametrize(
    "text",
    ["Nach [PER Christus] kam [PER Paul Lind].", "[PER Chr. Lind] siegte mit 2:1 vor [PER Chr. Berg]."],
)
def test_a_person_of_that_name_stays(text):
    assert len(cleaned(text)) == 2


def test_a_parliament_is_a_name_behind_its_article():
    assert cleaned("Sie arbeitet im [ORG Bundestag], dann beim [ORG Rundfunk].") == [("Bundestag", "ORG")]


def test_an_arabic_surname_that_was_left_behind_is_taken_in():
    assert cleaned("[PER Karim] al-Hadi kam.") == [("Karim al-Hadi", "PER")]


def test_a_name_goes_on_behind_mere_particles():
    assert cleaned("„Ja“, sagte [PER van] der Meeren.") == [("van der Meeren", "PER")]


def test_the_article_of_a_byname_is_no_part_of_the_name():
    assert cleaned("[PER Magnus II. der] Kühne kam.") == [("Magnus II.", "PER")]


def test_the_place_of_an_office_is_no_surname():
    assert cleaned("Der Erzbischof [PER von Husum] und Graf [PER von Rhoden] kamen.") == [
        ("Husum", "LOC"),
        ("von Rhoden", "PER"),
    ]


def test_a_compound_taken_for_an_adjective_is_cut_at_its_hyphen():
    text = "Die Peru-Krise wächst."
    (found,) = clean(parsed_of(text), [Mention(4, 14, Label.LOC, Form.DERIVED)])
    assert (text[found.start : found.end], found.form) == ("Peru", Form.PART)


def test_mentions_never_overlap():
    text = "Ada Lind kam."
    found = clean(
        parsed_of(text), [Mention(0, 8, Label.PER), Mention(4, 8, Label.PER), Mention(0, 3, Label.ORG)]
    )
    assert [(m.start, m.end) for m in found] == [(0, 8)]


def missed(marked: str) -> list[str]:
    text = unbracket(marked)[0]
    parsed = parsed_of(text)
    found = with_missed_surnames(parsed, clean(parsed, names_in(marked)))
    return [text[m.start : m.end] for m in found]


def test_a_surname_that_stands_again_is_found():
    assert missed("[PER Ada Lind] kam. Dann ging Lind. Linds Boot blieb.") == ["Ada Lind", "Lind", "Linds"]


def test_a_surname_that_is_also_a_common_noun_is_not_added():
    assert missed("[PER Ada Richter] kam. Der Richter sprach. Richter sind selten.") == ["Ada Richter"]


def test_part_of_another_word_is_no_surname():
    assert missed("[PER Ada Lind] kam. Lindau ist schön.") == ["Ada Lind"]


@pytest.mark.parametrize(
    ("marked", "last"),
    [
        ("[PER Ada Lind] kam. Auch Ada [PER Lind] ging.", "Ada Lind"),
        ("[PER Ada Lind] kam. Das Boot gehört Ada [PER Linds] Bruder.", "Ada Linds"),
        ("[PER Ada Lind] kam. Auch Kanada [PER Lind] ging.", "Lind"),
        ("[PER Ada Lind] kam. Auch Eva [PER Lind] ging.", "Lind"),
        ("[PER Ada Lind] kam. Auch [PER Ada] [PER Lind] ging.", "Lind"),
    ],
)
def test_a_name_known_in_full_is_read_in_full(marked: str, last: str) -> None:
    text = unbracket(marked)[0]
    parsed = parsed_of(text)
    found = with_names_in_full(parsed, clean(parsed, names_in(marked)))
    assert text[found[-1].start : found[-1].end] == last
