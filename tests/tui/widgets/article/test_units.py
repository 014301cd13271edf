from hypothesis import given
from hypothesis import strategies as st

from core.articles.article import Article, Block, BlockKind
from tui.widgets.article.units import Caret, Unit, Units

TEXT = "Eins zwei. „Drei vier!“\n\n***\n\nFünf sechs sieben.\n\nAcht."
BLOCKS = ((0, 23), (25, 28), (30, 48), (50, 55))
ARTICLE = Article("-", TEXT, tuple(Block(BlockKind.PARAGRAPH, start, end) for start, end in BLOCKS), "de", "")
MOVES = st.lists(
    st.one_of(
        st.tuples(st.just("move"), st.sampled_from(list(Unit)), st.sampled_from([1, -1])),
        st.tuples(st.just("grow"), st.sampled_from(list(Unit)), st.just(0)),
        st.tuples(st.just("nudge"), st.just(Unit.WORD), st.sampled_from([1, -1])),
        st.tuples(st.just("swap"), st.just(Unit.WORD), st.just(0)),
        st.tuples(st.just("fix"), st.just(Unit.WORD), st.just(0)),
    ),
    max_size=25,
)


def words(caret: Caret) -> str:
    return TEXT[slice(*caret.span)]


def travelling(at: int) -> Caret:
    word = Units(ARTICLE).at(Unit.WORD, at)
    assert word is not None
    return Caret(word, word)


def walk(units: Units, caret: Caret, unit: Unit, by: int, times: int) -> list[str]:
    seen = []
    for _ in range(times):
        caret = units.moved(caret, unit, by)
        seen.append(words(caret))
    return seen


def test_travelling_by_word_goes_over_blocks_and_past_those_without_words() -> None:
    units = Units(ARTICLE)
    on = ["zwei", "Drei", "vier", "Fünf", "sechs", "sieben", "Acht", "Acht"]
    assert walk(units, travelling(0), Unit.WORD, 1, 8) == on
    assert walk(units, travelling(50), Unit.WORD, -1, 7) == [*reversed(on[:6]), "Eins"]


def test_travelling_by_sentence_goes_to_their_beginnings() -> None:
    units = Units(ARTICLE)
    assert walk(units, travelling(5), Unit.SENTENCE, 1, 4) == ["„Drei", "Fünf", "Acht", "Acht"]
    assert walk(units, travelling(40), Unit.SENTENCE, -1, 4) == ["Fünf", "„Drei", "Eins", "Eins"]


def test_travelling_by_paragraph_goes_to_their_beginnings() -> None:
    units = Units(ARTICLE)
    assert walk(units, travelling(16), Unit.PARAGRAPH, 1, 2) == ["Fünf", "Acht"]
    assert walk(units, travelling(50), Unit.PARAGRAPH, -1, 3) == ["Fünf", "Eins", "Eins"]


def test_extending_takes_whole_words_and_gives_them_back() -> None:
    units = Units(ARTICLE)
    caret = Caret((5, 9), (5, 9), extending=True)
    assert walk(units, caret, Unit.WORD, 1, 2) == ["zwei. „Drei", "zwei. „Drei vier"]
    assert walk(units, caret, Unit.WORD, -1, 1) == ["Eins zwei"]


def test_extending_by_sentence_ends_with_its_last_mark_and_shrinks_to_the_one_before() -> None:
    units = Units(ARTICLE)
    caret = Caret((0, 4), (0, 4), extending=True)
    caret = units.moved(caret, Unit.SENTENCE, 1)
    assert words(caret) == "Eins zwei."
    caret = units.moved(caret, Unit.SENTENCE, 1)
    assert words(caret) == "Eins zwei. „Drei vier!“"
    caret = units.moved(caret, Unit.SENTENCE, -1)
    assert words(caret) == "Eins zwei."
    assert words(units.moved(caret, Unit.SENTENCE, -1)) == "Eins"


def test_extending_back_takes_the_opening_mark() -> None:
    units = Units(ARTICLE)
    caret = Caret((17, 21), (17, 21), extending=True)
    assert words(units.moved(caret, Unit.SENTENCE, -1)) == "„Drei vier"


