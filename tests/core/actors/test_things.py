"""Plants and substances whose names could be people's, read with the bundled model."""

import pytest

from core.actors.names.things import without_things
from core.analysis.analysis import Label, Mention
from core.analyzer.analyze import load
from core.articles.texts import plain_article
from core.language.document import make_doc
from core.lexicon.world import load_tables
from core.locations import ASSETS

MODEL = ASSETS / "models" / "de_lesart" / "meta.json"
pytestmark = pytest.mark.skipif(not MODEL.exists(), reason="the German model is not there")


def kept(text: str, word: str = "Malvira", label: Label = Label.PER) -> int:
    """How many mentions of a word stay, all of which the model is said to take for names."""
    article = plain_article(f"Bericht vom Tage\n\n{text}\n", "-")
    nlp = load("de")
    doc = make_doc(nlp, article.text, article.blocks)
    for _, component in nlp.pipeline:
        doc = component(doc)
    parsed = doc._.parsed_text
    starts = [at for at in range(len(article.text)) if article.text.startswith(word, at)]
    mentions = [Mention(start, start + len(word), label) for start in starts]
    return len(without_things(parsed, load_tables("de"), mentions))


@pytest.mark.parametrize(
    "text",
    [
        "Malvira wächst an Böschungen. Malvira blüht ab Juni. Viele mögen Malvira.",
        "Malvira ist ein Kraut aus Asien. Ada Lind jätet Malvira.",
        "Die Pollen von Malvira fliegen weit. Die Blüten von Malvira sind gelb.",
        "Der Wirkstoff Malvira lindert Schmerzen. Ärzte geben Malvira seit Mai.",
    ],
)
def test_what_is_spoken_of_as_a_plant_or_substance_is_nobody(text):
    assert kept(text) == 0


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Malvira wuchs in Ulm auf. Malvira wächst an ihren Aufgaben.", 2),
        ("Malvira wächst. Malvira blüht. „Ja“, sagte Malvira.", 3),
        ("Frau Malvira wächst. Malvira blüht.", 2),
        ("Malvira kam spät.", 1),
    ],
)
def test_who_acts_or_has_a_title_stays(text, count):
    assert kept(text) == count


def test_a_place_may_grow_and_bloom():
    assert kept("Malvira wächst. Malvira blüht.", label=Label.LOC) == 2
