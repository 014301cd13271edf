import pytest

from core.language.encoder.component import LesartEncoder
from core.language.pipeline import GERMAN, register_components


@pytest.fixture(scope="session")
def component() -> LesartEncoder:
    register_components()
    return LesartEncoder("lesart_encoder").from_disk(GERMAN / "lesart_encoder")
