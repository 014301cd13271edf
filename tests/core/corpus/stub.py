"""Documents, and workers' functions without a model: quick, and in need of care."""

import os
import signal
import time
from collections.abc import Iterator, Sequence

from core.analysis.analysis import Actor, ActorKind, Analysis, Label, Mention, Quote, QuoteType, Speaker
from core.analysis.serialise import to_dict
from core.articles.errors import SourceError
from core.corpus.document import Document, Outcome, line_of
from core.corpus.reading import articles_of


def made(number: int, killing: tuple[int, ...] = ()) -> Iterator[Document]:
    for n in range(number):
        text = "" if n % 17 == 5 else f"Meldung {n}. {'KILL' if n in killing else 'Alles ruhig.'}"
        yield Document(f"archive#{n}", text, {"outlet": f"Blatt {n % 3}"})


def heard(done: int, failed: int) -> None:
    """Nobody looks."""


def quick(documents: Sequence[Document]) -> list[Outcome]:
    """Two speakers and two quotes for every document; nothing of it is in the text."""
    return [_outcome(document) for document in documents]


def deadly(documents: Sequence[Document]) -> list[Outcome]:
    """As `quick`, but a document with the word KILL ends its process as the system would."""
    if any("KILL" in (document.text or "") for document in documents):
        os.kill(os.getpid(), signal.SIGKILL)
    return quick(documents)


def slow(documents: Sequence[Document]) -> list[Outcome]:
    """As `quick`, in time enough to stop it."""
    time.sleep(0.05)
    return quick(documents)


def _outcome(document: Document) -> Outcome:
    if document.unreadable:
        return Outcome(document.source, error=document.unreadable)
    try:
        ((article,), _) = articles_of(document)
    except SourceError as error:
        return Outcome(document.source, error=str(error))
    end = len(article.text)
    analysis = Analysis(
        pipeline="stub",
        mentions=(Mention(0, min(4, end), Label.PER, actor="a1"),),
        actors=(
            Actor("a1", "Ada Lind", ActorKind.PERSON, ("Lind",), ("Ministerin",), 58, ("Union Blau",)),
            Actor("a2", "Varga", ActorKind.PERSON),
        ),
        quotes=(
            Quote("q1", QuoteType.DIRECT, ((0, end),), "stub", 0.9, Speaker((), "Lind", "a1", 0.9)),
            Quote(
                "q2", QuoteType.INDIRECT, ((0, min(9, end)),), "stub", 0.8, Speaker((), "Varga", "a2", 0.6)
            ),
        ),
        language="de",
    )
    return Outcome(document.source, (line_of(to_dict(article, analysis), document.metadata),))
