"""Article to Analysis: names and quotations from the language pipeline, actors and speakers from rules."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

import core.quotes.component  # noqa: F401 - registers the component
from core.actors import Resolution, resolve
from core.actors.attributes.english_ages import age_told
from core.actors.names.of_speakers import names_of_speakers
from core.analysis.analysis import (
    Actor,
    ActorKind,
    Analysis,
    Form,
    Label,
    Mention,
    Part,
    Quote,
    QuoteType,
    Speaker,
)
from core.analyzer.reading import Reading, pipeline
from core.analyzer.version import pipeline_version
from core.articles import Article
from core.articles.language import UNKNOWN, detect
from core.language.figures.quantities import find_figures
from core.lexicon.world import load_tables
from core.parsed_text.parsed_text import ParsedText
from core.quotes import Finding
from core.quotes.rules import AS_SAID, RULES, SOURCED
from core.speaker_choice import Asked, Choice, choose_speakers
from core.text.spans import Span

_NAME_LABELS = {
    **{label.value: label for label in (Label.PER, Label.LOC, Label.ORG, Label.MISC)},
    "PERSON": Label.PER,
    "GPE": Label.LOC,
    "FAC": Label.LOC,
    "NORP": Label.MISC,
    "PRODUCT": Label.MISC,
    "EVENT": Label.MISC,
    "WORK_OF_ART": Label.MISC,
    "LAW": Label.MISC,
}
"""Labels of spaCy's pipelines, the English ones among them, and what they are here."""
_FIGURE_LABELS = {
    "DATE": Label.DATE,
    "TIME": Label.DATE,
    "MONEY": Label.QUANTITY,
    "PERCENT": Label.QUANTITY,
    "QUANTITY": Label.QUANTITY,
}
_FIGURE_GROUPS = ("dates", "quantities")
_WITH_STOP = re.compile(r"(?:\d{4}|:\d\d)\.$")
"""A year or a time with the stop that ends the sentence, which German tokens keep: "5. Mai 2031."."""
_SURE = 0.9
"""How sure it must be who says what they say of themselves."""


def analyze(article: Article, progress: Callable[[float], None] | None = None) -> Analysis:
    """Everything found in an article, whose language is detected here where the article does not say it.

    `progress` is told, as it goes, about what share of the work is done. Raises OSError when the bundled model is
    missing or damaged, else nothing.
    """
    if article.language == UNKNOWN:
        article = replace(article, language=detect(article.text))
    return analysis_of_reading(Reading(load(article.language), article, progress))


def analysis_of_reading(reading: Reading) -> Analysis:
    """The same of an article that a pipeline has begun to read. The pipeline must have the quote finder."""
    reading.finish()
    read = reading.smoothed
    return read.carried_back(analysis_of(read.article, reading.doc, _names_read(reading.nlp)))


def prepare(language: str) -> Language:
    """Make ready what an analysis makes on first use: the pipeline as in `load`, the patterns and the tables."""
    find_figures("", language)
    load_tables(language)
    return load(language)


@cache
def load(language: str) -> Language:
    """The loaded pipeline of a language, with the quote finder at its end."""
    nlp = pipeline(language)
    if "lesart_quotes" not in nlp.pipe_names:
        nlp.add_pipe("lesart_quotes")
    return nlp


