from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from core.articles.article import Article, Block, BlockKind
from tui.model.marks import Mark, MarkKind
from tui.widgets.article.selection import Caret, changed
from tui.widgets.article.units import Unit, Units

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
        caret = caret.moved(units, unit, by)
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
    caret = caret.moved(units, Unit.SENTENCE, 1)
    assert words(caret) == "Eins zwei."
    caret = caret.moved(units, Unit.SENTENCE, 1)
    assert words(caret) == "Eins zwei. „Drei vier!“"
    caret = caret.moved(units, Unit.SENTENCE, -1)
    assert words(caret) == "Eins zwei."
    assert words(caret.moved(units, Unit.SENTENCE, -1)) == "Eins"


def test_extending_back_takes_the_opening_mark() -> None:
    units = Units(ARTICLE)
    caret = Caret((17, 21), (17, 21), extending=True)
    assert words(caret.moved(units, Unit.SENTENCE, -1)) == "„Drei vier"


def test_growing_rounds_up_and_then_takes_one_more() -> None:
    units = Units(ARTICLE)
    caret = travelling(13).grown(units, Unit.SENTENCE)
    assert words(caret) == "„Drei vier!“"
    assert words(caret.grown(units, Unit.SENTENCE)) == "„Drei vier!“\n\n***\n\nFünf sechs sieben."
    assert words(caret.grown(units, Unit.PARAGRAPH)) == "Eins zwei. „Drei vier!“"
    backward = caret.swapped().grown(units, Unit.SENTENCE)
    assert words(backward) == "Eins zwei. „Drei vier!“"


def test_the_other_end_moves_after_a_swap() -> None:
    units = Units(ARTICLE)
    caret = Caret.over((5, 16), units).swapped()
    assert words(caret.moved(units, Unit.WORD, -1)) == "Eins zwei. „Drei"
    assert words(caret.moved(units, Unit.WORD, 1)) == "Drei"


def test_an_edge_moves_by_letters_and_leaves_one() -> None:
    caret = Caret((0, 4), (0, 4), extending=True)
    assert words(caret.nudged(-1, len(TEXT))) == "Ein"
    assert words(caret.nudged(1, len(TEXT))) == "Eins "
    for _ in range(9):
        caret = caret.nudged(-1, len(TEXT))
    assert words(caret) == "E"


def test_what_is_not_shown_is_not_reached() -> None:
    blocks = (*ARTICLE.blocks[:2], replace(ARTICLE.blocks[2], repeats=0), ARTICLE.blocks[3])
    units = Units(replace(ARTICLE, blocks=blocks), unfolded=False)
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
                caret = caret.moved(units, unit, by)
            case "grow":
                caret = caret.grown(units, unit)
            case "nudge":
                caret = caret.nudged(by, len(TEXT))
            case "swap":
                caret = caret.swapped()
            case _:
                caret = caret.extended()
        start, end = caret.span
        assert 0 <= start < end <= len(TEXT)


NAMES = ((5, 9), (36, 41), (36, 48))
QUOTES = ((11, 23),)


def marked() -> Units:
    names = [Mark(*span, MarkKind.PERSON) for span in NAMES]
    return Units(ARTICLE, [*names, *(Mark(*span, MarkKind.QUOTE) for span in QUOTES)])


def test_names_are_taken_whole_and_of_nested_ones_the_outermost() -> None:
    units = marked()
    grown = travelling(37).grown(units, Unit.NAME)
    assert words(grown) == "sechs sieben."


def test_without_a_name_at_the_caret_the_nearest_is_taken_and_nothing_else() -> None:
    assert words(travelling(0).grown(marked(), Unit.NAME)) == "zwei"
    assert words(travelling(30).grown(marked(), Unit.QUOTE)) == "„Drei vier!“"


def test_growing_by_name_goes_on_to_the_next_one() -> None:
    units = marked()
    once = travelling(5).grown(units, Unit.NAME)
    assert (words(once), words(once.grown(units, Unit.NAME))) == ("zwei", TEXT[5:48])


def test_where_nothing_was_found_growing_by_it_changes_nothing() -> None:
    caret = travelling(5)
    assert caret.grown(Units(ARTICLE), Unit.QUOTE) == caret


def test_widening_takes_one_unit_after_the_other() -> None:
    units, caret, seen = marked(), travelling(16), []
    for _ in range(4):
        caret = caret.widened(units)
        seen.append(words(caret))
    assert seen == ["Drei", "„Drei vier!“", TEXT[:23], TEXT[:23]]


def test_growing_by_units_is_taken_back_step_by_step() -> None:
    units = marked()
    for unit in (Unit.SENTENCE, Unit.PARAGRAPH):
        once = travelling(16).grown(units, unit)
        twice = once.grown(units, unit)
        assert twice.span != once.span
        assert words(twice.narrowed()) == words(once)
        assert words(twice.narrowed().narrowed()) == words(travelling(16))


def test_narrowing_goes_back_step_by_step_until_the_caret_has_moved() -> None:
    units = marked()
    wider = travelling(16).widened(units).widened(units)
    assert words(wider.narrowed()) == "Drei"
    assert words(wider.moved(units, Unit.WORD, -1).narrowed()) == "Drei"
    assert wider.narrowed().narrowed() == travelling(16)


def test_only_what_two_selections_do_not_share_has_changed() -> None:
    assert changed(None, (3, 5)) == [(3, 5)]
    assert changed((1, 2), (3, 5)) == [(1, 2), (3, 5)]
    assert changed((3, 7), (3, 9)) == [(7, 9)]
    assert changed((3, 9), (5, 7)) == [(3, 5), (7, 9)]


def test_where_a_report_is_from_is_no_sentence() -> None:
    text = "HOLM. Der Deich hält. Der Rat sieht zu."
    block = Block(BlockKind.PARAGRAPH, 0, len(text), dateline=5)
    spans = Units(Article("-", text, (block,), "de", "")).spans(Unit.SENTENCE, 0)
    assert [text[slice(*span)] for span in spans] == ["HOLM. Der Deich hält.", "Der Rat sieht zu."]
