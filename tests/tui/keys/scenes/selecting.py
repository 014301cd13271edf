"""Selecting by keys: a caret, and passages by words, sentences, paragraphs, names and quotes."""

from tests.tui.keys.scenario import Scene
from tests.tui.sample import PARAGRAPHS

V = ("article.select",)
"""A caret on the first word in sight."""
BEGUN = (*V, *V)
"""A passage begun there."""
NAMED = ("next-name", *V)
"""The first name, selected."""
LEAD = PARAGRAPHS[3][1]
QUOTE = "„Ich gehe erst, wenn die Arbeit getan ist“"

SCENES = (
    Scene("article.select", lambda s: s.reader.view.selecting),
    Scene("article.word-on", lambda s: s.selected == "am", V),
    Scene("article.word-back", lambda s: s.selected == "Machtkampf", (*V, "article.word-on")),
    Scene("article.sentence-on", lambda s: s.selected == "Ada", V),
    Scene("article.sentence-back", lambda s: s.selected == "Machtkampf", (*V, "article.sentence-on")),
    Scene("article.paragraph-on", lambda s: s.selected == "Ada", V),
    Scene("article.paragraph-back", lambda s: s.selected == "Machtkampf", (*V, "article.paragraph-on")),
    Scene("article.extend-on", lambda s: s.selected == "Machtkampf am", V),
    Scene("article.extend-back", lambda s: s.selected == "Machtkampf am", (*V, "article.word-on")),
    Scene("article.grow-by-word", lambda s: s.selected == "Machtkampf am", BEGUN),
    Scene("article.grow-by-sentence", lambda s: s.selected == PARAGRAPHS[0][1], V),
    Scene("article.grow-by-paragraph", lambda s: s.selected == PARAGRAPHS[0][1], V),
    Scene("article.grow-by-name", lambda s: s.selected == "Ada Lind", (*V, "article.paragraph-on")),
    Scene(
        "article.grow-by-quote",
        lambda s: s.selected.startswith(QUOTE),
        ("next-quote", *V, "article.word-back", "article.word-on"),
    ),
    Scene("article.widen", lambda s: s.selected == PARAGRAPHS[1][1], NAMED),
    Scene("article.narrow", lambda s: s.selected == "Ada Lind", (*NAMED, "article.widen")),
    Scene("article.letter-on", lambda s: s.selected == "Machtkampf ", BEGUN),
    Scene("article.letter-back", lambda s: s.selected == "Machtkamp", BEGUN),
    Scene("article.other-end", lambda s: not s.reader.view._caret.is_forward, (*V, "article.extend-on")),
    Scene("article.copy", lambda s: s.app.clipboard == "Machtkampf", V),
    Scene("article.drop-selection", lambda s: not s.selected and not s.reader.view.selecting, V),
)
