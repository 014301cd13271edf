import pytest

from core.analysis.analysis import Form
from core.analyzer.analyze import analyze
from core.articles.texts import plain_article
from tests.benchmarks.actors import BARS, figures
from tests.core.actors.gold import HALVES, load, read, unmark
from tests.core.actors.scoring import score


def test_mentions_are_read_with_their_forms_one_in_another():
    text, mentions = unmark("{ada!|Die {no~|norwegische} Chefin} kam, {-|Skua} sank, sagte {ada?|sie}.")
    assert text == "Die norwegische Chefin kam, Skua sank, sagte sie."
    assert [(text[m.start : m.end], m.form, m.actor) for m in mentions] == [
        ("Die norwegische Chefin", Form.NOMINAL, "ada"),
        ("norwegische", Form.DERIVED, "no"),
        ("Skua", Form.NAME, None),
        ("sie", Form.PRONOUN, "ada"),
    ]


def test_an_actor_missing_from_the_head_is_an_error():
    with pytest.raises(ValueError, match="bo"):
        read("x", "genre: local\nada | person | Ada Lind | 58\n---\n{ada|Ada Lind} und {bo|Bo Berg}")


@pytest.mark.parametrize(("half", "articles"), zip(HALVES, (12, 13), strict=True))
def test_the_gold_set_is_whole(half, articles):
    loaded = load(half)
    assert len(loaded) == articles
    for article in loaded:
        assert len(article.text.split()) >= 250, article.name
        for actor in article.actors.values():
            assert actor.age is None or str(actor.age) in article.text, (article.name, actor)


def test_the_measuring_half_reaches_its_bars():
    """The bundled model and the rules together, as a reader meets them."""
    found = score(
        (article, analyze(plain_article(article.text, article.name))) for article in load("measuring")
    )
    missed = {name: value for name, value in figures(found).items() if value < BARS[name]}
    assert not missed
