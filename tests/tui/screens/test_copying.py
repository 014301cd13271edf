"""Highlighting, copying and saving passages, by keys alone."""

from pathlib import Path

import pytest

from tests.tui.sample import Memory, annotation, at


@pytest.fixture(autouse=True)
def _folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")


def kept(memory: Memory) -> list[tuple[str, tuple[str, ...]]]:
    return sorted((each.anchor.exact, each.tags) for each in memory.kept.values() if each.anchor)


async def test_one_key_highlights_the_target_and_takes_it_back(reading):
    async with reading() as reader:
        await reader.press("c", "z")
        ((exact, tags),) = kept(reader.memory)
        assert exact.startswith("„Ich gehe erst")
        assert tags == ("highlight",)
        assert reader.state == "saved"
        await reader.press("z")
        assert reader.memory.kept == {}
        await reader.press("u")
        assert len(reader.memory.kept) == 1


async def test_a_selection_is_highlighted_by_one_key(reading):
    async with reading() as reader:
        reader.screen.view.select(*at("Werft Nordstern"))
        await reader.press("z")
        assert kept(reader.memory) == [("Werft Nordstern", ("highlight",))]


async def test_a_highlight_joins_the_tags_there(reading):
    async with reading(Memory(annotation("a", "Rücktritt", ("frist",)))) as reader:
        await reader.press("a", "z")
        assert kept(reader.memory) == [("Rücktritt", ("frist", "highlight"))]


async def test_every_place_of_a_word_is_marked_and_undone_at_once(reading):
    async with reading() as reader:
        reader.screen.view.select(*at("Nordstern"))
        await reader.press("Z")
        assert kept(reader.memory) == [("Nordstern", ("highlight",))] * 2
        assert "2 places" in reader.screen.do.changes.history.done[-1].words
        await reader.press("u")
        assert reader.memory.kept == {}
        await reader.press("ctrl+r")
        assert len(reader.memory.kept) == 2


async def test_every_place_gets_the_tags_of_this_one_and_parts_of_words_none(reading):
    async with reading(Memory(annotation("a", "Rücktritt", ("kai",)))) as reader:
        await reader.press("a", "Z")
        assert reader.state == "every place is marked already"
        reader.screen.view.select(*at("Hafen", 3))
        await reader.press("t", *"kai", "enter", "Z")
        assert kept(reader.memory) == [("Hafen", ("kai",)), ("Hafen", ("kai",)), ("Rücktritt", ("kai",))]


async def test_nothing_is_kept_where_a_place_fails(reading):
    async with reading() as reader:
        reader.screen.view.select(*at("Nordstern"))
        save, times = reader.memory.save, []

        def failing(article, each, base=None):
            times.append(each)
            if len(times) == 2:
                reader.memory.failing = "The disk is full."
            try:
                return save(article, each)
            finally:
                reader.memory.failing = ""

        reader.memory.save = failing
        await reader.press("Z")
        assert reader.memory.kept == {}
        assert reader.state == "not saved"
        assert reader.screen.do.changes.history.done == ()


async def test_a_quote_is_copied_with_its_speaker_and_its_source(reading):
    async with reading() as reader:
        await reader.press("c", "y")
        assert reader.app.clipboard == (
            "„Ich gehe erst, wenn die Arbeit getan ist“ … „Und keinen Tag früher.“\n"
            "— Ada Lind, in: Machtkampf am Kap: Die Hafenkönigin wankt, sample.txt"
        )
        assert reader.state == "sent to the terminal, with its source"


async def test_a_part_of_a_quote_names_its_speaker_too_and_other_words_nobody(reading):
    async with reading() as reader:
        reader.screen.view.select(*at("die Arbeit getan ist"))
        await reader.press("y")
        assert "— Ada Lind, in:" in reader.app.clipboard
        reader.screen.view.select(*at("hundert Hafenarbeiter"))
        await reader.press("y")
        assert reader.app.clipboard.startswith("„hundert Hafenarbeiter“\n— in:")


async def test_passages_are_added_to_a_file(reading, tmp_path):
    async with reading() as reader:
        await reader.press("c", "Y", "c", "Y")
        for worker in list(reader.app.workers):
            await worker.wait()
        await reader.settle()
        written = (tmp_path / "here" / "passages.md").read_text(encoding="utf-8")
        assert written.count("— ") == 2
        assert "— Jon Varga" in written
        assert "passages.md" in reader.state


async def test_passages_go_to_the_folder_for_exports_wherever_one_is(reading, tmp_path):
    async with reading(exports=tmp_path / "mine") as reader:
        await reader.press("c", "Y")
        for worker in list(reader.app.workers):
            await worker.wait()
        await reader.settle()
        assert reader.state == f"added to {tmp_path / 'mine' / 'passages.md'}"
        assert "— Ada Lind" in (tmp_path / "mine" / "passages.md").read_text(encoding="utf-8")
        assert not list((tmp_path / "here").iterdir())


async def test_without_a_passage_one_is_told(reading):
    async with reading() as reader:
        await reader.press("y")
        assert "nothing to copy" in reader.state
        assert reader.app.clipboard == ""


async def test_a_passage_is_written_down_once(reading):
    async with reading() as reader:
        await reader.press("c", "Y")
        await reader.until(lambda: reader.state.startswith("added to"))
        await reader.press("Y")
        await reader.until(lambda: reader.state.startswith("is in") and reader.state.endswith("already"))
        await reader.press("c", "Y")
        await reader.until(lambda: reader.state.startswith("added to"))
