"""Correcting what was found; the card of an actor."""

from tests.tui.keys.scenario import Scene, typed

NAME = ("next-name", "correct")
QUOTE = ("next-quote", "correct")
PASSAGE = ("article.select", "article.grow-by-sentence", "correct")
SPEAKER = (*QUOTE, "correct-speaker")
RENAME = (*NAME, "correct-rename")
TWO = (*QUOTE, "correct-dismiss", *NAME, "correct-dismiss")
"""Two corrections, made one after the other."""
HISTORY = (*TWO, "article.bottom", "correct", "correct-history")
CARD = ("next-name", "enter-mark")

SCENES = (
    Scene("correct-speaker", lambda s: s.title == "Who says it?", QUOTE),
    Scene("correct-type", lambda s: s.title == "How is it said?", QUOTE),
    Scene("correct-merge", lambda s: s.title == "Who is Ada Lind?", NAME),
    Scene("correct-other", lambda s: s.title == "Who is “Ada Lind”?", NAME),
    Scene("correct-split", lambda s: s.corrections == ["Assign"], NAME),
    Scene("correct-everywhere", lambda s: s.title == "Who is “Ada Lind”?", NAME),
    Scene(
        "correct-bounds", lambda s: s.selected == "Ada Lind" and "how far it reaches" in s.reader.doing, NAME
    ),
    Scene("correct-label", lambda s: s.title == "What is it then?", NAME),
    Scene("correct-rename", lambda s: s.title == "What is Ada Lind called?", NAME),
    Scene("correct-alias", lambda s: s.title == "What else is Ada Lind called?", NAME),
    Scene("correct-kind", lambda s: s.title == "What is Ada Lind?", NAME),
    Scene("correct-quote", lambda s: s.title == "Who says it?", PASSAGE),
    Scene("correct-dismiss", lambda s: s.corrections == ["Dismiss"], NAME),
    Scene("correct-nobody", lambda s: s.corrections == ["Dismiss"], NAME),
    Scene("correct-history", lambda s: "corrections" in s.title, HISTORY[:-1]),
    Scene("correct-take", lambda s: s.title == "Who says it?", QUOTE),
    Scene("correct-down", lambda s: s.cursor == 1, NAME),
    Scene("correct-up", lambda s: s.cursor == 0, (*NAME, "correct-down")),
    Scene("correct-leave", lambda s: s.top == "ReaderScreen" and s.kept == (), NAME),
    Scene("choice-take", lambda s: s.corrections == ["SetSpeaker"], (*SPEAKER, "choice-down")),
    Scene("choice-down", lambda s: s.cursor == 1, SPEAKER),
    Scene("choice-up", lambda s: s.cursor == 0, (*SPEAKER, "choice-down")),
    Scene("choice-leave", lambda s: s.top == "ReaderScreen" and s.kept == (), SPEAKER),
    Scene("naming-keep", lambda s: s.corrections == ["Rename"] and "Eva" in s.page, (*RENAME, typed("Eva"))),
    Scene("naming-leave", lambda s: s.top == "ReaderScreen" and s.kept == (), RENAME),
    Scene("history-show", lambda s: s.top == "ReaderScreen" and s.row < 10 and len(s.kept) == 2, HISTORY),
    Scene("history-drop", lambda s: s.top == "ReaderScreen" and len(s.kept) == 1, HISTORY),
    Scene("history-down", lambda s: s.cursor == 1, HISTORY),
    Scene("history-up", lambda s: s.cursor == 0, (*HISTORY, "history-down")),
    Scene("history-leave", lambda s: s.top == "ReaderScreen" and len(s.kept) == 2, HISTORY),
    Scene("card-go", lambda s: s.words.startswith("quote 1 of 3") and s.top == "ReaderScreen", CARD),
    Scene("card-down", lambda s: s.cursor == 3, CARD),
    Scene("card-up", lambda s: s.cursor == 1, (*CARD, "card-down")),
    Scene("card-page-down", lambda s: s.cursor > 3, CARD),
    Scene("card-page-up", lambda s: s.cursor == 1, (*CARD, "card-last")),
    Scene("card-first", lambda s: s.cursor == 1, (*CARD, "card-last")),
    Scene("card-last", lambda s: s.cursor == len(s.app.screen._places) - 1, CARD),
    Scene("card-section", lambda s: s.cursor == 3, CARD),
    Scene("card-correct", lambda s: s.title == "Correct", CARD),
    Scene("card-dossier", lambda s: s.top == "DossierScreen", CARD),
    Scene("card-leave", lambda s: s.top == "ReaderScreen", CARD),
)
