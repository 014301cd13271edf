"""BibTeX entries of the articles. The reader's tags are keywords; umlauts stay as they are, for BibTeX reads UTF-8."""

from collections.abc import Iterator, Sequence

from core.exchange.characters import ascii_words, one_line, utf8
from core.exchange.citing import is_body
from core.exchange.formats import Written
from core.exchange.reading import Reading

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "%": r"\%",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
"""Characters with a special meaning in TeX."""
LANGUAGES = {"de": "ngerman", "en": "english", "fr": "french", "es": "spanish", "it": "italian"}
"""The names of languages in LaTeX packages."""


def write(readings: Sequence[Reading]) -> Written:
    """One entry per article."""
    return Written({".bib": utf8("\n".join(_entry(reading) for reading in readings))})


def _entry(reading: Reading) -> str:
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(reading))
    return f"@misc{{{_key(reading)},\n{fields}}}\n"


def _fields(reading: Reading) -> Iterator[tuple[str, str]]:
    article = reading.article
    # The inner braces keep BibTeX from lowercasing nouns.
    yield "title", f"{{{escaped(article.title)}}}"
    about = reading.publication
    if about.authors:
        yield "author", " and ".join(map(_author, about.authors))
    if about.site:
        yield "howpublished", escaped(about.site)
    if about.published:
        yield "date", about.published
        yield "year", about.published[:4]
    if reading.address:
        yield "url", _url(reading.address)
        if reading.opened:
            yield "urldate", reading.opened[:10]
    if (language := LANGUAGES.get(reading.analysis.language)) is not None:
        yield "language", language
    if reading.tags:
        # Keywords are separated by commas, which tags do not contain.
        yield "keywords", ", ".join(escaped(tag) for tag in reading.tags)


def _author(name: str) -> str:
    """A name in BibTeX's form; that of a body, or one with BibTeX's separators, is protected and stays whole."""
    words = escaped(name)
    return f"{{{words}}}" if "," in words or " and " in words or is_body(name) else words


def escaped(text: str) -> str:
    """Text escaped for TeX, in one line."""
    return "".join(_SPECIAL.get(char, char) for char in one_line(text))


def _url(address: str) -> str:
    """An address without braces, which would end the field, and without spaces, which are invalid in addresses."""
    plain = one_line(address).replace(" ", "%20")
    return plain.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


def _key(reading: Reading) -> str:
    """A citation key, the same in every export: the title's first words and the beginning of the text's hash."""
    words = ascii_words(reading.article.title)[:3]
    return "-".join((*words, reading.article.key[:8]))
