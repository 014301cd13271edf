"""A verb of saying in its place."""

from dataclasses import dataclass

from core.lexicon.lexicon import CueVerb


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of saying in its place. Token indices in text order."""

    verb: CueVerb
    tokens: tuple[int, ...]
    """The verb with its auxiliary, particle and da-word."""
    finite: int
    """The finite verb: the cue itself or its auxiliary."""
    clause: int
    """Index of its clause in the sentence."""
    passive: bool
    guessed: bool = False
    """Whether the verb is in no table, and only its place says that it is one of saying."""
    negated: bool = False
    """Whether "not" hangs on it, as far as the parse is asked."""
    full: int = -1
    """The full verb, where the parse was asked for it."""

    def may(self, frame: str) -> bool:
        """Whether the verb takes a frame, by its letter in `cue_verbs.tsv`."""
        return frame in self.verb.frames
