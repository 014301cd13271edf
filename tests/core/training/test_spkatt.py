import gzip
import json
from pathlib import Path

from core.training.spkatt import Speech, read_spkatt

EMPTY: dict[str, list[str]] = {"Addr": [], "Evidence": [], "Medium": [], "Topic": [], "PTC": []}
SPEECH = {
    "id": "1",
    "Sentences": [
        {"SentenceId": 0, "Tokens": ["Sie", "sagte", ":"]},
        {"SentenceId": 1, "Tokens": ["Wir", "bleiben", "."]},
        {"SentenceId": 2, "Tokens": ["Gut", "."]},
    ],
    "Annotations": [
        {**EMPTY, "Cue": ["0:1"], "Source": ["0:0"], "Message": ["1:0", "1:1", "2:0"]},
    ],
}


def write(path: Path) -> Path:
    path.write_bytes(gzip.compress((json.dumps(SPEECH) + "\n").encode()))
    return path


def test_parts_cut_at_a_colon_are_one_sentence_again(tmp_path: Path) -> None:
    first, second = read_spkatt(write(tmp_path / "speeches.jsonl.gz"))
    assert first.words == ("Sie", "sagte", ":", "Wir", "bleiben", ".")
    assert second == Speech(("Gut", "."), ())


def test_words_beyond_the_sentence_of_the_cue_are_left_out(tmp_path: Path) -> None:
    first, _ = read_spkatt(write(tmp_path / "speeches.jsonl.gz"))
    cue, source, message, addressee = first.events[0]
    assert (cue, source, message, addressee) == ({1}, {0}, {3, 4}, set())


def test_parts_are_joined_only_up_to_what_the_encoder_reads_well(tmp_path: Path) -> None:
    parts = [["Wort"] * 69 + [","], ["Wort"] * 49 + [","], ["Ende", "."], ["Wort", ","]]
    speech = {
        "Sentences": [{"SentenceId": number, "Tokens": tokens} for number, tokens in enumerate(parts)],
        "Annotations": [],
    }
    path = tmp_path / "speeches.jsonl.gz"
    path.write_bytes(gzip.compress((json.dumps(SPEECH | speech) + "\n").encode()))
    assert [len(speech.words) for speech in read_spkatt(path)] == [120, 2, 2]