def _names_read(nlp: Language) -> bool:
    return any(name in ("ner", "lesart_ner") for name in nlp.pipe_names)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the rules say of an article, before it is decided who speaks."""

    parsed: ParsedText
    findings: tuple[Finding, ...]
    resolution: Resolution
    asked: tuple[Asked, ...]
    """Each finding as a question of who said it."""


def analysis_of(article: Article, doc: Doc, names_read: bool = True) -> Analysis:
    """The analysis of an article from its text as the pipeline has read it. Its language must be set."""
    proposal = propose(article, doc, names_read)
    found = proposal.resolution
    choices = choose_speakers(proposal.parsed, found.mentions, found.actors, proposal.asked)
    quotes = tuple(
        _quote(article.text, number, finding, choice)
        for number, (finding, choice) in enumerate(zip(proposal.findings, choices, strict=True), 1)
    )
    actors = _with_ages_told(article.text, found.actors, quotes) if proposal.parsed.by_parse else found.actors
    mentions = tuple(sorted((*found.mentions, *_figures(doc)), key=lambda mention: mention.span))
    version = pipeline_version(article.language)
    return Analysis(version, mentions, actors, quotes, article.language, names_read)


def _with_ages_told(text: str, actors: Sequence[Actor], quotes: Iterable[Quote]) -> tuple[Actor, ...]:
    """The actors, those among them of whose age only they themselves speak with that age."""
    told: dict[str, set[int]] = {}
    for quote in quotes:
        speaker = quote.speaker
        if quote.type is QuoteType.DIRECT and speaker is not None and speaker.confidence >= _SURE:
            age = age_told(_words(text, quote.spans))
            if age is not None and speaker.actor is not None:
                told.setdefault(speaker.actor, set()).add(age)
    ages = {actor: each.pop() for actor, each in told.items() if len(each) == 1}
    return tuple(
        replace(actor, age=ages[actor.id])
        if actor.age is None and actor.kind is ActorKind.PERSON and actor.id in ages
        else actor
        for actor in actors
    )


def propose(article: Article, doc: Doc, names_read: bool = True) -> Proposal:
    """The quotations of an article, its actors, and whom the rules take for the speaker of each quotation."""
    findings: Sequence[Finding] = doc._.findings
    parsed: ParsedText = doc._.parsed_text
    resolution = resolve(parsed, *evidence(article, doc, names_read))
    asked = tuple(map(_asked, findings, resolution.speakers))
    return Proposal(parsed, tuple(findings), resolution, asked)


def evidence(
    article: Article, doc: Doc, names_read: bool = True
) -> tuple[list[Mention], list[tuple[Span, ...]], list[Span], dict[Span, tuple[Span, ...]]]:
    """What actors are resolved from: the names read, the words for each quotation's speaker, all direct speech, and the
    clauses in which speech is rendered, with the words for who says so."""
    findings: Sequence[Finding] = doc._.findings
    said = [span for finding in findings if finding.type is QuoteType.DIRECT for span in finding.spans]
    rendered = {
        span: finding.speaker_words
        for finding in findings
        if finding.type not in (QuoteType.DIRECT, QuoteType.REPORTED)
        and RULES[finding.rule].family not in SOURCED
        and finding.rule != AS_SAID
        for span in finding.spans
    }
    speakers = [finding.speaker_words for finding in findings]
    names = list(_names(doc))
    if not names_read:
        spoken = (spans[0] for spans in speakers if spans)
        names.extend(names_of_speakers(article.text, spoken, doc._.parsed_text.lexicon))
    return names, speakers, said, rendered


def _asked(finding: Finding, actor: str | None) -> Asked:
    return Asked(
        finding.spans,
        finding.type.value,
        finding.rule,
        finding.confidence,
        finding.speaker_words,
        finding.cue,
        finding.addressee,
        finding.carried,
        actor,
        finding.within,
        finding.inner,
    )


def _names(doc: Doc) -> Iterable[Mention]:
    """The names in a document with their forms; compounds and derived words are whole words."""
    for entity in doc.ents:
        label = _NAME_LABELS.get(entity.label_)
        if label is not None:
            yield Mention(entity.start_char, entity.end_char, label)
    for group, form in (("derived", Form.DERIVED), ("part", Form.PART)):
        for span in doc.spans.get(group, ()):
            label = _NAME_LABELS.get(span.label_)
            if label is not None:
                yield Mention(span.start_char, span.end_char, label, form)


def _figures(doc: Doc) -> Iterable[Mention]:
    """Dates and quantities, which name nobody: from the span groups, or from a pipeline that calls them entities."""
    spans = [span for group in _FIGURE_GROUPS for span in doc.spans.get(group, ())]
    for span in (*spans, *doc.ents):
        label = _FIGURE_LABELS.get(span.label_)
        is_age = span.text.isdecimal() and len(span.text) < 4
        if label is not None and not is_age:
            yield Mention(span.start_char, span.end_char - bool(_WITH_STOP.search(span.text)), label)


def _quote(text: str, number: int, finding: Finding, choice: Choice) -> Quote:
    speaker = None
    if choice.actor is not None or choice.words:
        words = finding.speaker if choice.words == finding.speaker_words else choice.words
        speaker = Speaker(words, _words(text, words), choice.actor, choice.confidence)
    return Quote(
        f"q{number}",
        finding.type,
        finding.spans,
        finding.rule,
        finding.confidence,
        speaker,
        _part(finding.cue),
        _part(finding.frame),
        _part(finding.addressee),
        finding.verbatim,
        _id(finding.within),
        _id(finding.repeats),
        choice.candidates,
    )


def _id(place: int | None) -> str | None:
    """The id of the quote at a place in the list."""
    return None if place is None else f"q{place + 1}"


def _part(spans: tuple[Span, ...]) -> Part | None:
    return Part(spans) if spans else None


def _words(text: str, spans: tuple[Span, ...]) -> str:
    return " ".join(" ".join(text[start:end].split()) for start, end in spans)
