"""Dossiers as files: a Markdown note, a table for spreadsheets, and JSON."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from core.articles.source_names import is_address
from core.dossiers.chronicle import Entry, Part, Place, chronicle
from core.exchange.characters import harmless, one_line, utf8
from core.exchange.csv_tables import Field, table_bytes
from core.exchange.markdown import escaped
from core.library.dossiers import Dossier
from core.text.wordings import differences
from core.translation import _, ngettext, number_words

_NO_LINK = re.compile(r"[<>\s\\]")
"""What a link in Markdown does not have."""
COLUMNS = (
    "day",
    "name",
    "part",
    "speaker",
    "type",
    "cue",
    "words",
    "statement",
    "confidence",
    "article",
    "outlet",
    "source",
    "start",
    "according to",
    "refusal",
    "sentence before",
    "authors",
    "address",
)
"""Of the table. Rows with the same number under "statement" are one statement in several articles."""


def to_json(dossiers: Sequence[Dossier]) -> bytes:
    """One JSON object, as `to_dict` has it."""
    return utf8(json.dumps(to_dict(dossiers), ensure_ascii=False, indent=2) + "\n")


def to_dict(dossiers: Sequence[Dossier]) -> dict[str, Any]:
    """All that is known, with each statement once; offsets are code points into the text filed under `key`."""
    return {
        "people": [_person(each) for each in dossiers],
        "entries": [
            {
                "part": entry.part.value,
                "name": dossiers[entry.whose].name,
                "mentions": entry.mentions or None,
                "wordings": list(entry.wordings),
                "places": [_place(place) for place in entry.places],
            }
            for entry in chronicle(dossiers)
        ],
    }


def _person(dossier: Dossier) -> dict[str, Any]:
    return {
        "name": dossier.name,
        "kind": dossier.kind.value if dossier.kind else None,
        "aliases": list(dossier.aliases),
        "roles": list(dossier.roles),
        "articles": dossier.articles,
        "statements": dossier.statements,
        "in_doubt": dossier.in_doubt,
        "articles_with_the_surname_only": dossier.doubtful,
        "not_analysed": len(dossier.not_analysed),
    }


def _place(place: Place) -> dict[str, Any]:
    record, said = place.record, place.said
    found: dict[str, Any] = {
        "key": record.key,
        "title": record.title,
        "outlet": record.outlet,
        "source": record.source,
        "published": record.published or None,
        "first_opened": record.first_opened,
        "text": place.words,
        "start": place.start,
        "authors": list(record.authors),
        "address": record.address or None,
    }
    if said is not None:
        found |= {
            "speaker": said.speaker,
            "type": said.type.value,
            "cue": said.cue or None,
            "according_to": said.according or None,
            "refusal": said.refusal,
            "sentence_before": said.before or None,
            "spans": [list(span) for span in said.spans],
            "confidence": round(said.confidence, 3),
        }
    return found


def to_csv(dossiers: Sequence[Dossier]) -> bytes:
    """A row for each place of each statement or mention."""
    rows: list[Sequence[Field]] = []
    for number, entry in enumerate(chronicle(dossiers), 1):
        for place in entry.places:
            record, said = place.record, place.said
            about = (said.speaker, said.type.value, said.cue) if said else ("", "", "")
            confidence = round(said.confidence, 3) if said else None
            where = record.title, record.outlet, record.source, place.start
            words = one_line(place.words), number, confidence
            name, part = dossiers[entry.whose].name, entry.part.value
            more = (said.according, "yes" if said.refusal else "", said.before) if said else ("",) * 3
            by = "; ".join(record.authors), record.address
            rows.append((record.dated[:10], name, part, *about, *words, *where, *more, *by))
    return table_bytes(COLUMNS, rows)


def to_markdown(dossiers: Sequence[Dossier]) -> bytes:
    """A note with a section for each day; where a later wording differs, what differs is in bold."""
    names = _(" and ").join(each.name for each in dossiers)
    lines = [f"# {escaped(names)}", ""]
    for dossier in dossiers:
        facts = [*dossier.roles[:_ROLES], *(_("also {name}").format(name=name) for name in dossier.aliases)]
        statements = ngettext("{number} statement", "{number} statements", dossier.statements)
        statements = statements.format(number=number_words(dossier.statements))
        articles = ngettext("in {number} article", "in {number} articles", dossier.articles)
        count = f"{statements} {articles.format(number=number_words(dossier.articles))}"
        lines.append(
            f"- **{escaped(dossier.name)}**: {count}" + "".join(f"; {escaped(fact)}" for fact in facts)
        )
    day = ""
    for entry in chronicle(dossiers):
        if entry.first.record.dated[:10] != day:
            day = entry.first.record.dated[:10]
            lines += ["", f"## {day}"]
        lines += ["", *_note(entry, dossiers)]
    return utf8("\n".join(lines) + "\n")


_ROLES = 5


def _note(entry: Entry, dossiers: Sequence[Dossier]) -> list[str]:
    first = entry.first
    words = escaped(one_line(first.words)) or _("mentioned")
    name = dossiers[entry.whose].name
    who = first.said.speaker if entry.part is Part.ABOUT and first.said else name
    sign = f"**{escaped(who)}**"
    if entry.part is Part.ABOUT:
        sign = _("{speaker} on {name}").format(speaker=sign, name=escaped(name))
    elif entry.part is Part.MENTION:
        sign = _("{name} is mentioned").format(name=sign)
    if first.said and (how := first.said.introduced(quoted=True)):
        sign = f"{sign}, {escaped(one_line(how))}"
    lines = [f"{sign}: {words}", "", *(f"- {_source(place)}" for place in entry.articles)]
    if first.said and first.said.before:
        lines.insert(2, "- " + _("before it:") + f" {escaped(first.said.before)}")
    for wording in entry.wordings[1:]:
        marked = " ".join(
            f"**{escaped(words)}**" if differs else escaped(words)
            for words, differs in differences(first.words, wording)
        )
        lines.append("- " + _("differently:") + f" {marked}")
    return lines


def _source(place: Place) -> str:
    record = place.record
    title, outlet = escaped(one_line(record.title)) or _("untitled"), escaped(record.outlet)
    authors = escaped(one_line(", ".join(record.authors)))
    address = harmless(record.address or record.source)
    link = f"<{address}>" if is_address(address) and not _NO_LINK.search(address) else ""
    return ", ".join(part for part in (title, authors, outlet, record.dated[:10], link) if part)


FORMATS: Mapping[str, tuple[str, Callable[[Sequence[Dossier]], bytes]]] = {
    "markdown": (".md", to_markdown),
    "csv": (".csv", to_csv),
    "json": (".json", to_json),
}
"""The suffix of each format, and what makes it."""
