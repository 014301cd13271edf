"""What each stretch of a plain text is."""

from textwrap import wrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.articles import Article, BlockKind
from core.articles.blocks import segment
from core.articles.texts import plain_article
from core.locations import ASSETS

STORY = "Der Rat tagte bis in die Nacht. Am Ende stand ein Haushalt, den niemand wollte, aber alle trugen."


def kinds(text: str) -> list[str]:
    return [block.kind.value for block in segment(text)]


def pieces(text: str) -> list[str]:
    return [text[block.start : block.end] for block in segment(text)]


def sample(name: str) -> Article:
    return plain_article((ASSETS / "samples" / name).read_text(encoding="utf-8"), name)


def test_first_short_open_line_is_the_headline() -> None:
    assert kinds(f"Rat ringt um Haushalt\n\n{STORY}") == ["headline", "paragraph"]


def test_a_text_without_a_headline_starts_with_its_first_paragraph() -> None:
    assert kinds(f"{STORY}\n\n{STORY}") == ["paragraph", "paragraph"]


def test_a_single_line_is_a_paragraph() -> None:
    assert kinds("Nur ein Satz ohne alles") == ["paragraph"]


def test_short_open_lines_between_paragraphs_are_subheadings() -> None:
    assert kinds(f"{STORY}\n\nStreit um die Bäder\n\n{STORY}") == ["paragraph", "subheading", "paragraph"]


@pytest.mark.parametrize("line", ["Was wird jetzt aus den Bädern?", "So teuer wird es!"])
def test_a_short_question_or_cry_above_a_paragraph_is_a_subheading(line: str) -> None:
    assert kinds(f"{STORY}\n\n{line}\n\n{STORY}")[1] == "subheading"


@pytest.mark.parametrize("line", ["„Nein!“", "„Das war es dann wohl“, sagte sie."])
def test_a_spoken_line_is_no_subheading(line: str) -> None:
    assert kinds(f"{STORY}\n\n{line}\n\n{STORY}")[1] == "paragraph"


@pytest.mark.parametrize(
    "line",
    [
        "Foto: Mira Holt/dpa",
        "Fotos: dpa, Privat",
        "(Foto: Mira Holt)",
        "© Mira Holt",
        "Quelle: Stadtarchiv",
        "Photo: Reuters",
    ],
)
def test_credits(line: str) -> None:
    assert kinds(f"{STORY}\n\nDie Bürgermeisterin am Rathausfenster\n\n{line}\n\n{STORY}") == [
        "paragraph",
        "caption",
        "credit",
        "paragraph",
    ]


def test_a_sentence_that_begins_with_foto_is_no_credit() -> None:
    assert kinds(f"{STORY}\n\nFotografen warteten vor dem Rathaus.\n\n{STORY}")[1] == "paragraph"


def test_caption_and_credit_on_one_line_come_apart() -> None:
    line = "Die Bürgermeisterin am Rathausfenster. Foto: Mira Holt/dpa"
    text = f"{STORY}\n\n{line}\n\n{STORY}"
    assert kinds(text)[1:3] == ["caption", "credit"]
    assert pieces(text)[1:3] == ["Die Bürgermeisterin am Rathausfenster.", "Foto: Mira Holt/dpa"]


@pytest.mark.parametrize(
    "line", ["Mehr zum Thema", "Lesen Sie auch: Bäder bleiben zu", "Read more: Pools stay shut"]
)
def test_teasers(line: str) -> None:
    assert kinds(f"{STORY}\n\n{line}\n\n{STORY}")[1] == "teaser"


def test_a_byline_below_the_headline_is_a_credit() -> None:
    assert kinds(f"Rat ringt um Haushalt\n\nVon Jette Claasen\n\n{STORY}") == [
        "headline",
        "credit",
        "paragraph",
    ]


def test_bullets_and_numbered_rows_are_list_items() -> None:
    assert (
        kinds(f"{STORY}\n\n- erstens\n- zweitens\n\n1. Bäder\n2. Brücken")
        == ["paragraph"] + ["list item"] * 4
    )


def test_a_sentence_that_opens_with_an_ordinal_is_no_list_item() -> None:
    assert kinds(f"{STORY}\n\n3. Oktober: An diesem Tag blieb das Rathaus zu.") == ["paragraph", "paragraph"]


def test_a_caption_said_twice_is_folded_into_the_first() -> None:
    caption = "Bürgermeisterin Jette Claasen am Fenster des Rathauses in Kiel"
    blocks = segment(f"{STORY}\n\n{caption}\n\n{caption}\n\nFoto: dpa\n\n{STORY}")
    assert [(block.kind.value, block.repeats) for block in blocks[1:4]] == [
        ("caption", None),
        ("caption", 1),
        ("credit", None),
    ]


def test_a_caption_said_again_in_other_words_is_folded_too() -> None:
    one = "Bürgermeisterin Jette Claasen winkt vom Fenster des Rathauses: „Wir schaffen das ...“"
    two = "Bürgermeisterin Jette Claasen (51) winkt vom Fenster des Kieler Rathauses den Bürgern zu"
    blocks = segment(f"{STORY}\n\n{one}\n\n{two}\n\nFoto: dpa\n\n{STORY}")
    assert [(block.kind.value, block.repeats) for block in blocks[1:3]] == [("caption", None), ("caption", 1)]


