"""Every table against a slow, plain computation over the same 500 analyses."""

import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from core.corpus.document import Outcome
from core.corpus.parts import Parts, Run
from core.corpus.questions.answer import Answer, Narrowed
from core.corpus.questions.archive import Archive, ArchiveError, opened, save
from core.corpus.questions.page import page
from core.corpus.questions.repeated import repeated
from core.corpus.questions.tables import about, months, outlets, people, statements

NAMES = [
    ("Ada Lind", "person", "person:ada lind"),
    ("Jon Varga", "person", "person:jon varga"),
    ("Varga", "person", None),
    ("Mia Öhm", "person", "person:mia oehm"),
    ("Hafenamt", "organisation", "organisation:hafenamt"),
    ("Kapstadt", "place", "place:kapstadt"),
    ("ein Sprecher", "unnamed", None),
]
WORDS = "Hafen Kran Streik Lohn Frist Wasser Brücke Tarif Ufer Kohle Zug Gleis Markt Kutter Netz".split()
Data = dict[str, Any]


def invented(number: int, luck: random.Random) -> Data:
    """An analysis whose places in the text are right and whose content is chance."""
    cast = luck.sample(NAMES, luck.randint(1, 5))
    actors = [
        {
            "id": f"a{n}",
            "name": name,
            "kind": kind,
            "aliases": [],
            "roles": luck.sample(["Ministerin", "Chef", "Anwalt"], luck.randint(0, 2))
            if kind == "person"
            else [],
            "age": None,
            "affiliations": luck.sample(["Union Blau", "Werft"], luck.randint(0, 1)),
        }
        for n, (name, kind, _) in enumerate(cast, 1)
    ]
    text, mentions, quotes = "", [], []
    for n in range(luck.randint(0, 6)):
        said = " ".join(luck.choices(WORDS, k=luck.randint(2, 9)))
        start = len(text)
        text += said
        named = luck.choice([None, *actors])
        if named:
            mentions.append(
                {"start": start, "end": start + 3, "label": "PER", "form": "name", "actor": named["id"]}
            )
        by = luck.choice([None, *actors])
        quotes.append(
            {
                "id": f"q{n + 1}",
                "type": luck.choice(["direct", "indirect", "reported"]),
                "spans": [[start, len(text)]],
                "speaker": by
                and {
                    "spans": [],
                    "text": "sie",
                    "actor": by["id"],
                    "confidence": luck.choice([0.5, 0.9, 0.97]),
                },
                "cue": None,
                "confidence": 0.9,
                "repeats": "q1" if luck.random() < 0.1 else None,
            }
        )
        text += ". "
    site, month = luck.choice(["Abendblatt", "Küstenbote", ""]), luck.choice(["2026-01", "2026-02", ""])
    return {
        "source": f"archive#{number}",
        "language": "de",
        "title": "T",
        "pipeline": "x",
        "text": text or "leer",
        "publication": {"site": site, "published": month and f"{month}-{luck.randint(1, 28):02}"},
        "mentions": mentions,
        "actors": actors,
        "quotes": quotes,
    }


@pytest.fixture(scope="module")
def analyses() -> list[Data]:
    luck = random.Random(20)
    return [invented(number, luck) for number in range(500)]


