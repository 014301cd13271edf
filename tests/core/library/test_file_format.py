import json
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.library.errors import NewerFormatError
from core.library.file_format import SCHEMA, UnsoundError, pack, unpack

any_text = st.text(st.characters(codec=None))
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | any_text,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(any_text, inner, max_size=3),
    max_leaves=8,
)
tables = st.dictionaries(
    st.sampled_from(["annotations", "deleted"]),
    st.dictionaries(st.integers(1, 9).map(str), st.dictionaries(any_text, values, max_size=3), max_size=3),
    max_size=2,
)


@given(tables)
def test_what_is_packed_comes_back(data):
    assert unpack("annotations", pack("annotations", data)) == data
    assert unpack("annotations", pack("annotations", data, indent=None)) == data


@given(tables)
def test_a_file_is_laid_out_as_json_does_it(data):
    content = pack("annotations", data).decode("utf-8", "surrogatepass")
    whole = json.loads(content)
    assert list(whole.items())[1:] == list(data.items())
    usual = json.dumps({"lesart": whole["lesart"], **data}, ensure_ascii=False, indent=1)
    assert json.loads(content) == json.loads(usual)
    if not any("\ud800" <= char <= "\udfff" for char in usual):
        assert content == f"{usual}\n"


def test_half_characters_come_back_as_they_were_even_side_by_side():
    data = {"t": {"1": {"note": "\ud83d\ude00 \ud800 \udfff x\udc80"}}}
    assert unpack("t", pack("t", data)) == data


def test_a_file_is_readable_indented_utf8():
    content = pack("annotations", {"annotations": {"1": {"note": "Größe, „Kap“, 雨"}}}).decode("utf-8")
    assert "Größe, „Kap“, 雨" in content
    assert content.startswith('{\n "lesart": {\n')
    assert content.endswith("}\n")


def content_with(**header: object) -> bytes:
    data = json.loads(pack("t", {"t": {"1": {"a": 1}}}))
    data["lesart"] |= header
    return json.dumps(data).encode()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"null",
        b"3",
        b"{}",
        b'{"lesart": 1}',
        b'{"lesart": {}}',
        b"[" * 100_000,
        content_with(kind="index"),
        content_with(schema="1"),
        content_with(schema=True),
        content_with(schema=SCHEMA + 1),
        content_with(documents=2),
        content_with(sha256="0"),
        content_with(sha256=None),
        pack("t", {"t": {"1": {"a": 1}}})[:-4],
        pack("t", {"t": {"1": {"a": 1}}}) + b"}",
        pack("t", {"t": {"1": {"a": 1}}}).replace(b'"a": 1', b'"a": 2'),
    ],
)
def test_what_is_not_as_it_was_written_is_noticed(content):
    with pytest.raises(UnsoundError):
        unpack("t", content)


@pytest.mark.parametrize("data", [{"t": []}, {"t": {"1": 1}}, {"t": {"x": {}}}, {"t": None}])
def test_what_holds_no_documents_is_noticed_without_a_check_sum(data):
    header = {"kind": "t", "schema": 1}
    with pytest.raises(UnsoundError):
        unpack("t", json.dumps({"lesart": header, **data}).encode())


def test_a_file_edited_by_hand_is_taken_once_its_check_is_out():
    data = json.loads(pack("t", {"t": {"1": {"note": "alt"}}}))
    data["t"]["1"]["note"] = "neu"
    del data["lesart"]["sha256"], data["lesart"]["documents"]
    assert unpack("t", json.dumps(data).encode()) == {"t": {"1": {"note": "neu"}}}


def test_a_file_that_was_only_indented_anew_is_whole():
    content = pack("t", {"t": {"1": {"note": "ä"}}})
    assert unpack("t", json.dumps(json.loads(content), indent=8).encode()) == {"t": {"1": {"note": "ä"}}}


def test_documents_that_make_no_sense_are_noticed():
    def verify(tables):
        raise KeyError("id")

    with pytest.raises(UnsoundError):
        unpack("t", pack("t", {}), verify)


def test_a_whole_file_of_a_newer_version_is_refused_in_a_sentence(monkeypatch):
    monkeypatch.setattr("core.library.file_format.SCHEMA", SCHEMA + 1)
    content = pack("t", {"t": {"1": {"a": 1}}})
    monkeypatch.undo()
    with pytest.raises(NewerFormatError, match=r"newer Lesart .*\.$"):
        unpack("t", content)


@pytest.mark.parametrize("indent", [None, 1])
def test_what_is_encoded_piece_by_piece_is_what_would_be_as_a_whole(indent):
    many = [{"b": number, "a": ["ä", "„", None]} for number in range(1000)]
    documents = {str(number): {"z": many[:number], "a": "\ud800"} for number in range(300)}
    tables = {"t": {"1": {"many": many, "none": [], "no": {}}}, "u": documents}
    header, content = {"kind": "t", "schema": SCHEMA, "documents": 301}, pack("t", tables, indent=indent)
    canonical = json.dumps([header, tables], sort_keys=True, separators=(",", ":"))
    whole = {"lesart": {**header, "sha256": sha256(canonical.encode()).hexdigest()}, **tables}
    assert (
        content.decode()
        == json.dumps(whole, ensure_ascii=False, indent=indent).replace("\ud800", "\\ud800") + "\n"
    )


@given(st.text('a\ud83d\ude00\n"ä', max_size=40))
def test_halves_of_characters_come_back_however_they_are_packed(text):
    tables = {"t": {"1": {"text": text}}}
    for content in (pack("t", tables), pack("t", tables, indent=None)):
        assert unpack("t", content) == tables
