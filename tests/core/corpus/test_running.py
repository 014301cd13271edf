"""Whole parts, the same whatever the workers, whoever dies, and however often it is stopped."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import process
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from threading import Event

import duckdb
import pytest

from core.corpus.dispatch import FATAL, batches
from core.corpus.document import Document
from core.corpus.local import InProcess, Processes
from core.corpus.parts import Parts, PartsError, Run
from core.corpus.run import into_parts, stream
from tests.core.corpus.stub import deadly, heard, made, quick

STUB = "tests.core.corpus.stub"
RUN = Run("jsonl", 10, "text", "stub")


def content(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def processes() -> Iterator[Callable[..., Processes]]:
    begun: list[Processes] = []

    def begin(*arguments: object) -> Processes:
        begun.append(Processes(*arguments, preloaded=STUB))
        return begun[-1]

    yield begin
    for each in begun:
        each.close()


def test_batches_are_bounded_by_number_and_by_weight() -> None:
    documents = [Document("a", "x" * n) for n in (1, 1, 1, 50, 200, 1)]
    found = [[document.weight for document in batch] for batch in batches(iter(documents), 2, 60)]
    assert found == [[1, 1], [1, 50], [200], [1]]


def test_parts_are_the_same_for_any_number_of_jobs(
    tmp_path: Path, processes: Callable[..., Processes]
) -> None:
    for name, engine in (("one", InProcess(quick)), ("three", processes(3, quick))):
        parts = Parts(str(tmp_path / name), RUN)
        result = into_parts(made(95), engine, parts, 10, heard)
        assert (result.documents, result.failed, result.kept) == (95, 6, 0)
    assert content(tmp_path / "one") == content(tmp_path / "three")
    lines = [
        json.loads(line)
        for part in sorted((tmp_path / "one").glob("part-*"))
        for line in (part / "analyses.jsonl").read_text().splitlines()
    ]
    assert [line["source"] for line in lines] == [f"archive#{n}" for n in range(95) if n % 17 != 5]
    errors = [json.loads(line) for line in (tmp_path / "one" / "errors.jsonl").read_text().splitlines()]
    assert [each["source"] for each in errors] == [f"archive#{n}" for n in range(95) if n % 17 == 5]


def test_documents_are_taken_only_as_fast_as_they_are_analysed(processes: Callable[..., Processes]) -> None:
    taken = 0

    def counted() -> Iterator[Document]:
        nonlocal taken
        for document in made(10_000):
            taken += 1
            yield document

    done = 0
    for done, _ in enumerate(stream(counted(), processes(2, quick)), 1):
        assert taken - done <= 16 * (3 * 2 + 2)
    assert done == 10_000


def test_what_kills_its_worker_is_set_aside_and_nothing_else(processes: Callable[..., Processes]) -> None:
    outcomes = list(stream(made(120, killing=(7, 8, 63)), processes(2, deadly)))
    assert [outcome.source for outcome in outcomes] == [f"archive#{n}" for n in range(120)]
    assert [n for n, outcome in enumerate(outcomes) if outcome.error == FATAL] == [7, 8, 63]


def test_a_process_begun_while_another_dies_is_ended_with_its_pool(
    processes: Callable[..., Processes], monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = processes(2, deadly)
    pool, late, join = engine._pool, Event(), process._ExecutorManagerThread.join_executor_internals

    def join_one_more(manager: process._ExecutorManagerThread) -> None:
        if manager is pool._executor_manager_thread:  # Those of other tests may be at it still.
            newcomer = pool._mp_context.Process(target=time.sleep, args=(600,))
            newcomer.start()
            manager.processes[newcomer.pid] = newcomer
            late.set()
        join(manager)

    monkeypatch.setattr(process._ExecutorManagerThread, "join_executor_internals", join_one_more)
    assert isinstance(engine.submit(list(made(1, killing=(0,)))).exception(), BrokenProcessPool)
    manager = pool._executor_manager_thread
    assert late.wait(60)
    engine.renew()
    manager.join(60)
    assert not manager.is_alive()


def test_a_folder_of_another_run_or_of_other_documents_is_refused(tmp_path: Path) -> None:
    into_parts(made(20), InProcess(quick), Parts(str(tmp_path / "out"), RUN), 10, heard)
    with pytest.raises(PartsError, match="part size 10, not 20"):
        Parts(str(tmp_path / "out"), Run("jsonl", 20, "text", "stub"))
    with pytest.raises(PartsError, match="other documents"):
        into_parts(made(20, killing=(3,)), InProcess(quick), Parts(str(tmp_path / "out"), RUN), 10, heard)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("Dear reader")
    with pytest.raises(PartsError, match="other files"):
        Parts(str(tmp_path / "mine"), RUN)


def test_a_run_goes_on_without_doing_again_what_is_whole(tmp_path: Path) -> None:
    into_parts(made(50), InProcess(quick), Parts(str(tmp_path), RUN), 10, heard)
    before = content(tmp_path)
    (tmp_path / "part-00003" / "part.json").unlink()
    (tmp_path / "part-00003" / "analyses.jsonl").unlink()
    (tmp_path / "part-00003").rmdir()
    result = into_parts(made(50), InProcess(quick), Parts(str(tmp_path), RUN), 10, heard)
    assert result.kept == 38, "two of those that are whole could not be analysed"
    assert content(tmp_path) == before


RUNNER = """
import sys
from core.corpus.local import Processes
from core.corpus.parts import Parts, Run
from core.corpus.run import into_parts
from tests.core.corpus.stub import heard, made, slow
if __name__ == "__main__":
    run = Run("jsonl", 10, "text", "stub")
    into_parts(made(300), Processes(2, slow, "tests.core.corpus.stub"), Parts(sys.argv[1], run), 10, heard)
