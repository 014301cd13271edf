"""How far the words for who speaks reach."""

import pytest

from core.language.pipeline import GERMAN
from tests.core.quotes.said import found

pytestmark = pytest.mark.skipif(not GERMAN.exists(), reason="the German model is not there")


@pytest.mark.parametrize("source", ["Schätzungen unabhängiger Fachleute", "Meinung vieler Gäste"])
def test_a_genitive_without_an_article_belongs_to_the_source(source):
    assert [who for _, _, who in found(f"Nach {source} ist das Werk leer.")] == [source]


@pytest.mark.parametrize("source", ["Angaben des Amts in Kiel", "Berichten mehrerer Zeugen"])
def test_a_noun_of_saying_that_opens_the_sentence_belongs_to_its_source(source):
    assert [who for _, _, who in found(f"{source} zufolge ist das Werk leer.")] == [source]
