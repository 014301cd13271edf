"""A reading that begins in a thread is the same as one that does not, and fails in the same way."""

import subprocess
import sys
import threading
from dataclasses import replace

import pytest

from core.analyzer.analyze import analysis_of_reading, analyze, load, prepare
from core.analyzer.once import analyze_once
from core.analyzer.reading import Reading
from core.articles.texts import plain_article
from core.language.encoder.component import LesartEncoder

TEXT = (
    "Kapstadt - Die Müllerin Lea Brunner (58) sagte am Montag: „Das Rad dreht sich wieder.“ "
    "Es habe drei Jahre geruht.\n"
)
ARTICLE = replace(plain_article(TEXT, "rad.txt"), language="de")


def test_begun_in_a_thread_it_finds_the_same() -> None:
    nlp = prepare("de")
    assert analysis_of_reading(Reading(nlp, ARTICLE).begin()) == analyze(ARTICLE)


def test_the_thread_reads_up_to_the_encoder_and_no_further() -> None:
    reading = Reading(load("de"), ARTICLE).begin()
    assert reading._ahead is not None
    reading._ahead.join()
    assert reading.doc.tensor.any()
    assert not reading.doc.has_annotation("DEP")


def test_what_is_told_only_grows_and_ends_short_of_all() -> None:
    for begun in (False, True):
        told: list[float] = []
        reading = Reading(load("de"), ARTICLE, told.append)
        if begun:
            reading.begin()
        reading.finish()
        assert told == sorted(told)
        assert told[0] > 0
        assert 0.9 < told[-1] < 1


@pytest.mark.parametrize("begun", [False, True])
def test_what_an_encoder_raises_is_raised_where_the_reading_ends(
    begun: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads = []

    def fail(self: LesartEncoder, doc: object) -> None:
        threads.append(threading.current_thread())
        raise OSError("no memory")

    monkeypatch.setattr(LesartEncoder, "__call__", fail)
    reading = Reading(load("de"), ARTICLE)
    if begun:
        reading.begin()
    with pytest.raises(OSError, match="no memory"):
        reading.finish()
    assert threads[-1] is threading.main_thread()
    assert len(threads) == 1 + begun


def test_a_process_that_begins_before_the_rules_are_there_finds_the_same_twice() -> None:
    code = """
import sys
from core.analyzer.once import analyze_once
from core.articles.texts import plain_article
article = plain_article(sys.argv[1], "rad.txt")
first = analyze_once(article)
print(first == analyze_once(article), len(first.quotes))
"""
    run = subprocess.run(
        [sys.executable, "-c", code, TEXT],
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.split() == ["True", "2"]
    assert len(analyze(ARTICLE).quotes) == 2


def test_once_more_in_a_process_where_the_rules_are_there() -> None:
    assert analyze_once(ARTICLE) == analyze(ARTICLE)
