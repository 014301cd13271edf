"""`python -m tests.tui.looks [WORDS…]`: draws the kept pictures whose names hold all the words, on one page."""

import sys
from html import escape
from pathlib import Path

from tests.tui.looks.drawing import DARK, LIGHT, svg
from tests.tui.looks.picture import Picture

KEPT = Path(__file__).parent / "__snapshots__"
PAGE = Path("build/looks.html")


def main(words: list[str]) -> None:
    """Write the page; what a terminal colours by itself is drawn on a dark and on a light one."""
    drawn = []
    for file in sorted(KEPT.glob("*/*.txt")):
        name = f"{file.parent.name} {file.stem}"
        if not all(word in name for word in words):
            continue
        picture = Picture.parse(file.read_text(encoding="utf-8"))
        palettes = (DARK, LIGHT) if "terminal]" in file.name else (DARK,)
        drawn += [f"<h2>{escape(name)}</h2>", *(svg(picture, palette) for palette in palettes)]
    style = "body { background: #777; font: 14px sans-serif } svg { margin: 0 8px 8px 0 }"
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(
        f'<!doctype html><meta charset="utf-8"><style>{style}</style>{"".join(drawn)}', encoding="utf-8"
    )
    print(f"{PAGE}: {sum(each.startswith('<svg') for each in drawn)} pictures")


if __name__ == "__main__":
    main(sys.argv[1:])
