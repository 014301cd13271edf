"""The articles in tests/data/actors, with every mention's actor written into the text; their notation is told there."""

import re
from dataclasses import dataclass
from pathlib import Path

from core.analysis.analysis import ActorKind, Form

FOLDER = Path(__file__).parents[2] / "data" / "actors"
HALVES = ("tuning", "measuring")
_FORMS = {"": Form.NAME, "~": Form.DERIVED, "+": Form.PART, "!": Form.NOMINAL, "?": Form.PRONOUN}
_TOKEN = re.compile(r"\{(\w+|-)([~+!?]?)\||\}")


@dataclass(frozen=True)
class GoldActor:
    """Somebody in an article: kind and name, age and roles where the text tells them."""

    key: str
    kind: ActorKind
    name: str
    age: int | None
    roles: tuple[str, ...]


@dataclass(frozen=True)
class GoldMention:
    """Where somebody is mentioned and how; without an actor for a name that is nobody in the story."""

    start: int
    end: int
    form: Form
    actor: str | None


@dataclass(frozen=True)
class GoldArticle:
    """An article of the gold set, its text without the notation."""

    name: str
    text: str
    actors: dict[str, GoldActor]
    mentions: tuple[GoldMention, ...]


def load(half: str) -> list[GoldArticle]:
    """The articles of one half, by file name. Raises ValueError for one whose notation does not add up."""
    return [
        read(path.stem, path.read_text(encoding="utf-8")) for path in sorted((FOLDER / half).glob("*.txt"))
    ]


def read(name: str, marked: str) -> GoldArticle:
    """An article from its notation."""
    head, _, body = marked.partition("\n---\n")
    actors = {actor.key: actor for actor in map(_actor, head.split("\n")[1:])}
    text, mentions = unmark(body.strip() + "\n")
    unknown = {mention.actor for mention in mentions if mention.actor} - set(actors)
    unused = set(actors) - {mention.actor for mention in mentions}
    if unknown or unused:
        raise ValueError(
            f"{name}: not in the head: {sorted(map(str, unknown))}; not in the text: {sorted(unused)}"
        )
    return GoldArticle(name, text, actors, tuple(mentions))


def unmark(body: str) -> tuple[str, list[GoldMention]]:
    """The text without braces, and the mentions in it in text order; they may stand one in another."""
    text, last = "", 0
    opened: list[tuple[int, str, str]] = []
    mentions: list[GoldMention] = []
    for token in _TOKEN.finditer(body):
        text += body[last : token.start()]
        last = token.end()
        if token.group() != "}":
            opened.append((len(text), token.group(1), token.group(2)))
            continue
        start, key, sign = opened.pop()
        mentions.append(GoldMention(start, len(text), _FORMS[sign], None if key == "-" else key))
    if opened:
        raise ValueError(f"a brace is not closed: {opened}")
    return text + body[last:], sorted(mentions, key=lambda mention: (mention.start, -mention.end))


def _actor(line: str) -> GoldActor:
    key, kind, name, age, roles = ([cell.strip() for cell in line.split("|")] + ["", ""])[:5]
    told = tuple(role.strip() for role in roles.split(";") if role.strip())
    return GoldActor(key, ActorKind(kind), name, int(age) if age else None, told)
