"""Sex and number of candidates, and what they weigh in the choice of a speaker, read with the bundled model."""

from functools import cache

import pytest

from core.analyzer.analyze import analyze, load
from core.articles.texts import plain_article
from core.language.document import make_doc
from core.lexicon.lexicon import load_lexicon
from core.locations import ASSETS
from core.parsed_text.from_doc import parsed_text
from core.speaker_choice.who_fits import gender_of_phrase, genders, is_for_one

MODEL = ASSETS / "models" / "de_lesart" / "meta.json"
pytestmark = pytest.mark.skipif(not MODEL.exists(), reason="the German model is not there")
TEXT = "Die Blumenhändlerin zögerte. Er lachte. Die Anwohner murrten. Das Ministerium schwieg. Ein Gutachten fehlte."


@cache
def parsed():
    article = plain_article(TEXT, "-")
    nlp = load("de")
    doc = make_doc(nlp, article.text, article.blocks)
    for _, component in nlp.pipeline:
        doc = component(doc)
    return parsed_text(doc, load_lexicon("de"))


@pytest.mark.parametrize(
    ("words", "gender", "one"),
    [
        ("Die Blumenhändlerin", "f", True),
        ("Er", "m", True),
        ("Die Anwohner", None, False),
        ("Das Ministerium", "n", False),
        ("Ein Gutachten", "n", False),
    ],
)
def test_words_for_a_speaker_tell_sex_and_number(words, gender, one):
    start = TEXT.index(words)
    span = start, start + len(words)
    assert (gender_of_phrase(parsed(), span), is_for_one(parsed(), span)) == (gender, one)


def test_names_and_pronouns_tell_the_sex_of_a_person():
    found = analyze(plain_article("Bericht\n\nAda Lind kam spät. Karl Weiss war schon da.\n", "-"))
    names = {actor.name: actor.id for actor in found.actors}
    told = genders(parsed(), (), found.actors)
    assert (told[names["Ada Lind"]], told[names["Karl Weiss"]]) == ("f", "m")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # What somebody is beside the office that was named: the one person it can mean.
        (
            "Im Saal saß Bürgermeisterin Ada Lind am Fenster. „Der Hof trägt sich nicht“, sagte die Landwirtin.",
            "Ada Lind",
        ),
        # Another office is somebody else.
        (
            "Im Saal saß Bürgermeisterin Ada Lind am Fenster. „Der Hof trägt sich nicht“, sagte die Ministerin.",
            "die Ministerin",
        ),
        # Whoever comes from a place, in the first sentence of a paragraph.
        (
            "Die Geigerin Ada Lind spielte drei Stunden.\n\nMit Lob konnte die Bremerin wenig anfangen. „Ich übe nur“, "
            "sagte sie.",
            "Ada Lind",
        ),
        # Whoever is named in the same clause is somebody else.
        (
            "Der Platz war voll. „Wir waren müde“, sagte der Torwart nach dem Spiel gegen Karl Lind und Co.",
            "der Torwart",
        ),
        # Professions go together.
        (
            "Dann kam der Staatsrechtler Karl Lind. „Das Gesetz hält“, sagte der Universitätsprofessor.",
            "Karl Lind",
        ),
    ],
)
def test_who_speaks_by_what_they_are(text, speaker):
    found = analyze(plain_article(f"Bericht vom Tage\n\n{text}\n", "-"))
    assert [found.actor(quote.speaker.actor).name for quote in found.quotes if quote.speaker] == [speaker]