def test_growing_rounds_up_and_then_takes_one_more() -> None:
    units = Units(ARTICLE)
    caret = units.grown(travelling(13), Unit.SENTENCE)
    assert words(caret) == "„Drei vier!“"
    assert words(units.grown(caret, Unit.SENTENCE)) == "„Drei vier!“\n\n***\n\nFünf sechs sieben."
    assert words(units.grown(caret, Unit.PARAGRAPH)) == "Eins zwei. „Drei vier!“"
    backward = units.grown(caret.swapped(), Unit.SENTENCE)
    assert words(backward) == "Eins zwei. „Drei vier!“"


def test_the_other_end_moves_after_a_swap() -> None:
    units = Units(ARTICLE)
    caret = units.caret_on((5, 16)).swapped()
    assert words(units.moved(caret, Unit.WORD, -1)) == "Eins zwei. „Drei"
    assert words(units.moved(caret, Unit.WORD, 1)) == "Drei"


def test_an_edge_moves_by_letters_and_leaves_one() -> None:
    caret = Caret((0, 4), (0, 4), extending=True)
    assert words(caret.nudged(-1, len(TEXT))) == "Ein"
    assert words(caret.nudged(1, len(TEXT))) == "Eins "
    for _ in range(9):
        caret = caret.nudged(-1, len(TEXT))
    assert words(caret) == "E"


def test_what_is_not_shown_is_not_reached() -> None:
    units = Units(ARTICLE, lambda block: block != 2)
    assert walk(units, travelling(17), Unit.WORD, 1, 1) == ["Acht"]


def test_a_text_without_words_has_no_place_for_a_caret() -> None:
    units = Units(Article("-", "***", (Block(BlockKind.PARAGRAPH, 0, 3),), "und", ""))
    assert units.at(Unit.WORD, 0) is None
    assert Units(Article("-", "", (), "und", "")).at(Unit.WORD, 0) is None


@given(st.integers(0, len(TEXT)), MOVES)
def test_however_one_moves_something_is_selected(at: int, moves: list[tuple[str, Unit, int]]) -> None:
    units = Units(ARTICLE)
    caret = travelling(at)
    for move, unit, by in moves:
        match move:
            case "move":
                caret = units.moved(caret, unit, by)
            case "grow":
                caret = units.grown(caret, unit)
            case "nudge":
                caret = caret.nudged(by, len(TEXT))
            case "swap":
                caret = caret.swapped()
            case _:
                caret = Caret(caret.fixed, caret.head, extending=True)
        start, end = caret.span
        assert 0 <= start < end <= len(TEXT)


NAMES = ((5, 9), (36, 41), (36, 48))
QUOTES = ((11, 23),)


def with_found() -> Units:
    units = Units(ARTICLE)
    units.set_found(Unit.NAME, NAMES)
    units.set_found(Unit.QUOTE, QUOTES)
    return units


def test_names_are_taken_whole_and_of_nested_ones_the_outermost() -> None:
    units = with_found()
    grown = units.grown(travelling(37), Unit.NAME)
    assert words(grown) == "sechs sieben."


def test_without_a_name_at_the_caret_the_nearest_is_taken_and_nothing_else() -> None:
    assert words(with_found().grown(travelling(0), Unit.NAME)) == "zwei"
    assert words(with_found().grown(travelling(30), Unit.QUOTE)) == "„Drei vier!“"


def test_growing_by_name_goes_on_to_the_next_one() -> None:
    units = with_found()
    once = units.grown(travelling(5), Unit.NAME)
    assert (words(once), words(units.grown(once, Unit.NAME))) == ("zwei", TEXT[5:48])


def test_where_nothing_was_found_growing_by_it_changes_nothing() -> None:
    caret = travelling(5)
    assert Units(ARTICLE).grown(caret, Unit.QUOTE) == caret


def test_widening_takes_one_unit_after_the_other() -> None:
    units, caret, seen = with_found(), travelling(16), []
    for _ in range(4):
        caret = units.widened(caret)
        seen.append(words(caret))
    assert seen == ["Drei", "„Drei vier!“", TEXT[:23], TEXT[:23]]
