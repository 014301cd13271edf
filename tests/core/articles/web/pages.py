"""The pages that these tests read, and what the article on each of them is."""

from pathlib import Path

PAGES = Path(__file__).parents[3] / "data" / "pages"

SENTENCE = (
    "Die Fähre legte am frühen Morgen ab, und niemand am Kai wusste, ob sie jemals wiederkommen würde. "
)
STORY = f"<p>{SENTENCE}</p><p>{SENTENCE}Am Abend war der Platz noch immer leer.</p>"


def page(body: str, head: str = "", language: str = "de") -> str:
    """A page with an article of two paragraphs below what is given."""
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>Am Kai</title>{head}</head>'
        f"<body><article><h1>Am Kai</h1>{body}{STORY}</article></body></html>"
    )


def saved(name: str) -> bytes:
    """One of the pages in `tests/data`."""
    return (PAGES / f"{name}.html").read_bytes()
