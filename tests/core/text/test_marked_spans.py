import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.text.marked_spans import lines, marked_stretches
from tests.timing import seconds


def stretches(text: str) -> list[tuple[str, int, bool]]:
    return [(text[m.start : m.end], m.level, m.closed) for m in marked_stretches(text, lines(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("„Ja“, sagte er. „Nein.“", ["„Ja“", "„Nein.“"]),
        ("“Yes,” she said.", ["“Yes,”"]),
        ('"Ja", sagte "Bo" leise.', ['"Ja"', '"Bo"']),
        ("»Ja«, sagte sie, «nein».", ["»Ja«", "«nein»"]),
        ("›Ja‹ und ‹nein›", ["›Ja‹", "‹nein›"]),
        ('„Ja” und „nein"', ["„Ja”", '„nein"']),
        ("“Ja“ und “nein“", ["“Ja“", "“nein“"]),
        (",,Ja'' und ``nein''", [",,Ja''", "``nein''"]),
        ('Er sagte:"Ja."', ['"Ja."']),
        ("'Ja', sagte sie", ["'Ja'"]),
        ("‘Yes,’ she said, it’s fine", ["‘Yes,’"]),
        ("« Oui », dit-elle. « Non. »", ["« Oui »", "« Non. »"]),
        ("«\u202fOui\u202f», dit-elle", ["«\u202fOui\u202f»"]),
        ("‹ Oui ›", ["‹ Oui ›"]),
        ("»Ja», sanoi hän. »Ei.»", ["»Ja»", "»Ei.»"]),
        ("”Ja”, sa hon", ["”Ja”"]),
        ("„Tak”, powiedział", ["„Tak”"]),
        ("<<Ja>>, sagte er", ["<<Ja>>"]),
        ("「はい」と言った", ["「はい」"]),
        ('"Ja“, sagte er', ['"Ja“']),
        ("„Ja“”, sagte er", ["„Ja“"]),
        ("„„Ja“, sagte er", ["„Ja“"]),
        ("„Ja„, sagte er. „Nein.„", ["„Ja„", "„Nein.„"]),
        ("a << b und c >> d", []),
    ],
)
def test_every_style_of_marks(text, found):
    assert [stretch for stretch, _, _ in stretches(text)] == found


@pytest.mark.parametrize(
    "text",
    ["Trumps' Haus steht.", "So geht's nicht.", "Hans’ Boot", "5'10 groß", "the boys' idea", "rock 'n' roll"],
)
def test_an_apostrophe_is_no_mark(text):
    assert [s for s in stretches(text) if len(s[0]) > 3] == []


def test_marks_within_marks_are_nested():
    assert stretches("„Er rief ‚Halt‘ und lief“") == [
        ("„Er rief ‚Halt‘ und lief“", 0, True),
        ("‚Halt‘", 1, True),
    ]
    assert [level for _, level, _ in stretches("„Das »Boot« sank“")] == [0, 1]
    assert [level for _, level, _ in stretches("„Die „Möwe“ sank“")] == [0, 1]


def test_a_mark_without_partner_ends_with_its_paragraph():
    assert stretches("„Das Boot sank, sagte er.\nUnd „das“ war es.") == [
        ("„Das Boot sank, sagte er.", 0, False),
        ("„das“", 0, True),
    ]


def test_a_mark_without_partner_ends_before_the_next_one():
    assert stretches("„Das Boot sank. „Wirklich“, sagte er.")[1] == ("„Wirklich“", 0, True)


def test_a_stray_closing_mark_encloses_nothing():
    assert stretches("Das Boot sank“, sagte er. „Ja.“") == [("„Ja.“", 0, True)]


def test_doubled_marks_are_one_pair():
    assert [stretch for stretch, _, _ in stretches("„„Ja““, sagte er")] == ["„„Ja““"]


marks = st.text(alphabet="„“”\"‚‘’'»«›‹「」<>,`ab .\n\u202f", max_size=120)


@given(marks)
def test_stretches_lie_within_lines_and_nest(text):
    found = marked_stretches(text, lines(text))
    for one in found:
        assert 0 <= one.start <= one.inner_start <= one.inner_end <= one.end <= len(text)
        goes_on = one.start > 0 and text[one.start - 1] == "\n"  # opened by the paragraph before
        assert one.start < one.inner_start or goes_on
        assert "\n" not in text[one.start : one.end]
        for other in found:
            crossing = one.start < other.start < one.end < other.end
            assert not (crossing and one.closed and other.closed)


@pytest.mark.benchmark
@pytest.mark.parametrize("piece", ["„", "“”", "'\"", "„a ", "»«", "„ ‚ » ‹ ", "a“ ", "« ", "« a »"])
def test_pairing_takes_linear_time(piece):
    def took(times: int) -> float:
        text = piece * times
        return seconds(lambda: marked_stretches(text, lines(text)))

    took(1000)
    assert took(40_000) < 80 * max(took(2_000), 0.002)


def test_a_mark_that_the_next_paragraph_closes_gives_a_stretch_in_each():
    assert stretches("Er sagte: „Wir gehen.\nDann ruhen wir.“ Es regnete.") == [
        ("„Wir gehen.", 0, False),
        ("Dann ruhen wir.“", 0, True),
    ]


def test_a_mark_is_not_closed_by_one_that_opens_in_the_next_paragraph():
    assert stretches('Er sagte: "Wir gehen.\n"Dann ruhen wir." Es regnete.') == [
        ('"Wir gehen.', 0, False),
        ('"Dann ruhen wir."', 0, True),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("‘It fell,’ she said. ‘Nobody came.\n‘I wept.’", ["‘It fell,’", "‘Nobody came.", "‘I wept.’"]),
        ("'It fell,' she said. 'Nobody came.\n'I wept.'", ["'It fell,'", "'Nobody came.", "'I wept.'"]),
        ("He sang in the '90s.\n'I wept,' she said.", ["'I wept,'"]),
        ("‘It fell,’ she said. ‘Nobody came.\nShe wept.", ["‘It fell,’"]),
    ],
)
def test_a_single_mark_left_open_where_the_next_paragraph_opens_with_it(text: str, found: list[str]) -> None:
    assert [words for words, _, _ in stretches(text)] == found
