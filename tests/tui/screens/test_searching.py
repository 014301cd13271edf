"""Finding words and patterns in the article, by keys alone."""

from core.articles.texts import plain_article


async def count(reader) -> str:
    for worker in list(reader.screen.workers):
        if worker.group == "search":
            await worker.wait()
    await reader.settle()
    return str(reader.screen.furniture.search_line.count.render())


def trouble(reader) -> str:
    line = reader.screen.furniture.search_line
    return str(line.trouble.render()) if line.trouble.display else ""


async def test_a_switch_reads_the_words_as_a_pattern_and_back(reading):
    async with reading() as reader:
        await reader.press("slash", *"H.fen")
        assert await count(reader) == "no hits"
        await reader.press("ctrl+r")
        assert await count(reader) == "1 of 5 hits"
        assert {mark.kind for mark in reader.screen.view.marks} >= {"hit"}
        await reader.press("ctrl+r")
        assert await count(reader) == "no hits"


async def test_hits_of_a_pattern_are_stepped_through_and_survive_the_next_search_being_left(reading):
    async with reading() as reader:
        await reader.press("slash", "ctrl+r", *"[VL]\\w+ga?", "enter")
        await count(reader)
        assert reader.words.startswith("hit 1 of ")
        assert "/[VL]" in reader.words
        first = reader.at
        await reader.press("n")
        assert reader.words.startswith("hit 2 of ")
        await reader.press("slash", *"xyz", "escape")
        assert reader.words.startswith("hit 2 of ")
        assert first


async def test_a_wrong_pattern_is_explained_and_one_can_type_on(reading):
    async with reading() as reader:
        await reader.press("slash", "ctrl+r", *"(Hafen")
        assert await count(reader) == ""
        assert trouble(reader) == (
            "This is no regular expression: a bracket “(” is not closed (character 1)."
        )
        await reader.press(*")")
        assert "of" in await count(reader)
        assert trouble(reader) == ""


async def test_why_a_pattern_is_wrong_covers_none_of_it_on_a_small_screen(reading):
    async with reading(size=(80, 24)) as reader:
        await reader.press("slash", "ctrl+r", *"Lindqvist (hat")
        await count(reader)
        line = reader.screen.furniture.search_line
        assert line.trouble.region.height >= 1
        assert line.region.bottom == 24
        assert line.input.region.width > len("Lindqvist (hat")


async def test_words_are_found_across_line_ends_and_parted_words(reading):
    text = "Streit\n\nDer Rat lobt das Hafen-\nfest und den alten\nKran sehr, wie er sagt.\n"
    async with reading(article=plain_article(text, "-")) as reader:
        await reader.press("slash", *"alten kran")
        assert await count(reader) == "1 of 1 hit"
        await reader.press(*["backspace"] * 10, *"hafenfest")
        assert await count(reader) == "1 of 1 hit"


async def test_what_is_not_found_is_said_after_the_search_too(reading):
    async with reading() as reader:
        await reader.press("slash", *"xyzzy", "enter")
        assert reader.state == "no hits"


async def test_a_step_from_the_only_hit_says_that_there_is_no_other(reading):
    async with reading() as reader:
        await reader.press("slash", *"Pfand", "enter")
        assert reader.words.startswith("hit 1 of 1")
        await reader.press("n")
        assert reader.state == "there is no other"
