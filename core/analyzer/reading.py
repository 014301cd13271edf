"""The pipeline at work on one article. The encoder, which takes most of the time, can do its part in a thread."""

from collections.abc import Callable
from contextlib import suppress
from functools import cache
from threading import Thread

from spacy.language import Language

from core.analyzer.smoothing import smoothed
from core.articles import Article
from core.language.document import make_doc
from core.language.encoder.component import LesartEncoder
from core.language.pipeline import load_pipeline

_ENCODER = 0.7
"""The encoder's share of the time that an analysis takes."""


@cache
def pipeline(language: str) -> Language:
    """The loaded pipeline of a language."""
    return load_pipeline(language)


class Reading:
    """An article as far as the components of a pipeline have read it.

    `progress` is told, as it goes, about what share of the work is done.
    """

    def __init__(
        self, nlp: Language, article: Article, progress: Callable[[float], None] | None = None
    ) -> None:
        self.smoothed = smoothed(article)
        self.doc = make_doc(nlp, self.smoothed.article.text, self.smoothed.article.blocks)
        self.nlp = nlp
        self._tell = progress or (lambda _share: None)
        self._done = 0.0
        self._next = 0
        self._ahead: Thread | None = None

    def begin(self) -> "Reading":
        """Let the components up to the encoder read in a thread, which leaves Python's lock to others; returns itself.

        Meanwhile components may be added to the pipeline, behind the others.
        """
        self._ahead = Thread(target=self._up_to_encoder, daemon=True)
        self._ahead.start()
        return self

    def finish(self) -> None:
        """Let all components read that have not. Raises what they raise, in a thread or not."""
        if self._ahead is not None:
            self._ahead.join()
        while self._next < len(self.nlp.pipeline):
            self._step()

    def _up_to_encoder(self) -> None:
        # What goes wrong here does so again in `finish`, since the component that failed has not been passed.
        with suppress(Exception):
            while self._next < len(self.nlp.pipeline):
                if isinstance(self._step(), LesartEncoder):
                    return

    def _step(self) -> object:
        """Let the next component read, and return it."""
        _, component = self.nlp.pipeline[self._next]
        if isinstance(component, LesartEncoder):
            before = self._done
            component.progress = lambda part: self._tell(before + _ENCODER * part)
            self.doc = component(self.doc)
            component.progress = None
            self._done += _ENCODER
        else:
            self.doc = component(self.doc)
            encoders = sum(isinstance(each, LesartEncoder) for _, each in self.nlp.pipeline)
            self._done += (1 - _ENCODER * encoders) / (len(self.nlp.pipeline) + 1)
        self._next += 1
        self._tell(self._done)
        return component
