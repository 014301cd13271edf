"""In a process that analyses one article spaCy comes without schemas, and reads the same."""

from collections.abc import Mapping

import pytest

from tests.fresh import said_by

BEFORE = (
    "from core.language.without_schemas import leave_out_schemas; leave_out_schemas(); import sys, spacy; "
)
AFTERWARDS = {
    "other languages load": (
        """
nlp = spacy.blank("it")
nlp.add_pipe("sentencizer")
print(len(list(nlp("Forse. Domani.").sents)), "pydantic" in sys.modules)
""",
        "2 False",
    ),
    "a trained pipeline of spaCy's own components loads and reads": (
        """
import tempfile
nlp = spacy.blank("it")
rules = nlp.add_pipe("entity_ruler", config={"phrase_matcher_attr": "LOWER"})
nlp.add_pipe("tagger").add_label("NOUN")
nlp.initialize()
rules.add_patterns([{"label": "PER", "pattern": "Giulia Moretti"}, {"label": "LOC", "pattern": [{"LOWER": "torino"}]}])
with tempfile.TemporaryDirectory() as folder:
    nlp.to_disk(folder)
    loaded = spacy.load(folder)
print([(entity.text, entity.label_) for entity in loaded("giulia moretti abita a Torino.").ents])
""",
        "[('giulia moretti', 'PER'), ('Torino', 'LOC')]",
    ),
    "matchers know the attributes they compare by": (
        """
from spacy.matcher import PhraseMatcher
for attribute in ("LOWER", "SHAPELESS"):
    try:
        PhraseMatcher(spacy.blank("de").vocab, attr=attribute)
        print("known")
    except ValueError:
        print("unknown")
""",
        "known\nunknown",
    ),
    "pydantic comes when it is asked for": (
        "from pydantic import BaseModel; print(BaseModel.__module__)",
        "pydantic.main",
    ),
}
"""Programs that are run when schemas have been left out, and what they say."""


@pytest.fixture(scope="module")
def said() -> Mapping[str, str]:
    programs = [program for program, _ in AFTERWARDS.values()]
    return dict(zip(AFTERWARDS, said_by(*programs, after=BEFORE), strict=True))


@pytest.mark.parametrize("what", AFTERWARDS)
def test_without_schemas(said: Mapping[str, str], what: str) -> None:
    assert said[what] == AFTERWARDS[what][1]


def test_an_analysis_does_without_pydantic() -> None:
    code = """
import sys
from core.analyzer.once import analyze_once
from core.articles.texts import plain_article
found = analyze_once(plain_article("Die Müllerin Lea Brunner sagte: „Das Rad dreht sich wieder.“", "rad.txt"))
print([actor.name for actor in found.actors], len(found.quotes), "pydantic" in sys.modules)
"""
    assert said_by(code) == ["['Lea Brunner'] 1 False"]


def test_schemas_come_where_nobody_leaves_them_out() -> None:
    code = "import sys, core, spacy; print(spacy.schemas.ConfigSchema.__mro__[1].__name__)"
    assert said_by(code) == ["BaseModel"]
