import pytest
from spacy.language import Language

from core.language.pipeline import load_pipeline


@pytest.fixture(scope="session")
def german() -> Language:
    return load_pipeline("de")