"""


def test_killed_at_any_moment_and_begun_again_gives_the_same(tmp_path: Path) -> None:
    into_parts(made(300), InProcess(quick), Parts(str(tmp_path / "once"), RUN), 10, heard)
    (tmp_path / "runner.py").write_text(RUNNER)
    command = [sys.executable, str(tmp_path / "runner.py"), str(tmp_path / "often")]
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    moments = random.Random(23)
    for _ in range(3):
        child = subprocess.Popen(command, env=environment)
        until = time.monotonic() + 60
        wanted = len(list((tmp_path / "often").glob("part-*"))) + moments.randint(1, 6)
        while child.poll() is None and time.monotonic() < until:
            if len(list((tmp_path / "often").glob("part-*"))) >= wanted:
                break
            time.sleep(0.01)
        child.send_signal(signal.SIGKILL)
        child.wait()
    assert subprocess.run(command, env=environment, check=False).returncode == 0
    assert content(tmp_path / "often") == content(tmp_path / "once")


def test_tables_have_a_row_for_everything(tmp_path: Path) -> None:
    run = Run("parquet", 30, "text", "stub")
    into_parts(made(70), InProcess(quick), Parts(str(tmp_path), run), 30, heard)
    ask = duckdb.connect().execute
    counts = {
        table: ask(f"SELECT count(*) FROM read_parquet('{tmp_path}/*/{table}.parquet')").fetchone()[0]
        for table in ("articles", "actors", "quotes", "mentions")
    }
    assert counts == {"articles": 66, "actors": 132, "quotes": 132, "mentions": 66}
    row = ask(
        f"SELECT source, metadata, words FROM read_parquet('{tmp_path}/*/articles.parquet') ORDER BY source LIMIT 1"
    ).fetchone()
    assert row == ("archive#0", '{"outlet": "Blatt 0"}', 4)
    row = ask(
        f"SELECT DISTINCT identity, roles, age FROM read_parquet('{tmp_path}/*/actors.parquet') ORDER BY 1"
    )
    assert row.fetchall() == [("person:ada lind", ["Ministerin"], 58), (None, [], None)]


def test_a_part_in_which_nothing_was_right_has_empty_tables(tmp_path: Path) -> None:
    run = Run("parquet", 30, "text", "stub")
    empty = iter([Document("a", ""), Document("b", unreadable="No.")])
    assert into_parts(empty, InProcess(quick), Parts(str(tmp_path), run), 30, heard).failed == 2
    ask = duckdb.connect().execute
    assert ask(f"SELECT count(*), count(speaker) FROM '{tmp_path}/*/quotes.parquet'").fetchone() == (0, 0)


def test_parts_can_be_anywhere_fsspec_reaches() -> None:
    import fsspec

    address = "memory://runs/one"
    into_parts(made(25), InProcess(quick), Parts(address, RUN), 10, heard)
    assert into_parts(made(25), InProcess(quick), Parts(address, RUN), 10, heard).kept == 23
    files, folder = fsspec.core.url_to_fs(address)
    assert sorted(name.rsplit("/", 1)[1] for name in files.ls(folder, detail=False)) == [
        "errors.jsonl",
        "part-00001",
        "part-00002",
        "part-00003",
        "run.json",
    ]
