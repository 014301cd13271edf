import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.language.document import make_doc
from core.lexicon.lexicon import load_lexicon
from core.parsed_text.from_doc import parsed_text
from core.quotes.finder import find_quotes
from core.quotes.rules import RULES
from core.text.spans import check
from tests.core.language.bracketed import paragraph_blocks, rules_pipeline
from tests.timing import seconds

PIECES = st.sampled_from(
    [
        "„", "“", "”", '"', "»", "«", "‚", "‘", "'", ":", ",", ".", "!", "…", "–", "(", ")", "\n", "\n\n", " ", "sagte",
        "Lind", "er", "dass", "laut", "so", "wie", "zufolge", "nach Angaben", "der", "sei", "habe", "und", "zu", "7.",
        "Dr.", "hat", "gesagt", "teilte", "mit", "Polizei", "demnach", "wonach", "soll", "haben",
    ]
)  # fmt: skip


def findings(text: str, language: str = "de"):
    nlp = rules_pipeline(language)
    doc = make_doc(nlp, text, paragraph_blocks(text))
    doc = nlp.get_pipe("lesart_sentences")(doc)
    return find_quotes(parsed_text(doc, load_lexicon(language)))


def check_all(found, text):
    for finding in found:
        assert finding.spans
        assert finding.rule in RULES
        assert 0 < finding.confidence <= 1
        for spans in (finding.spans, finding.speaker, finding.cue, finding.frame, finding.addressee):
            check(spans, len(text))
            assert list(spans) == sorted(spans)


@given(st.lists(PIECES, max_size=40).map(" ".join), st.sampled_from(["de", "en"]))
def test_no_heap_of_words_and_marks_raises(text, language):
    check_all(findings(text, language), text)


@given(st.text(max_size=120))
def test_no_text_raises(text):
    check_all(findings(text), text)


@pytest.mark.benchmark
@pytest.mark.parametrize(
    "piece",
    [
        "„Wir bleiben“, sagte Lind. ",
        "„Wir bleiben, sagte Lind. ",
        "Wir bleiben“, sagte Lind. ",
        "Laut der Werft, so Lind, sagte er, dass es sei, ",
        '„ “ " » « ',
        "„",
        "Das Boot der Werft des Landes ",
    ],
)
def test_the_time_is_linear(piece):
    def took(times: int) -> float:
        return seconds(lambda: findings(piece * times))

    took(20)
    assert took(1200) < 40 * max(took(100), 0.01)


def test_a_missing_mark_does_not_swallow_the_rest():
    text = "„Wir bleiben, sagte Lind.\nDann kam Berg.\n„Wir gehen“, sagte Berg."
    found = [text[f.start : f.end] for f in findings(text) if f.type.value == "direct"]
    assert "„Wir gehen“" in found
    assert all("Dann kam" not in words for words in found)


def test_credits_say_nothing():
    assert findings("Foto: „Wir bleiben“, sagte Lind.") == []


def test_every_rule_explains_itself():
    for rule in RULES.values():
        assert rule.says.endswith(".")
        assert 0 < rule.confidence <= 1
