"""Bracketed texts resolved into actors, without a model."""

from dataclasses import dataclass

from core.actors import Cast, Story, Voice, resolve
from core.analysis.analysis import Actor, Form, Label, Mention, QuoteType
from core.lexicon.lexicon import load_lexicon
from tests.core.language.bracketed import paragraph_blocks, read, unbracket


@dataclass(frozen=True)
class Staged:
    """A text with its cast."""

    text: str
    cast: Cast

    def actor(self, name: str) -> Actor:
        """The one actor of that name."""
        (found,) = [actor for actor in self.cast.actors if actor.name == name]
        return found

    def names(self) -> list[str]:
        """Names of all actors, in order."""
        return [actor.name for actor in self.cast.actors]

    def mentioned(self, name: str, *forms: Form) -> list[str]:
        """The words by which an actor is mentioned, in order."""
        id = self.actor(name).id
        wanted = forms or tuple(Form)
        return [self.text[m.start : m.end] for m in self.cast.mentions if m.actor == id and m.form in wanted]

    def speakers(self) -> list[str | None]:
        """The name of every quotation's speaker, None where there is none."""
        by_id = {actor.id: actor.name for actor in self.cast.actors}
        return [by_id[speaker] if speaker else None for speaker in self.cast.speakers]


def story_of(text: str, language: str = "de") -> Story:
    """A text of paragraphs, each line one, with its sentences."""
    doc = read(text, language)
    sentences = [(sentence.start_char, sentence.end_char) for sentence in doc.sents]
    return Story(text, paragraph_blocks(text), sentences, load_lexicon(language))


def names_in(marked: str) -> list[Mention]:
    """The bracketed names as mentions."""
    return [Mention(start, end, Label(label)) for start, end, label in unbracket(marked)[1]]


def stage(marked: str, language: str = "de", extra: tuple[Mention, ...] = ()) -> Staged:
    """Resolve a bracketed text. `extra` are further mentions, such as parts of compounds."""
    doc = read(marked, language)
    findings = doc._.quotes
    said = [span for finding in findings if finding.type is QuoteType.DIRECT for span in finding.spans]
    voices = [Voice(finding.voice) for finding in findings]
    cast = resolve(story_of(doc.text, language), [*names_in(marked), *extra], voices, said)
    return Staged(doc.text, cast)
