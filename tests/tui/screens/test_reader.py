"""The screen as a whole: what is there first, what comes later, and leaving."""

import asyncio
import subprocess
import sys
from dataclasses import replace

import pytest
from textual.widgets import Static

from core.analysis import Analysis
from core.analyzer.in_child_process import AnalysisError, tell_progress
from core.annotations import Anchor
from core.articles import Article, Block, BlockKind
from core.articles.texts import plain_article
from core.library import Damage, Library, Shelf
from core.library.records import ArticleRecord
from tests.tui.gate import Gate
from tests.tui.sample import ANALYSIS, ARTICLE, TEXT, Memory, analyze_at_once, annotation
from tui.app import LesartApp


async def test_the_article_is_there_while_it_is_being_analysed(reading):
    gate = Gate()

    async def analyze(article):
        await gate.wait()
        return ANALYSIS

    async with reading(analyze=analyze) as reader:
        drawn = [strip.text for strip in reader.app.screen._compositor.render_strips()]
        assert any("Machtkampf am Kap" in line for line in drawn)
        assert reader.state == "reading …"
        assert reader.screen.view.marks == ()
        await reader.press("j", "c")
        assert reader.state == "no quotes yet"
        gate.open()
        await reader.until(lambda: reader.screen.view.marks and not reader.state)
        assert len(reader.screen.furniture.actors.entries.options) == 5


def nobody(panel) -> str:
    """What a panel says if there is nothing in it."""
    return str(panel.query_one(".panel--empty", Static).render())


async def test_a_long_article_says_how_far_its_analysis_is(reading):
    gate = Gate()
    paragraph = "Die Kräne stehen still, und niemand weiß, wann sie sich wieder bewegen."
    article = plain_article("Still\n\n" + "\n\n".join([paragraph] * 700), "still.txt")

    async def analyze(part):
        if part.text == article.text:
            tell_progress(0.404)
            await gate.wait()
        return Analysis(pipeline="hand-made-1", language="de")

    async with reading(analyze=analyze, article=article) as reader:
        furniture = reader.screen.furniture
        await reader.until(lambda: reader.state == "read around here · analysis 40 %")
        assert nobody(furniture.actors) == "Nobody yet: only a part has been read."
        assert nobody(furniture.quotes) == "No quotes yet: only a part has been read."
        assert "no names" not in reader.words
        await reader.press("c")
        assert reader.state == "no quotes yet"
        await reader.press("X")
        assert reader.state == "not exported: the article is still being read; then press X again"
        gate.open()
        await reader.until(lambda: reader.state == "")
        assert nobody(furniture.actors) == "Nobody is named in this article."
        assert nobody(furniture.quotes) == "Nobody is quoted in this article."
        assert reader.words.startswith("no names, no quotes · ")


@pytest.mark.parametrize("keys", ["I", "c", "e", "6", "7", "X", "r", "enter"])
async def test_what_was_lacking_is_said_no_longer_once_the_analysis_is_there(reading, keys):
    gate = Gate()

    async def analyze(article):
        await gate.wait()
        return ANALYSIS

    async with reading(analyze=analyze) as reader:
        await reader.press(keys)
        assert reader.screen.told
        gate.open()
        await reader.until(lambda: reader.screen.analysis is not None)
        assert reader.screen.told == ""


async def test_nothing_moves_when_the_analysis_comes(reading):
    gate = Gate()

    async def analyze(article):
        await gate.wait()
        return ANALYSIS

    async with reading(analyze=analyze, size=(120, 16)) as reader:
        await reader.press("j", "j", "j")
        before = [strip.text[:70] for strip in reader.app.screen._compositor.render_strips()][:14]
        assert reader.screen.page.minimap.region.x >= 70
        gate.open()
        await reader.until(lambda: reader.screen.view.marks)
        after = [strip.text[:70] for strip in reader.app.screen._compositor.render_strips()][:14]
        assert [line.replace("┃", " ") for line in after] == before


async def test_an_analysis_kept_is_used_and_a_fresh_one_is_kept(reading):
    memory = Memory()
    async with reading(memory):
        assert memory.analysis is ANALYSIS

    async def never(article):
        raise AssertionError("analysed again")

    async with reading(memory, analyze=never) as reader:
        await reader.until(lambda: reader.screen.analysis is not None)
        assert reader.screen.analysis is ANALYSIS


async def test_an_analysis_that_failed_is_said_kindly_and_reading_goes_on(reading):
    async def analyze(article):
        raise AnalysisError("The model [/x] is missing.")

    async with reading(analyze=analyze) as reader:
        await reader.until(lambda: reader.said and reader.state)
        assert reader.said == [
            "The model [/x] is missing. The article can be read, tagged and noted all the same."
        ]
        assert reader.state == "not analysed"
        await reader.press("v", "v", "t", *"x", "enter")
        assert len(reader.memory.kept) == 1


@pytest.mark.parametrize(
    ("language", "words"), [("fr", "no model for “fr”"), ("und", "language not recognised")]
)
async def test_why_no_names_are_read_is_said(reading, language, words):
    async def analyze(article):
        return replace(ANALYSIS, mentions=(), actors=(), language=language, names_read=False)

    async with reading(analyze=analyze) as reader:
        await reader.until(lambda: reader.screen.analysis is not None)
        assert words in reader.state


async def test_reading_goes_on_where_it_stopped(reading):
    memory = Memory()
    async with reading(memory, size=(80, 14)) as reader:
        await reader.press("j", "j", "j", "j", "j", "q")
    assert memory.place > 0
    async with reading(memory, size=(80, 14)) as reader:
        assert reader.screen.view.top_offset == memory.place


