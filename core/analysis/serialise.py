"""Convert an article and its analysis to and from the JSON that `lesart analyze` writes."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from core.analysis.analysis import (
    Actor,
    ActorKind,
    Analysis,
    Candidate,
    Form,
    Label,
    Mention,
    Part,
    Quote,
    QuoteType,
    Speaker,
)
from core.articles import Article
from core.articles.serialise import Json, MalformedError, article_to_dict
from core.text.spans import Span


def to_dict(article: Article, analysis: Analysis) -> dict[str, Any]:
    """One object with the article's text, its blocks and everything found in it, without its links.

    Offsets are code points.
    """
    return {
        **article_to_dict(replace(article, links=())),
        **analysis_to_dict(analysis),
        "language": analysis.language,
    }


def analysis_to_dict(analysis: Analysis) -> dict[str, Any]:
    """The analysis alone. A mention's `confidence` is written only if below 1, `affiliations` only if there are any."""
    return {
        "language": analysis.language,
        "pipeline": analysis.pipeline,
        "names_read": analysis.names_read,
        "mentions": [_mention(mention) for mention in analysis.mentions],
        "actors": [
            {
                "id": actor.id,
                "name": actor.name,
                "kind": actor.kind.value,
                "aliases": list(actor.aliases),
                "roles": list(actor.roles),
                "age": actor.age,
                **({"affiliations": list(actor.affiliations)} if actor.affiliations else {}),
            }
            for actor in analysis.actors
        ],
        "quotes": [_quote(quote) for quote in analysis.quotes],
        **({"corrected": list(analysis.corrected)} if analysis.corrected else {}),
    }


def analysis_from_dict(data: Json) -> Analysis:
    """The analysis from an object made by `analysis_to_dict` or `to_dict`. Raises MalformedError."""
    try:
        return Analysis(
            pipeline=str(data["pipeline"]),
            mentions=tuple(
                Mention(
                    int(mention["start"]),
                    int(mention["end"]),
                    Label(mention["label"]),
                    Form(mention["form"]),
                    mention["actor"],
                    float(mention.get("confidence", 1.0)),
                )
                for mention in data["mentions"]
            ),
            actors=tuple(
                Actor(
                    actor["id"],
                    actor["name"],
                    ActorKind(actor["kind"]),
                    tuple(actor["aliases"]),
                    tuple(actor["roles"]),
                    actor["age"],
                    tuple(actor.get("affiliations", ())),
                )
                for actor in data["actors"]
            ),
            quotes=tuple(_quote_from(quote) for quote in data["quotes"]),
            language=str(data["language"]),
            names_read=bool(data["names_read"]),
            corrected=tuple(data.get("corrected", ())),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise MalformedError(f"no analysis: {error!r}") from None


def _mention(mention: Mention) -> dict[str, Any]:
    data: dict[str, Any] = {
        "start": mention.start,
        "end": mention.end,
        "label": mention.label.value,
        "form": mention.form.value,
        "actor": mention.actor,
    }
    if mention.confidence < 1:
        data["confidence"] = round(mention.confidence, 3)
    return data


def _quote(quote: Quote) -> dict[str, Any]:
    speaker = quote.speaker
    return {
        "id": quote.id,
        "type": quote.type.value,
        "spans": _pairs(quote.spans),
        "speaker": speaker and _speaker(speaker),
        "cue": _part(quote.cue),
        "frame": _part(quote.frame),
        "addressee": _part(quote.addressee),
        "confidence": round(quote.confidence, 3),
        "rule": quote.rule,
        "verbatim": _pairs(quote.verbatim),
        "within": quote.within,
        "repeats": quote.repeats,
        **({"candidates": [_candidate(each) for each in quote.candidates]} if quote.candidates else {}),
    }


def _speaker(speaker: Speaker) -> dict[str, Any]:
    return {
        "spans": _pairs(speaker.spans),
        "text": speaker.text,
        "actor": speaker.actor,
        "confidence": round(speaker.confidence, 3),
    }


def _candidate(candidate: Candidate) -> dict[str, Any]:
    return {"actor": candidate.actor, "confidence": round(candidate.confidence, 3)}


def _part(part: Part | None) -> dict[str, Any] | None:
    return {"spans": _pairs(part.spans)} if part else None


def _pairs(spans: Sequence[Span]) -> list[list[int]]:
    return [[start, end] for start, end in spans]


def _quote_from(data: Json) -> Quote:
    speaker = data["speaker"]
    return Quote(
        id=data["id"],
        type=QuoteType(data["type"]),
        spans=_spans(data["spans"]),
        rule=data["rule"],
        confidence=float(data["confidence"]),
        speaker=_speaker_from(speaker) if speaker else None,
        cue=_part_from(data["cue"]),
        frame=_part_from(data["frame"]),
        addressee=_part_from(data["addressee"]),
        verbatim=_spans(data.get("verbatim", ())),
        within=data.get("within"),
        repeats=data.get("repeats"),
        candidates=tuple(
            Candidate(each["actor"], float(each["confidence"])) for each in data.get("candidates", ())
        ),
    )


def _speaker_from(data: Json) -> Speaker:
    return Speaker(_spans(data["spans"]), data["text"], data["actor"], float(data.get("confidence", 1.0)))


def _part_from(data: Json | None) -> Part | None:
    return Part(_spans(data["spans"])) if data else None


def _spans(pairs: Iterable[Sequence[int]]) -> tuple[Span, ...]:
    return tuple((int(start), int(end)) for start, end in pairs)
