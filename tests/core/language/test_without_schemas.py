"""In a process that analyses one article spaCy comes without schemas, and reads the same."""

import subprocess
import sys

BEFORE = (
    "from core.language.without_schemas import leave_out_schemas; leave_out_schemas(); import sys, spacy; "
)


def said_by(code: str) -> str:
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return run.stdout.strip()


def test_an_analysis_does_without_pydantic() -> None:
    code = """
import sys
from core.analyzer.once import analyze_once
from core.articles.texts import plain_article
found = analyze_once(plain_article("Die Müllerin Lea Brunner sagte: „Das Rad dreht sich wieder.“", "rad.txt"))
print([actor.name for actor in found.actors], len(found.quotes), "pydantic" in sys.modules)
"""
    assert said_by(code) == "['Lea Brunner'] 1 False"


def test_other_languages_load_without_schemas_too() -> None:
    code = """
nlp = spacy.blank("fr")
nlp.add_pipe("sentencizer")
print(len(list(nlp("Oui. Non.").sents)), "pydantic" in sys.modules)
"""
    assert said_by(BEFORE + code) == "2 False"


def test_a_trained_pipeline_of_spacys_own_components_loads_and_reads() -> None:
    code = """
import tempfile
nlp = spacy.blank("fr")
rules = nlp.add_pipe("entity_ruler", config={"phrase_matcher_attr": "LOWER"})
nlp.add_pipe("tagger").add_label("NOUN")
nlp.initialize()
rules.add_patterns([{"label": "PER", "pattern": "Jeanne Morel"}, {"label": "LOC", "pattern": [{"LOWER": "lyon"}]}])
with tempfile.TemporaryDirectory() as folder:
    nlp.to_disk(folder)
    loaded = spacy.load(folder)
print([(entity.text, entity.label_) for entity in loaded("jeanne morel habite à Lyon.").ents])
"""
    assert said_by(BEFORE + code) == "[('jeanne morel', 'PER'), ('Lyon', 'LOC')]"


def test_matchers_know_the_attributes_they_compare_by() -> None:
    code = """
from spacy.matcher import PhraseMatcher
for attribute in ("LOWER", "SHAPELESS"):
    try:
        PhraseMatcher(spacy.blank("de").vocab, attr=attribute)
        print("known")
    except ValueError:
        print("unknown")
"""
    assert said_by(BEFORE + code) == "known\nunknown"


def test_schemas_come_where_nobody_leaves_them_out() -> None:
    code = "import sys, core, spacy; print(spacy.schemas.ConfigSchema.__mro__[1].__name__)"
    assert said_by(code) == "BaseModel"


def test_pydantic_comes_when_it_is_asked_for() -> None:
    code = "from pydantic import BaseModel; print(BaseModel.__module__)"
    assert said_by(BEFORE + code) == "pydantic.main"
