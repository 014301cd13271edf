"""Bracketed texts resolved into actors, without a model."""

from dataclasses import dataclass

from core.actors import Resolution, resolve
from core.analysis.analysis import Actor, Form, Label, Mention, QuoteType
from core.lexicon.lexicon import load_lexicon
from core.parsed_text.from_doc import parsed_text
from core.parsed_text.parsed_text import ParsedText
from tests.core.language.bracketed import read, unbracket


@dataclass(frozen=True)
class Staged:
    """A text with who is in it."""

    text: str
    resolution: Resolution

    def actor(self, name: str) -> Actor:
        """The one actor of that name."""
        (found,) = [actor for actor in self.resolution.actors if actor.name == name]
        return found

    def names(self) -> list[str]:
        """Names of all actors, in order."""
        return [actor.name for actor in self.resolution.actors]

    def mentioned(self, name: str, *forms: Form) -> list[str]:
        """The words by which an actor is mentioned, in order."""
        id = self.actor(name).id
        wanted = forms or tuple(Form)
        return [
            self.text[m.start : m.end] for m in self.resolution.mentions if m.actor == id and m.form in wanted
        ]

    def speakers(self) -> list[str | None]:
        """The name of every quotation's speaker, None where there is none."""
        by_id = {actor.id: actor.name for actor in self.resolution.actors}
        return [by_id[speaker] if speaker else None for speaker in self.resolution.speakers]


def parsed_of(text: str, language: str = "de") -> ParsedText:
    """A text of paragraphs, each line one, with its sentences."""
    return parsed_text(read(text, language), load_lexicon(language))


def names_in(marked: str) -> list[Mention]:
    """The bracketed names as mentions."""
    return [Mention(start, end, Label(label)) for start, end, label in unbracket(marked)[1]]


def stage(marked: str, language: str = "de", extra: tuple[Mention, ...] = ()) -> Staged:
    """Resolve a bracketed text. `extra` are further mentions, such as parts of compounds."""
    doc = read(marked, language)
    findings = doc._.findings
    said = [span for finding in findings if finding.type is QuoteType.DIRECT for span in finding.spans]
    speakers = [finding.speaker_words for finding in findings]
    return Staged(doc.text, resolve(doc._.parsed_text, [*names_in(marked), *extra], speakers, said))
