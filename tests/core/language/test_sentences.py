import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.articles.article import Block, BlockKind
from core.language.document import make_doc
from tests.core.language.bracketed import rules_pipeline


def split(text: str, language: str = "de", blocks: tuple[Block, ...] = ()) -> list[str]:
    nlp = rules_pipeline(language)
    doc = make_doc(nlp, text, blocks)
    for _, component in nlp.pipeline:
        doc = component(doc)
    return [sentence.text.strip() for sentence in doc.sents]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Die Fähre legt am 7. Mai ab.", "Am 3. Oktober kommt sie zurück."],
        ["Die Fähre legt ab.", "(dpa/mk)"],
        ["Die Fähre legt ab. (siehe unten) Am Abend kommt sie zurück."],
        ["Ludwig XIV. liebte Gärten.", "Er ließ graben."],
        ["Das Amt zahlt u. a. für Farbe, z. B. für Lack.", "Mehr nicht."],
        ["Dr. Ott und Prof. Lenz stritten ca. zwei Stunden.", "Danach schwiegen sie."],
        ["Der Bau kostet 5 Mio. Euro.", "Die Stadt zahlt 2 Mio.", "Den Rest trägt das Land."],
        ["Es ging um Nr. 5 bzw. Nr. 6.", "Niemand wusste es."],
        ["Er kaufte Brot, Milch usw.", "Dann ging er heim."],
        ["„Das war gut.", "Sehr gut sogar“, sagte sie.", "Alle nickten."],
        ["„Komm sofort her!“, rief er.", "Sie kam."],
        ["„Wer war das?“ fragte sie.", "„Ich.“", "Dann war es still."],
        ["Er sagte: „Nein.“", "Und ging."],
        ["Und… dann war Schluss.", "Ende."],
        ["Im Hafen liegt die 3. Flotte.", "Platz 3.", "So war das."],
        ["George W. Lind kam.", "Rafik Y. und sein Bruder blieben."],
        ["»Gut.«", "Sie lachte."],
        ["Sie ist 48.", "Er ist 63."],
        ["(Das stimmt nicht.)", "Doch, sagte er."],
        ["Sie kam um 12.30 Uhr an.", "Es regnete."],
        ["Was soll das?!", "Keiner wusste es..."],
    ],
    ids=lambda sentences: sentences[0][:30],
)
def test_german_sentences(sentences):
    assert split(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["Mr. Reid met the U.S. envoy at 5 p.m. on Friday.", "They talked."],
        ["“We did it. We really did,” she said.", "Nobody cheered."],
        ["Dr. Shaw left.", "J. R. Moss stayed."],
    ],
    ids=lambda sentences: sentences[0][:30],
)
def test_english_sentences(sentences):
    joined = " ".join(sentences)
    found = split(joined, "en")
    if "“" in joined:
        assert found == ["“We did it.", "We really did,” she said.", "Nobody cheered."]
    else:
        assert found == sentences


def test_a_headline_without_a_stop_ends_with_its_block():
    text = "Sturm über der Bucht\nDie Nacht war lang. Alle wachten."
    blocks = (Block(BlockKind.HEADLINE, 0, 20), Block(BlockKind.PARAGRAPH, 21, len(text)))
    assert split(text, blocks=blocks) == ["Sturm über der Bucht", "Die Nacht war lang.", "Alle wachten."]


def test_a_wrapped_line_within_a_block_ends_no_sentence():
    text = "Die Nacht war\nlang. Alle wachten."
    assert split(text, blocks=(Block(BlockKind.PARAGRAPH, 0, len(text)),)) == [
        "Die Nacht war\nlang.",
        "Alle wachten.",
    ]


def test_a_dateline_is_no_part_of_the_first_sentence():
    text = "Kiel (dpa) – Der Hafen ist zu. Das Eis ist dick."
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(text), dateline=13),)
    assert split(text, blocks=blocks)[1:] == ["Der Hafen ist zu.", "Das Eis ist dick."]


@given(st.text(alphabet="aB1. !?…„“\"»«()\n,:–'XVI", max_size=80))
def test_sentences_cover_any_text_without_overlap(text):
    nlp = rules_pipeline()
    doc = make_doc(nlp, text, ())
    doc = nlp.get_pipe("lesart_sentences")(doc)
    covered = [token.i for sentence in doc.sents for token in sentence] if len(doc) else []
    assert covered == list(range(len(doc)))
