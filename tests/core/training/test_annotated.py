"""Our own sentences with names."""

import pytest

from core.training.further.annotated import parse_annotated, read_annotated
from core.training.germeval import Sentence

HEADER = "number\tsource\twords\tnames"


def test_names_are_found_in_their_order() -> None:
    line = "7\tWikipedia\tLi und Li Wu im US-Team von Kiel\tPER=Li | PER=Li Wu | LOCpart=US-Team | LOC=Kiel"
    (sentence,) = parse_annotated([HEADER, line])
    assert sentence.labels == ("B-PER", "O", "B-PER", "I-PER", "O", "B-LOCpart", "O", "B-LOC")


def test_a_sentence_may_have_no_names() -> None:
    (sentence,) = parse_annotated([HEADER, "7\tBundestag\tJa .\t-"])
    assert sentence == Sentence(("Ja", "."), ("O", "O"))


@pytest.mark.parametrize("names", ["PER=Ida", "XYZ=Kiel", "LOC=Kiel | LOC=Kiel", ""])
def test_a_name_outside_its_sentence_is_refused(names: str) -> None:
    with pytest.raises(ValueError, match="line 2 has a name that is not in its sentence"):
        list(parse_annotated([HEADER, f"1\tWikipedia\tIn Kiel .\t{names}"]))


def test_a_line_with_too_few_fields_is_refused() -> None:
    with pytest.raises(ValueError, match="line 2 has 2 fields"):
        list(parse_annotated([HEADER, "1\tIn Kiel ."]))


def test_our_own_sentences_can_be_read() -> None:
    sentences = read_annotated()
    assert len(sentences) == 8076
    assert all(len(sentence.words) == len(sentence.labels) for sentence in sentences)