async def test_what_the_library_has_to_say_is_said(reading):
    class Damaged(Memory):
        def open_article(self, article):
            record = ArticleRecord(article.key, article.title, article.source, article.language, "", "")
            damage = Damage(None, None, True, "A file [/x] was damaged and restored.")
            return Shelf(record, (), 0, (damage,), "The library cannot be written.")

    async with reading(Damaged()) as reader:
        assert reader.said == ["A file [/x] was damaged and restored.", "The library cannot be written."]


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_leaving_keeps_the_reading_position(reading, key):
    async with reading(size=(80, 14)) as reader:
        await reader.press("j", "j", "j", key)
        assert reader.app.return_code == 0
        assert reader.memory.place > 0


async def test_ctrl_q_leaves_from_a_dialog(reading):
    async with reading() as reader:
        await reader.press("c", "t", "ctrl+q")
        assert reader.app.return_code == 0


async def test_own_keys_hold_and_faults_in_the_file_are_said(reading, tmp_path):
    (tmp_path / "keys.toml").write_text('next-quote = "f8"\ntga = "y"\n', encoding="utf-8")
    async with reading(config=tmp_path) as reader:
        assert reader.said == ["There is no command “tga” (perhaps “tag”?)."]
        await reader.press("f8")
        assert reader.at.startswith("„Ich gehe")
        await reader.press("escape", "c")
        assert reader.screen.target is None


async def test_a_hostile_title_and_text_are_drawn_as_they_are(reading):
    words = "[/x] [red]Titel\x1b[2J\u202e"
    article = Article("x", words, (Block(BlockKind.HEADLINE, 0, len(words)),), "de", words)

    async def nothing(article):
        return replace(ANALYSIS, mentions=(), actors=(), quotes=())

    async with reading(article=article, analyze=nothing) as reader:
        await reader.press("M", *"x", "f2", "T", "escape")
        drawn = "\n".join(strip.text for strip in reader.app.screen._compositor.render_strips())
        assert "[/x] [red]Titel" in drawn
        assert "\x1b" not in drawn


async def test_an_annotation_whose_words_are_gone_is_marked(reading):
    lost = replace(
        annotation("a", "Rücktritt", ("x",)),
        anchor=Anchor(3, 11, "Zeppelin", "Am Himmel stand der ", " und brummte."),
    )
    async with reading(Memory(lost)) as reader:
        drawn = "\n".join(strip.text for strip in reader.app.screen._compositor.render_strips())
        assert "words not found" in drawn
        await reader.press("a")
        assert reader.words == "mark 1 of 1 · #x · its words are gone"
        await reader.press("3", "g", "space")
        assert reader.state == "this has no place in the text"


async def test_what_was_done_is_there_again_in_a_library_on_disk(reading, tmp_path):
    """Tag, note and place of an earlier reading, kept by the real library."""
    async with reading(Library(tmp_path), size=(80, 14)) as reader:
        await reader.press("c", "t", *"hafen", "enter", "m", *"Wer?", "f2", "M", *"Gut.", "f2", "q")
    async with reading(Library(tmp_path), size=(80, 14)) as reader:
        kept = {each.annotation.note: each.annotation for each in reader.screen.annotations}
        assert set(kept) == {"Wer?", "Gut."}
        assert kept["Wer?"].tags == ("hafen",)
        assert [mark.kind for mark in reader.screen.view.marks].count("annotation") == 1
        await reader.press("a", "x", "u")
        assert reader.state.startswith("undone")
    assert len(Library(tmp_path).annotations(ARTICLE)) == 2


def test_the_language_model_is_not_loaded_into_the_reader():
    """What the first paint needs is light: no spaCy, no ONNX."""
    program = """
import asyncio, sys
from tests.tui.gate import Gate
from tests.tui.sample import ARTICLE, Memory, analyze_at_once
from tui.app import LesartApp
async def main():
    async with LesartApp(ARTICLE, Memory(), analyze=analyze_at_once).run_test() as pilot:
        await pilot.pause()
asyncio.run(main())
print([name for name in ("spacy", "onnxruntime", "numpy") if name in sys.modules])
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd="."
    )
    assert done.stdout.strip() == "[]", done.stderr


def test_the_sample_is_sound():
    assert all(block.end <= len(TEXT) for block in ARTICLE.blocks)


async def test_a_fault_behind_the_screen_does_not_pass_in_silence(reading):
    async def analyze(article):
        raise ZeroDivisionError("by [/zero]")

    async with reading(analyze=analyze) as reader:
        await reader.until(lambda: reader.said)
        assert reader.said == ["Something went wrong: ZeroDivisionError('by [/zero]')"]
        assert reader.app.is_running


async def test_empty_panels_say_something_kind(reading):
    async def analyze(article):
        return replace(ANALYSIS, mentions=(), actors=(), quotes=())

    async with reading(analyze=analyze) as reader:
        await reader.until(lambda: reader.screen.analysis is not None)
        drawn = "\n".join(strip.text for strip in reader.app.screen._compositor.render_strips())
        assert "Nobody is named in this article." in drawn
        assert "Nobody is quoted in this article." in drawn
        assert "Nothing of yours yet." in drawn


async def test_what_was_told_outlives_the_analysis(reading):
    gate = Gate()

    async def analyze(article):
        await gate.wait()
        return ANALYSIS

    async with reading(analyze=analyze) as reader:
        await reader.press("v", "v", "t", *"x", "enter")
        assert reader.state == "saved"
        gate.open()
        await reader.until(lambda: reader.screen.analysis is not None)
        assert reader.screen.analysis is ANALYSIS
        assert reader.state == "saved"


async def test_the_program_can_be_left_at_any_moment_of_the_beginning():
    for turns in range(200, 340, 3):
        async with LesartApp(ARTICLE, Memory(), analyze=analyze_at_once).run_test():
            for _ in range(turns):
                await asyncio.sleep(0)
