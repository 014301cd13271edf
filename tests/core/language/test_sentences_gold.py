import pytest

from tests.benchmarks.sentences import HALVES, Gold, gold_half, measure, read_doc, read_gold, rules

REACHED = 0.99
"""F1 of inner sentence starts on the measuring half that no change may give away."""


@pytest.fixture
def small(tmp_path) -> Gold:
    path = tmp_path / "small.txt"
    path.write_text(
        "# A remark\n\nKiel (dpa) – Es war Platz 3.\nHolm lachte.\n\nAm Hafen\n↵ Das Eis ist dick.\n",
        encoding="utf-8",
    )
    return read_gold(path)


def test_gold_is_read_with_offsets_into_one_text(small):
    assert small.text == "Kiel (dpa) – Es war Platz 3. Holm lachte.\n\nAm Hafen\nDas Eis ist dick."
    assert [small.text[start:].split()[0] for start in sorted(small.starts)] == ["Kiel", "Holm", "Am", "Das"]
    assert [small.text[start:].split()[0] for start in sorted(small.paragraphs)] == ["Kiel", "Am"]


def test_a_perfect_reading_scores_one_also_where_the_dateline_is_cut_off(small):
    for blocks in (False, True):
        measured = measure(small, read_doc(rules(), small.text, blocks))
        assert measured.inner.f1 == measured.all.f1 == 1.0


def test_missed_and_invented_starts_are_told_apart(small):
    doc = rules()(small.text)
    doc[0].is_sent_start = True
    for token in doc[1:]:
        token.is_sent_start = token.text in ("dpa", "Am", "Das")
    measured = measure(small, doc)
    assert [small.text[offset:][:4] for offset in measured.missed] == ["Holm"]
    assert [small.text[offset:][:3] for offset in measured.invented] == ["dpa"]
    assert (measured.inner.precision, measured.inner.recall) == (0.5, 0.5)


@pytest.mark.parametrize("half", HALVES)
def test_each_half_holds_150_paragraphs_of_clean_sentences(half):
    gold = gold_half(half)
    assert len(gold.paragraphs) == 150
    ends = [*sorted(gold.starts)[1:], len(gold.text)]
    for start, end in zip(sorted(gold.starts), ends, strict=True):
        sentence = gold.text[start:end].strip()
        assert sentence
        assert "  " not in sentence
        assert "###" not in sentence


def test_the_halves_share_no_sentence():
    def sentences(half):
        gold = gold_half(half)
        starts = sorted(gold.starts)
        return {gold.text[a:b].strip() for a, b in zip(starts, [*starts[1:], None], strict=True)}

    assert not sentences("tuning") & sentences("measuring")


@pytest.mark.parametrize("blocks", [False, True], ids=["plain", "blocks"])
def test_f1_on_the_measuring_half_does_not_fall(blocks):
    gold = gold_half("measuring")
    assert measure(gold, read_doc(rules(), gold.text, blocks)).inner.f1 >= REACHED


def test_the_tuning_half_stays_solved_but_for_brands_in_lower_case():
    gold = gold_half("tuning")
    measured = measure(gold, read_doc(rules(), gold.text, blocks=False))
    assert measured.invented == ()
    assert [gold.text[offset:].split()[0] for offset in measured.missed] == ["ebay"]


@pytest.mark.parametrize(
    "marked",
    [
        "Sie gewann Gold über 100 m.|Silber holte sie über 200 m.",
        "Der Wind erreichte 90 km/h.|Bäume fielen um.",
        "Das regelt § 5 Abs. 3 S. 2 BGB.|Richter wissen das.",
        "Auf diese Art.|Menschen tun das.",
        "Nach Art. 5 und Art. II ist das erlaubt.",
        "Er kam aus dem 3. Stock und ging in den 2.|Dort wartete sie.",
        "Das war nach der 1., 2. und 3. Mahnung.|Geld kam nie.",
        "Der Plan: 1. Mehr Licht.|2. Weniger Lärm.",
        "Sie liegt auf Rang 1.|Rang 3 hält Bär.",
        "Das sagte Jan.|Er lachte über Max.|Die beiden sind Brüder.",
        "Sie wohnt in Frankfurt a. M. und arbeitet in Offenbach.",
        "Dort gibt es Töpfe, Kannen u. v. m.|Kunden loben das.",
        "Er spart zwei Mio.|Bislang war es weniger.",
        "Der Bau kostet 3 statt 2 Mio.|Kritik kam von der Kammer.",
        "Rund 2 Mio. Menschen feierten.",
        "Der Band „Wind. Wasser. Sand.“ erscheint im Mai.",
        "Er nannte das „einen Witz.|Wir klagen“, und legte auf.",
        "Sie nannte das «ein Fest».|Gezahlt wird bald.|Er nannte es «eine Posse».",
        "Das Buch „1984“ steht auf Platz 2.|„Momo“ steht auf Platz 5.",
        "Tim und K.-H. Ewald kamen.|iBooks blieben liegen.",
        "Sie wohnt in der Hauptstr. 5.|Nachbarn mögen sie.",
    ],
)
def test_a_stop_is_told_from_a_full_stop(marked):
    sentences = marked.split("|")
    assert [sentence.text.strip() for sentence in rules()(" ".join(sentences)).sents] == sentences
