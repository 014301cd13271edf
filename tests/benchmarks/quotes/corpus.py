"""The annotated corpus, and what the pipeline says of its texts.

A line is one document as JSON: `id`, `text`, `tokens` ([start, end] in code points) and `quotes`, each with a `type`
and lists of token numbers under `quote`, `speaker`, `cue`, `frame` and `addressee`.
"""

import gzip
import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from spacy.language import Language
from spacy.tokens import Doc, DocBin

from core.analysis.analysis import QuoteType
from core.articles.texts import plain_article
from core.language.document import make_doc
from core.language.pipeline import load_pipeline
from core.quotes import Finding
from core.text.spans import Span
from tests.benchmarks.quotes.metric import ROLES, Row, Tokens

TYPES = {
    "direct": "Direct",
    "indirect": "Indirect",
    "free-indirect": "FreeIndirect",
    "indirect-free-indirect": "IndirectFreeIndirect",
    "reported": "Reported",
}


@dataclass(frozen=True, slots=True)
class Document:
    """One annotated article."""

    id: str
    text: str
    tokens: tuple[Span, ...]
    gold: tuple[Row, ...]

    def numbers(self, spans: Iterable[Span]) -> Tokens:
        """The tokens of which some character lies in one of the spans."""
        starts, ends = [start for start, _ in self.tokens], [end for _, end in self.tokens]
        return frozenset(
            i for start, end in spans for i in range(bisect_right(ends, start), bisect_left(starts, end))
        )

    def words(self, tokens: Tokens) -> str:
        """The tokens as text, with an ellipsis where some are left out."""
        said, last = "", None
        for i in sorted(tokens):
            if last is not None:
                gap = self.text[self.tokens[last][1] : self.tokens[i][0]] if i == last + 1 else " … "
                said += " ".join(gap.split()) or (" " if gap else "")
            said += self.text[slice(*self.tokens[i])]
            last = i
        return said

    def row(self, finding: Finding) -> Row:
        """A finding as token numbers.

        A reported speech act is given as the corpus annotates it: with its subject, and without a cue.
        """
        reported = finding.type is QuoteType.REPORTED
        around = (*finding.spans, *finding.speaker)
        whole = ((min(start for start, _ in around), max(end for _, end in around)),)
        parts = {
            "quote": self.numbers(whole if reported else finding.spans),
            "speaker": self.numbers(finding.speaker),
            "cue": self.numbers(() if reported else finding.cue),
            "frame": self.numbers(finding.frame),
            "addressee": self.numbers(finding.addressee),
        }
        return Row(TYPES[finding.type.value], parts, finding.rule, finding.confidence)


def joined(text: str, findings: Iterable[Finding]) -> list[Finding]:
    """Findings with sentences in the Konjunktiv that follow each other as one, which is how the corpus has them."""
    whole: list[Finding] = []
    running = -1
    for finding in findings:
        if running >= 0 and _goes_on(text, whole[running], finding):
            whole[running] = _one(whole[running], finding)
            continue
        whole.append(finding)
        if finding.type is not QuoteType.DIRECT:
            running = len(whole) - 1
    return whole


def _goes_on(text: str, one: Finding, other: Finding) -> bool:
    """Whether two findings are one statement that runs on: nothing but white space between them."""
    free = one.type is other.type is QuoteType.INDIRECT_FREE_INDIRECT
    return free and one.speaker == other.speaker and not text[one.end : other.start].strip()


def _one(one: Finding, other: Finding) -> Finding:
    spans = (*one.spans[:-1], (one.spans[-1][0], other.spans[-1][1]))
    return replace(one, spans=spans, verbatim=(*one.verbatim, *other.verbatim))


class HasText(Protocol):
    """What can be read by the pipeline."""

    @property
    def text(self) -> str:
        """The article."""
        ...


def read_corpus(path: Path) -> list[Document]:
    """The documents of a file, plain or compressed by gzip."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [_document(json.loads(line)) for line in lines if line.strip()]


def parsed(documents: Sequence[HasText], kept: Path | None) -> Iterator[Doc]:
    """The texts as the German pipeline reads them, without quotations; read from `kept` where that file is there,
    else written to it."""
    nlp = load_pipeline("de")
    if kept is not None and kept.exists():
        yield from DocBin().from_disk(kept).get_docs(nlp.vocab)
        return
    read = DocBin(
        attrs=["TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE", "SENT_START"],
        store_user_data=False,
    )
    for document in documents:
        doc = _parse(nlp, document.text)
        read.add(doc)
        yield doc
    if kept is not None:
        read.to_disk(kept)


def _parse(nlp: Language, text: str) -> Doc:
    article = plain_article(text, "corpus")
    doc = make_doc(nlp, article.text, article.blocks)
    for _, component in nlp.pipeline:
        doc = component(doc)
    doc.tensor = doc.tensor[:0]
    doc.user_data.clear()
    return doc


def _document(data: dict) -> Document:  # type: ignore[type-arg]
    gold = tuple(
        Row(
            quote["type"],
            {
                "quote": frozenset(quote["quote"]),
                **{role: frozenset(quote[role]) for role in ROLES},
            },
        )
        for quote in data["quotes"]
    )
    return Document(data["id"], data["text"], tuple((a, b) for a, b in data["tokens"]), gold)
