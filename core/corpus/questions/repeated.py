"""Statements that several articles have, in the same words or nearly so: once, with all their sources.

Candidates share one of the smallest hashes of their word triples (a bottom-k sketch: Broder, On the resemblance and
containment of documents, 1997); those whose sets of words are alike enough are joined.
"""

from collections import defaultdict
from typing import Any

from core.corpus.questions.answer import Answer
from core.corpus.questions.archive import Archive

ALIKE = 0.6
"""Share of words that two wordings have in common, of all the words of both."""
SHORTEST = 6
"""Words; shorter statements are alike by chance."""
_SKETCH = 6
_CROWD = 400
"""Statements that share a triple; more of them share a phrase, not a statement."""

_PAIRS = f"""
WITH said AS (
  SELECT row_number() OVER (ORDER BY source, quote) AS id,
    string_split_regex(trim(regexp_replace(plain(text), '[^\\w]+', ' ', 'g')), ' ') AS tokens
  FROM spoken WHERE words >= {SHORTEST}),
triples AS (
  SELECT id, unnest([hash(tokens[i:i + 2]) FOR i IN range(1, len(tokens) - 1)]) AS triple FROM said),
sketch AS (
  SELECT DISTINCT id, triple FROM triples
  QUALIFY row_number() OVER (PARTITION BY id ORDER BY triple) <= {_SKETCH}),
shared AS (SELECT triple, min(id) AS first FROM sketch GROUP BY triple HAVING count(*) BETWEEN 2 AND {_CROWD}),
pairs AS (SELECT DISTINCT first, id FROM sketch JOIN shared USING (triple) WHERE id <> first)
SELECT first, pairs.id FROM pairs JOIN said a ON a.id = first JOIN said b ON b.id = pairs.id
WHERE len(list_intersect(a.tokens, b.tokens)) >= {ALIKE} * len(list_distinct(list_concat(a.tokens, b.tokens)))
"""
_STATEMENTS = f"""
SELECT row_number() OVER (ORDER BY source, quote) AS id, name, outlet, day, text, source FROM spoken
WHERE words >= {SHORTEST}
"""


def repeated(archive: Archive) -> Answer:
    """Each statement that is in more than one article: by whom, since when, how often, in which wordings and where."""
    leader: dict[int, int] = {}

    def find(number: int) -> int:
        while leader.get(number, number) != number:
            number = leader[number]
        return number

    for first, other in archive.ask(_PAIRS).rows:
        one, two = sorted((find(first), find(other)))
        leader[two] = leader[first] = leader[other] = one
    groups: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
    if leader:
        numbers = sorted(leader)
        found = archive.ask(
            f"SELECT * FROM ({_STATEMENTS}) WHERE list_contains(?, id) ORDER BY id", [numbers]
        )
        for row in found.rows:
            groups[find(row[0])].append(row[1:])
    rows = [_row(group) for group in groups.values() if len({each[4] for each in group}) > 1]
    rows.sort(key=lambda row: (-row[2], row[0] or "", row[4]))
    return Answer(("first", "speakers", "articles", "outlets", "wordings", "sources"), tuple(rows))


def _row(group: list[tuple[Any, ...]]) -> tuple[Any, ...]:
    names, outlets, days, texts, sources = zip(*group, strict=True)
    return (
        min(filter(None, days), default=None),
        list(dict.fromkeys(names)),
        len(set(sources)),
        sorted(set(filter(None, outlets))),
        list(dict.fromkeys(texts)),
        list(dict.fromkeys(sources)),
    )