@pytest.fixture(scope="module")
def folder(analyses: list[Data], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("archive") / "it's"
    parts = Parts(str(path), Run("parquet", 200, "text", "x"))
    for number in range(3):
        some = analyses[number * 200 : (number + 1) * 200]
        parts.finish(number + 1, "", [Outcome(each["source"], (json.dumps(each),)) for each in some])
    return path


@pytest.fixture(scope="module")
def archive(folder: Path) -> Iterator[Archive]:
    with opened(str(folder), Narrowed()) as found:
        yield found


def who(actor: Data) -> str | None:
    found = next(each[2] for each in NAMES if each[0] == actor["name"])
    plain = actor["name"].lower().replace("ö", "o")
    return None if actor["kind"] == "unnamed" else found or f"{actor['kind']}?{plain}"


def spoken(analyses: list[Data]) -> Iterator[tuple[Data, Data, Data]]:
    for data in analyses:
        for quote in data["quotes"]:
            by = quote["speaker"] and next(a for a in data["actors"] if a["id"] == quote["speaker"]["actor"])
            if by and who(by) and not quote["repeats"]:
                yield data, quote, by


def words(data: Data, quote: Data) -> int:
    ((start, end),) = quote["spans"]
    return len(data["text"][start:end].split())


def dicts(answer: Answer) -> list[Data]:
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


def plain_people(analyses: list[Data]) -> dict[str, Data]:
    found: dict[str, Data] = {}
    for data, quote, by in spoken(analyses):
        row = found.setdefault(
            who(by),
            {
                "statements": 0,
                "words": 0,
                "own": 0,
                "sure": 0,
                "articles": set(),
                "days": [],
                "kind": by["kind"],
            },
        )
        row["statements"] += 1
        row["words"] += words(data, quote)
        row["own"] += words(data, quote) * (quote["type"] == "direct")
        row["sure"] += quote["speaker"]["confidence"] >= 0.9
        row["articles"].add(data["source"])
        row["days"] += [data["publication"]["published"]] if data["publication"]["published"] else []
    for identity, row in found.items():
        cast = [actor for data in analyses for actor in data["actors"] if who(actor) == identity]
        for column in ("roles", "affiliations"):
            counted = Counter(value for actor in cast for value in actor[column])
            row[column] = sorted(counted, key=lambda value: (-counted[value], value))[:3] or None
    return found


def test_people(archive: Archive, analyses: list[Data]) -> None:
    expected = plain_people(analyses)
    rows = dicts(people(archive))
    assert len(rows) == len(expected) == 6
    for row in rows:
        name = row["name"]
        plain = expected[who({"name": name, "kind": row["kind"]})]
        assert row["statements"] == plain["statements"]
        assert row["words"] == plain["words"]
        assert row["direct"] == pytest.approx(plain["own"] / plain["words"], abs=0.0006)
        assert row["sure"] == pytest.approx(plain["sure"] / plain["statements"], abs=0.0006)
        assert row["articles"] == len(plain["articles"])
        assert (row["first"], row["last"]) == (min(plain["days"]), max(plain["days"]))
        assert (row["roles"], row["affiliations"]) == (plain["roles"], plain["affiliations"])
        assert row["doubt"] is (name == "Varga")
    assert [row["statements"] for row in rows] == sorted((row["statements"] for row in rows), reverse=True)


@pytest.mark.parametrize("by", ["outlet", "month"])
def test_people_for_each_outlet_or_month(archive: Archive, analyses: list[Data], by: str) -> None:
    expected = Counter(
        (
            data["publication"]["site"] if by == "outlet" else data["publication"]["published"][:7],
            by_whom["name"],
        )
        for data, _, by_whom in spoken(analyses)
    )
    assert {(row[by], row["name"]): row["statements"] for row in dicts(people(archive, by))} == expected


@pytest.mark.parametrize(("question", "column"), [(outlets, "outlet"), (months, "month")])
def test_outlets_and_months(archive: Archive, analyses: list[Data], question: Any, column: str) -> None:
    def key(data: Data) -> str:
        publication = data["publication"]
        return publication["site"] if column == "outlet" else publication["published"][:7]

    articles = Counter(map(key, analyses))
    length = Counter[str]()
    for data in analyses:
        length[key(data)] += len(data["text"].split())
    said, own, speakers, counted = Counter[str](), Counter[str](), defaultdict(set), Counter[str]()
    for data, quote, by in spoken(analyses):
        counted[key(data)] += 1
        said[key(data)] += words(data, quote)
        own[key(data)] += words(data, quote) * (quote["type"] == "direct")
        speakers[key(data)].add(who(by))
    rows = dicts(question(archive))
    assert {row[column] for row in rows} == set(articles)
    for row in rows:
        name = row[column]
        assert (row["articles"], row["statements"]) == (articles[name], counted[name])
        assert row["speakers"] == len(speakers[name])
        assert row["spoken"] == pytest.approx(said[name] / length[name], abs=0.0006)
        assert row["direct"] == pytest.approx(own[name] / said[name], abs=0.0006)


def test_about(archive: Archive, analyses: list[Data]) -> None:
    expected = Counter[tuple[str, str]]()
    for data, quote, by in spoken(analyses):
        ((start, end),) = quote["spans"]
        named = {m["actor"] for m in data["mentions"] if start <= m["start"] and m["end"] <= end}
        others = {a["name"] for a in data["actors"] if a["id"] in named and a["id"] != by["id"] and who(a)}
        expected.update((by["name"], other) for other in others)
    assert {(row["speaker"], row["about"]): row["statements"] for row in dicts(about(archive))} == expected


def test_statements(archive: Archive, analyses: list[Data]) -> None:
    expected = sorted(
        (data["publication"]["published"], data["source"], data["text"][slice(*quote["spans"][0])])
        for data, quote, by in spoken(analyses)
        if by["name"] == "Mia Öhm"
    )
    rows = dicts(statements(archive, "mia oehm"))
    assert sorted((row["day"], row["source"], row["text"]) for row in rows) == expected
    assert [row["day"] for row in rows] == sorted(row["day"] for row in rows)
    assert not statements(archive, "Varga").rows


@pytest.mark.parametrize(
    ("narrowed", "holds"),
    [
        (Narrowed(since="2026-02"), lambda data: data["publication"]["published"] >= "2026-02"),
        (
            Narrowed(until="2026-01", since="2026"),
            lambda data: data["publication"]["published"][:7] == "2026-01",
        ),
        (Narrowed(outlet="kusten"), lambda data: data["publication"]["site"] == "Küstenbote"),
        (Narrowed(topic="brück"), lambda data: "Brücke" in data["text"]),
        (Narrowed(topic="rücke"), lambda data: False),
        (Narrowed(topic="it's $a;\n"), lambda data: False),
    ],
)
def test_narrowed(folder: Path, analyses: list[Data], narrowed: Narrowed, holds: Any) -> None:
    some = [data for data in analyses if holds(data)]
    with opened(str(folder), narrowed) as archive:
        found = {row["name"]: row["statements"] for row in dicts(people(archive))}
        counted = sum(row["articles"] for row in dicts(outlets(archive)))
    assert found == Counter(by["name"] for _, _, by in spoken(some))
    assert counted == len(some)


def test_narrowed_to_a_kind(folder: Path) -> None:
    with opened(str(folder), Narrowed(kind="organisation")) as archive:
        assert [row["name"] for row in dicts(people(archive))] == ["Hafenamt"]


def said(number: int, text: str, by: str = "Ada Lind", day: str = "2026-01-01") -> Data:
    actor = {"id": "a1", "name": by, "kind": "person", "aliases": [], "roles": [], "age": None}
    speaker = {"spans": [], "text": by, "actor": "a1", "confidence": 1}
    quote = {"id": "q1", "type": "direct", "spans": [[0, len(text)]], "speaker": speaker, "cue": None}
    return {
        "source": f"s{number}", "language": "de", "title": "", "pipeline": "x", "text": text, "mentions": [],
        "publication": {"site": f"Blatt {number}", "published": day}, "actors": [actor],
        "quotes": [{**quote, "confidence": 1, "repeats": None}],
    }  # fmt: skip


def test_a_statement_of_several_articles_is_there_once_with_all_its_wordings(tmp_path: Path) -> None:
    long = "Der Hafen bleibt offen, solange ich hier etwas zu sagen habe und die Leute kommen"
    rows = [
        said(1, f"„{long}.“", day="2026-01-03"),
        said(2, f"{long}!", day="2026-01-02"),
        said(3, f"{long} und gehen", by="Lind", day=""),
        said(4, "Der Kran am Ufer bleibt geschlossen, solange niemand ihn bezahlt und keiner ihn braucht"),
        said(5, "Kein Kommentar dazu."),
        said(6, "Kein Kommentar dazu."),
    ]
    path = tmp_path / "a.jsonl"
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    with opened(str(path), Narrowed()) as archive:
        (row,) = dicts(repeated(archive))
    assert row == {
        "first": "2026-01-02",
        "speakers": ["Ada Lind", "Lind"],
        "articles": 3,
        "outlets": ["Blatt 1", "Blatt 2", "Blatt 3"],
        "wordings": [f"„{long}.“", f"{long}!", f"{long} und gehen"],
        "sources": ["s1", "s2", "s3"],
    }


def test_repeated_statements_against_a_comparison_of_all_with_all(tmp_path: Path) -> None:
    luck = random.Random(5)
    sentences = [
        " ".join(luck.choices(WORDS + [f"{w}{n}" for w in WORDS for n in range(9)], k=14)) for _ in range(30)
    ]
    texts = []
    for _ in range(150):
        tokens = luck.choice(sentences).split()
        for _ in range(luck.randint(0, 2)):
            tokens[luck.randrange(len(tokens))] = "anders"
        texts.append(" ".join(tokens))
    path = tmp_path / "a.jsonl"
    path.write_text("".join(f"{json.dumps(said(n, text))}\n" for n, text in enumerate(texts)))
    with opened(str(path), Narrowed()) as archive:
        found = {frozenset(row["sources"]) for row in dicts(repeated(archive))}
    groups: dict[str, set[str]] = defaultdict(set)
    for n, text in enumerate(texts):
        closest = max(sentences, key=lambda each: len(set(each.split()) & set(text.split())))
        groups[closest].add(f"s{n}")
    assert found == {frozenset(group) for group in groups.values() if len(group) > 1}


def test_lines_are_read_as_tables_are(analyses: list[Data], archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("".join(f"{json.dumps(each)}\n" for each in analyses))
    with opened(str(path), Narrowed()) as other:
        assert people(other) == people(archive)


@pytest.mark.parametrize("content", ["kein json\n", '{"text": "x"}\n', ""])
def test_what_is_no_analysis_is_said(tmp_path: Path, content: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(content)
    with pytest.raises(ArchiveError, match=r"a\.jsonl"), opened(str(path), Narrowed()):
        pass


def test_an_answer_is_kept_as_parquet(archive: Archive, tmp_path: Path) -> None:
    answer = people(archive)
    save(answer, tmp_path / "people.parquet")
    found = duckdb.connect().execute(f"SELECT * FROM '{tmp_path}/people.parquet'")
    assert tuple(column[0] for column in found.description) == answer.columns
    assert len(found.fetchall()) == len(answer.rows)
    save(Answer(("a",), ()), tmp_path / "nothing.parquet")
    assert duckdb.connect().execute(f"SELECT * FROM '{tmp_path}/nothing.parquet'").fetchall() == []


def test_the_page_holds_all_it_needs_and_escapes_what_it_shows(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(said(1, "Ruhe.", by="Ada <script>alert(1)</script> Lind")) + "\n")
    with opened(str(path), Narrowed(since="2026")) as archive:
        made = page(archive, "Archiv & Co", Narrowed(since="2026"))
    body = made.split("<body>")[1]
    assert "Archiv &amp; Co" in body
    assert "<script>alert" not in made
    assert "since: 2026" in body
    assert 'src="http' not in made
    assert "default-src 'none'" in made
