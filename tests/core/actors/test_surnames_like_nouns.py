"""Surnames that look like nouns."""

import core


def test_a_surname_is_the_speaker_though_it_is_read_as_a_noun():
    read = core.analyze(
        "Nach Einschätzung der Politologin Ines Hartung ist ein Umbau nötig. Hartung verwies auf die Zahlen.",
        language="de",
    )
    assert [read.speaker(quote).name for quote in read.analysis.quotes] == ["Ines Hartung", "Ines Hartung"]