@pytest.mark.parametrize(
    ("was", "now"),
    [("Jette Claasen", "Momme Brodersen"), ("Montag", "Freitag"), ("3. Mai", "4. Mai"), ("links", "rechts")],
)
def test_a_caption_with_another_name_date_or_number_is_another_caption(was: str, now: str) -> None:
    one = "Jette Claasen (links) am Montag, 3. Mai, am Fenster des Rathauses in Kiel"
    blocks = segment(f"{STORY}\n\n{one}\n\n{one.replace(was, now)}\n\nFoto: dpa\n\n{STORY}")
    assert [(block.kind.value, block.repeats) for block in blocks[1:3]] == [
        ("caption", None),
        ("caption", None),
    ]


def test_two_captions_of_two_pictures_stay_apart() -> None:
    one = "Die Bürgermeisterin am Fenster des Rathauses"
    two = "Ein leeres Schwimmbad im Stadtteil Gaarden, das seit März geschlossen ist"
    blocks = segment(f"{STORY}\n\n{one}\n\nFoto: dpa\n\n{STORY}\n\n{two}\n\nFoto: dpa\n\n{STORY}")
    captions = [block for block in blocks if block.kind is BlockKind.CAPTION]
    assert [block.repeats for block in captions] == [None, None]


def test_wrapped_lines_are_one_paragraph_and_single_lines_are_not() -> None:
    assert len(segment("\n".join(wrap(STORY, 34)))) == 1
    assert len(segment(f"{STORY}\n{STORY}\n{STORY}")) == 3


@pytest.mark.parametrize(
    ("opening", "dateline"),
    [
        ("Berlin (dpa) – Der Rat tagte.", "Berlin (dpa) – "),
        ("Kiel/Lübeck - Der Rat tagte.", "Kiel/Lübeck - "),
        ("Frankfurt am Main (AFP) — Der Rat tagte.", "Frankfurt am Main (AFP) — "),
        ("BAD BRAMSTEDT – Der Rat tagte.", "BAD BRAMSTEDT – "),
        ("Oslo, 11.09.2026 – Der Rat tagte.", "Oslo, 11.09.2026 – "),
        ("Der Rat – er tagte lange – ging heim.", None),
        ("Heute – und nur heute – ist alles anders.", None),
        ("Ada Lind – 34 und ledig – ging heim.", None),
        ("Baden-Baden bleibt ruhig.", None),
        ("Essen – sehr gut für einen Imbiss.", None),
    ],
)
def test_datelines(opening: str, dateline: str | None) -> None:
    text = f"{opening} {STORY}"
    end = segment(text)[0].dateline
    assert (text[:end] if end else None) == dateline


STANDFIRST = (
    "Die Genossenschaft in Tannau sucht dringend neue Mitglieder – denn „gekauft wird anderswo, geredet hier“"
)


@pytest.mark.parametrize(
    ("opening", "kind"),
    [
        (STANDFIRST, BlockKind.SUBHEADING),
        (f"{STANDFIRST}. Nun hilft der Rat", BlockKind.SUBHEADING),
        (f"{STANDFIRST}.", BlockKind.PARAGRAPH),
        (f"{STANDFIRST} " * 3 + "und", BlockKind.PARAGRAPH),
    ],
)
def test_what_stands_between_headline_and_text_is_no_paragraph(opening: str, kind: BlockKind) -> None:
    assert segment(f"Dem Laden geht die Luft aus\n\n{opening}\n\n{STORY} {STORY}")[1].kind is kind


def test_further_down_a_long_line_is_a_paragraph() -> None:
    assert segment(f"Der Laden\n\n{STORY}\n\n{STANDFIRST}\n\n{STORY}")[2].kind is BlockKind.PARAGRAPH


def test_the_tabloid_sample_is_read_as_a_page() -> None:
    article = sample("hafenkoenigin.txt")
    found = {kind: [b for b in article.blocks if b.kind is kind] for kind in BlockKind}
    assert len(found[BlockKind.HEADLINE]) == 1
    assert len(found[BlockKind.SUBHEADING]) == 2
    assert len(found[BlockKind.CREDIT]) == 2
    assert len(found[BlockKind.TEASER]) == 1
    assert [b.repeats is not None for b in found[BlockKind.CAPTION]] == [False, True, False, True]


@given(st.text(alphabet=st.sampled_from("aB ,.\n\t„“:1-–(Foto)"), max_size=300))
def test_blocks_cover_every_word_in_order_without_overlap(text: str) -> None:
    blocks = segment(text)
    end = 0
    for block in blocks:
        assert end <= block.start < block.end <= len(text)
        assert not text[end : block.start].strip()
        assert block.dateline is None or block.start < block.dateline <= block.end
        end = block.end
    assert not text[end:].strip()


@given(st.text(max_size=300))
def test_no_text_is_refused(text: str) -> None:
    plain_article(text, "-")


def test_a_line_that_breaks_off_in_a_word_or_sentence_ends_no_paragraph():
    text = (
        "Die Fähre liegt seit Montag am Kai. Das sagte Kapitänin Ida\n"
        "Morgen am Abend. Der Rat hatte zuvor lange über die Kosten be-\n"
        "raten, und es hieß am Ende einer langen Sitzung wieder, die\n"
        "Hafen- und Liege-\n"
        "gebühren seien zu hoch, hieß es."
    )
    assert [block.kind for block in segment(text)] == [BlockKind.PARAGRAPH]


def test_a_day_at_the_beginning_of_a_wrapped_line_is_no_item_of_a_list() -> None:
    text = (
        "Das Tor der Schleuse bleibt nach Angaben der Stadt bis zum\n"
        "12. Dezember offen. Danach soll ein Taucher noch einmal den\n"
        "Sockel prüfen, den das Hochwasser im Mai freigelegt hatte."
    )
    assert len(segment(text)) == 1
    assert len(segment("Am Freitag stehen an:\n\n1. der Taucher\n2. der Rat\n3. das Amt")) == 4
