"""CoNLL-2003, read back by spaCy's own converter and by the rules of the shared task."""

import re

from hypothesis import given
from spacy.training.converters import conll_ner_to_docs

from core.analysis import Label
from core.exchange.reading import Reading, names
from core.exchange.research.conll import write
from tests.core.exchange.readings import READING, readings


def written(*given: Reading) -> str:
    return write(given).files[".conll"].decode("utf-8")


def test_spacy_reads_the_names_back() -> None:
    docs = list(conll_ner_to_docs(written(READING, READING), no_print=True))
    found = [(ent.text, ent.label_) for doc in docs for ent in doc.ents]
    assert found == 2 * [
        ("Kiel", "LOC"),
        ("Jette Claasen", "PER"),
        ("Stadt Kiel", "ORG"),
        ("dpa", "ORG"),
    ]


def test_each_article_and_each_sentence_has_its_own_lines() -> None:
    text = written(READING, READING)
    assert text.count("-DOCSTART- -X- -X- O\n\n") == 2
    sentences = [part.split("\n")[0].split()[0] for part in text.split("\n\n")[1:3]]
    assert sentences == ["Rat", "Kiel"]
    assert "🏊 -X- -X- O" in text


@given(readings())
def test_any_reading_is_well_formed(reading: Reading) -> None:
    lines = written(reading).split("\n")
    assert lines[0] == "-DOCSTART- -X- -X- O"
    assert lines.count(lines[0]) == 1, "no word of the text may begin a document"
    before = "O"
    for line in lines[1:]:
        if not line:
            before = "O"
            continue
        word, *middle, tag = line.split()
        assert middle == ["-X-", "-X-"]
        assert len(line.split(" ")) == 4, word
        assert re.fullmatch("O|[BI]-(PER|ORG|LOC|MISC)", tag)
        if tag[0] == "I":
            assert before[1:] == tag[1:], "a name begins with B in IOB2"
        before = tag
    if not write((reading,)).remarks:
        wanted = sum(mention.label in Label for mention in names(reading.analysis))
        blank = sum(not reading.article.text[m.start : m.end].strip() for m in names(reading.analysis))
        assert sum(" B-" in line for line in lines) >= wanted - blank
