"""`lesart import`: what was exported comes back once, and merges."""

import json
import shutil
from pathlib import Path

import pytest

from core.annotations import Annotation
from core.articles.sources import read_article
from core.articles.texts import plain_article
from core.library import Library
from core.library.states import Reading, State
from tests.tui.cli.program import run
from tests.tui.cli.test_export import BRIDGE, FERRY
from tui.cli.import_ import _Taking


def library(home: Path) -> Library:
    return Library(home / "library")


def kept(home: Path) -> dict[str, tuple[tuple[str, ...], str]]:
    """Tags and note of all annotations by id."""
    found = library(home)
    articles = [found.load_article(record.key) for record in found.articles()]
    return {
        each.id: (each.tags, each.note)
        for article in articles
        if article
        for each in found.annotations(article)
    }


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with two articles and three annotations, and what it exports beside it."""
    home = tmp_path_factory.mktemp("one")
    run(home, "annotate", BRIDGE, "--exact", "Birte Clausen", "--tag", "Amt", "--note", "alt")
    run(home, "annotate", BRIDGE, "--note", "zum Ganzen")
    run(home, "annotate", FERRY, "--tag", "Fähre")
    for format in ("jsonl", "jsonld"):
        done = run(home, "export", "--all", "--format", format, "-o", str(home / f"all.{format}"))
        assert done.returncode == 0, done.stderr
    return home


@pytest.fixture
def exported(one: Path) -> Path:
    return one / "all.jsonl"


def test_another_library_holds_the_same_afterwards_and_only_once(
    one: Path, exported: Path, tmp_path: Path
) -> None:
    first = run(tmp_path / "two", "import", str(exported))
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout == "2 articles (2 new), 3 annotations: 3 new, 0 changed, 0 there already\n"
    assert kept(tmp_path / "two") == kept(one)
    again = run(tmp_path / "two", "import", str(exported), str(exported))
    assert again.stdout == "4 articles (0 new), 6 annotations: 0 new, 0 changed, 6 there already\n"
    assert kept(tmp_path / "two") == kept(one)


def test_the_later_state_of_an_annotation_is_kept(exported: Path, tmp_path: Path) -> None:
    home = tmp_path / "two"
    run(home, "import", str(exported))
    lines = exported.read_text(encoding="utf-8").splitlines()
    for moment, note, told in (
        ("2000-01-01T00:00:00.000+00:00", "früher", "0 new, 0 changed, 3 there already"),
        ("vorgestern", "undatiert", "0 new, 0 changed, 3 there already"),
        ("2999-01-01T00:00:00Z", "später", "0 new, 1 changed, 2 there already"),
    ):
        changed = []
        for line in map(json.loads, lines):
            for each in line["annotations"]:
                if each["note"] == "alt":
                    each |= {"note": note, "modified": moment}
            changed.append(json.dumps(line))
        done = run(home, "import", "-", given="\n".join(changed))
        assert done.stdout.endswith(f"3 annotations: {told}\n"), done.stderr
        assert (note in {note for _, note in kept(home).values()}) is (note == "später")
    assert len(kept(home)) == 3


def test_the_same_words_under_another_id_are_there_already(exported: Path, tmp_path: Path) -> None:
    home = tmp_path / "two"
    run(home, "import", str(exported))
    ids = kept(home)
    text = exported.read_text(encoding="utf-8")
    for number, id in enumerate(ids):
        text = text.replace(id, f"foreign-{number}")
    done = run(home, "import", "-", given=text)
    assert done.stdout.endswith("0 new, 0 changed, 3 there already\n")
    assert kept(home) == ids


def test_web_annotations_find_their_article_by_its_text(one: Path, tmp_path: Path) -> None:
    web = one / "all.jsonld"
    home = tmp_path / "two"
    alone = run(home, "import", str(web))
    assert alone.returncode == 1
    assert alone.stderr.count("is not in the library; name it with --on SOURCE.") == 2
    named = run(home, "import", "--on", BRIDGE, str(web))
    assert named.stdout == "1 article (1 new), 2 annotations: 2 new, 0 changed, 0 there already\n"
    assert "1 annotation not taken" in named.stderr, "what is on another text does not come into this one"
    run(home, "import", str(one / "all.jsonl"))
    done = run(home, "import", str(web))
    assert done.stdout.endswith("0 new, 0 changed, 3 there already\n")
    assert kept(home) == kept(one)


def states(home: Path) -> dict[str, tuple[State, str, str, int]]:
    """State, moment of the last opening, moment of filing and position of all articles by title."""
    return {
        each.title: (each.state, each.last_opened, each.first_opened, each.position)
        for each in library(home).articles()
    }


def test_what_was_done_with_articles_comes_back(tmp_path: Path) -> None:
    home, two = tmp_path / "one", tmp_path / "two"
    kept_in = library(home)
    for number, state in enumerate(State):
        key = kept_in.add(plain_article(f"Artikel {number}\n\nWort{number} am Deich.\n", f"{number}.txt")).key
        kept_in.set_reading(
            key, Reading(state, "" if state is State.NEW else f"2026-03-0{number + 1}T08:00:00.000+00:00")
        )
    begun = kept_in.articles()[0]
    kept_in.save_position(kept_in.load_article(begun.key), 5)
    run(home, "export", "--all", "--format", "jsonl", "-o", str(tmp_path / "all.jsonl"))
    run(two, "import", str(tmp_path / "all.jsonl"))
    assert states(two) == states(home)
    assert {state for state, *_ in states(two).values()} == set(State)
    key = library(two).articles()[0].key
    library(two).set_state(key, State.LATER)
    run(two, "import", str(tmp_path / "all.jsonl"))
    assert library(two).record(key).state is State.LATER, "what was done here is not undone by a file"


def test_an_article_of_which_no_state_is_told_was_never_opened(exported: Path, tmp_path: Path) -> None:
    lines = []
    for line in map(json.loads, exported.read_text(encoding="utf-8").splitlines()):
        del line["state"], line["last_opened"], line["position"]
        lines.append(json.dumps(line | {"opened": "9999-12-31T23:59:59-14:00"}))
    run(tmp_path, "import", "-", given="\n".join(lines))
    assert {found[:2] for found in states(tmp_path).values()} == {(State.NEW, "")}


def test_a_note_from_a_script_does_not_open_the_article(tmp_path: Path) -> None:
    library(tmp_path).add(read_article(BRIDGE))
    for source in (BRIDGE, FERRY):
        assert run(tmp_path, "annotate", source, "--tag", "neu").returncode == 0
    assert {found[:2] for found in states(tmp_path).values()} == {(State.NEW, "")}


FOREIGN = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "id": "https://other.example/1",
    "type": "Annotation",
    "body": [{"type": "TextualBody", "purpose": "tagging", "value": "Amt"}],
    "target": {
        "source": "https://example.org/elsewhere",
        "selector": {"type": "TextQuoteSelector", "exact": "Birte Clausen", "prefix": "", "suffix": ""},
    },
}


def test_annotations_of_another_program_on_an_article_that_is_named(tmp_path: Path) -> None:
    words = ("import", "--on", BRIDGE, "-")
    done = run(tmp_path, *words, given=json.dumps(FOREIGN))
    assert done.stdout == "1 article (1 new), 1 annotation: 1 new, 0 changed, 0 there already\n", done.stderr
    again = run(tmp_path, *words, given=json.dumps(FOREIGN))
    assert again.stdout.endswith("0 new, 0 changed, 1 there already\n")
    assert list(kept(tmp_path).values()) == [(("Amt",), "")]


def test_what_cannot_be_read_is_named_and_the_rest_taken(exported: Path, tmp_path: Path) -> None:
    good = exported.read_text(encoding="utf-8").splitlines()[0]
    (tmp_path / "latin").write_bytes("ä".encode("latin-1"))
    done = run(
        tmp_path / "two", "import", str(tmp_path / "latin"), "nowhere", "-", given=f"nonsense\n{good}\n{{}}\n"
    )
    assert done.returncode == 1
    assert done.stdout.startswith("1 article (1 new)")
    told = done.stderr.splitlines()
    assert told[0].endswith("it is not UTF-8 text.")
    assert told[1].startswith("lesart: Cannot read nowhere: ")
    assert told[2] == "lesart: -, line 1: not taken, it is no JSON."
    assert told[3].startswith("lesart: -, line 3: not taken, ")


def test_a_file_of_another_kind_is_named_once(tmp_path: Path) -> None:
    done = run(tmp_path, "import", "-", given="Der Deich hält\n\nImke Brodersen\nprüfte ihn.\n")
    assert done.returncode == 1
    assert done.stderr == "lesart: -: not taken, it is neither JSON Lines nor JSON-LD.\n"


def test_a_tag_that_is_none_costs_only_its_annotation(exported: Path, tmp_path: Path) -> None:
    text = exported.read_text(encoding="utf-8").replace('"Amt"', '"#/"')
    done = run(tmp_path / "two", "import", "-", given=text)
    assert done.returncode == 1
    assert "one annotation not taken" in done.stderr
    assert done.stdout.endswith("2 annotations: 2 new, 0 changed, 0 there already\n")


def test_a_second_file_of_a_synced_library_is_merged(tmp_path: Path) -> None:
    article = plain_article("Hafen\n\nAda Lind sprach mit Karl Brehm.\n", "a.txt")
    one = Library(tmp_path / "one")
    first = one.save(article, Annotation.new(None, ("hafen",), "Wer zahlt?"))
    shutil.copytree(tmp_path / "one", tmp_path / "two")
    two = Library(tmp_path / "two")
    two.save(article, first.edited(note="Die Stadt."), first)
    two.save(article, Annotation.new(None, ("laptop",)))
    one.save(article, first.edited(note="Der Bund."), first)
    second = tmp_path / "one" / "annotations" / f"{article.key}.sync-conflict-1.json"
    shutil.copy(tmp_path / "two" / "annotations" / f"{article.key}.json", second)
    for _ in range(2):
        taking = _Taking(Library(tmp_path / "one"), None, lambda sentence: 1)
        taking.file(str(second))
        assert not taking.failed
        kept = {each.id: each for each in Library(tmp_path / "one").annotations(article)}
        assert len(kept) == 2
        assert "Der Bund." in kept[first.id].note
        assert "Die Stadt." in kept[first.id].note
        assert Library(tmp_path / "one").check().troubles == ()


VERSIONS = [
    plain_article(
        f"Die Schleuse\n\n{'Der Rat berät über die alte Schleuse am Fluss. ' * 4}{end}\n", "schleuse.txt"
    )
    for end in ("Wir warten.", "Wir warten nicht.", "Jetzt wird gebaut.")
]


def with_versions(home: Path) -> Path:
    first = library(home)
    for number, article in enumerate(VERSIONS):
        first.add(article)
        first.save(article, Annotation.new(None, (f"fassung-{number}",)))
    file = home / "all.jsonl"
    done = run(home, "export", "--all", "--format", "jsonl", "-o", str(file))
    assert done.returncode == 0, done.stderr
    return file


def test_earlier_versions_come_back_with_their_marks_and_in_their_order(tmp_path: Path) -> None:
    file = with_versions(tmp_path / "one")
    two = tmp_path / "two"
    for _ in range(2):
        assert run(two, "import", str(file)).returncode == 0
    found = library(two)
    (record,) = found.articles()
    assert [each.key for each in found.versions(record.key)] == [each.key for each in VERSIONS]
    assert found.load_article(VERSIONS[0].key) == library(tmp_path / "one").load_article(VERSIONS[0].key)
    assert [each.tags for each in found.annotations(VERSIONS[0])] == [("fassung-0",)]
    tags = {tag for each in found.annotations(VERSIONS[2]) for tag in each.tags}
    assert tags == {"fassung-0", "fassung-1", "fassung-2"}


def test_earlier_versions_come_to_a_latest_one_that_is_there(tmp_path: Path) -> None:
    file = with_versions(tmp_path / "one")
    two = tmp_path / "two"
    library(two).add(VERSIONS[2])
    assert run(two, "import", str(file)).returncode == 0
    (record,) = library(two).articles()
    assert (record.key, record.versions) == (VERSIONS[2].key, 3)


def test_an_earlier_version_that_is_none_is_refused(tmp_path: Path) -> None:
    file = with_versions(tmp_path / "one")
    data = json.loads(file.read_text(encoding="utf-8"))
    data["versions"][0]["blocks"][0]["end"] = 10**6
    file.write_text(json.dumps(data), encoding="utf-8")
    done = run(tmp_path / "two", "import", str(file))
    assert done.returncode == 1
    assert "not taken" in done.stderr
