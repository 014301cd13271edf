"""The spaCy pipeline for a language."""

from collections.abc import Callable
from importlib import import_module

import spacy
from spacy.language import Language
from spacy.util import registry

from core.language.installed import BUNDLED, MODELS, chosen_pipeline
from core.language.tokenizer import TokenizerOfFile
from core.language.without_entry_points import take_in_entry_points
from core.text.tables import LANGUAGES

GERMAN = MODELS / "de_lesart"
_COMPONENTS = (
    "core.language.sentences",
    "core.language.encoder.component",
    "core.language.tagger.component",
    "core.language.morphologizer.component",
    "core.language.parser.component",
    "core.language.lemmatizer.component",
    "core.language.speech.component",
    "core.language.ner.component",
    "core.language.names.datelines",
    "core.language.names.agencies",
    "core.language.names.quoted",
    "core.language.names.known_bodies",
    "core.language.names.english_names",
    "core.language.names.comparatives",
    "core.language.names.titles",
    "core.language.names.ages",
    "core.language.names.surnames",
    "core.language.names.events",
    "core.language.names.clubs",
    "core.language.names.recurring",
    "core.language.names.compounds",
    "core.language.figures.dates",
    "core.language.figures.quantities",
)
RULES = (
    "lesart_comparatives",
    "lesart_datelines",
    "lesart_agencies",
    "lesart_quoted_names",
    "lesart_known_bodies",
    "lesart_titles",
    "lesart_ages",
    "lesart_surnames",
    "lesart_events",
    "lesart_clubs",
    "lesart_recurring",
    "lesart_compounds",
    "lesart_dates",
    "lesart_quantities",
)
"""Rules that run after the German model. They are added on loading, so that each can change independently."""
ENGLISH_RULES = (
    "lesart_comparatives",
    "lesart_datelines",
    "lesart_agencies",
    "lesart_english_names",
    "lesart_known_bodies",
    "lesart_titles",
    "lesart_ages",
    "lesart_surnames",
    "lesart_recurring",
    "lesart_dates",
    "lesart_quantities",
)
"""Those of them that run after the English model."""
WHOLE = ("lesart_blocks", "lesart_analysis")
"""Components that make the bundled folder a whole for users of spaCy; the analysis does their work in its own order."""
_ANY_LANGUAGE = "xx"
_TOKENIZER = "lesart.tokenizer_of_file.v1"
"""Instead of spaCy's own tokenizer for the language, all of which the file in a bundled folder replaces."""
_FACTORY = "nlp.tokenizer.@tokenizers"


def load_pipeline(language: str) -> Language:
    """Load the pipeline for a language, given by its ISO 639-1 code.

    A pipeline named in the settings comes first. German and English have bundled ones; another language the first
    installed spaCy package for it, by name; without one, a blank pipeline that finds sentences only.

    Raises:
        OSError: The bundled model is missing or damaged, or what the settings name cannot be loaded.
    """
    register_components()
    chosen = chosen_pipeline(language)
    if chosen is None and language in BUNDLED:
        return with_rules(_bundled(language))
    take_in_entry_points()
    if chosen is None:
        return blank_pipeline(language)
    try:
        nlp = spacy.load(chosen.name)
    except (OSError, ImportError, ValueError) as error:
        raise OSError(
            f"Cannot load the pipeline {chosen.name} for {language}: install it, or name another one in settings.toml"
        ) from error
    return with_rules(nlp) if language == "de" else nlp


@registry.tokenizers(_TOKENIZER)  # type: ignore[untyped-decorator]
def tokenizer_of_file() -> Callable[[Language], TokenizerOfFile]:
    """A tokenizer that knows nothing before it is loaded from its file."""
    return lambda nlp: TokenizerOfFile(nlp.vocab)


def _bundled(language: str) -> Language:
    nlp = spacy.load(MODELS / f"{language}_lesart", exclude=WHOLE, config={_FACTORY: _TOKENIZER})
    config = nlp.config
    config["nlp"]["tokenizer"] = {"@tokenizers": "spacy.Tokenizer.v1"}
    nlp.config = config  # what is saved from here loads where Lesart is not installed
    return nlp


def rules(language: str) -> tuple[str, ...]:
    """The components made of rules that run after a model of a language."""
    return ENGLISH_RULES if language == "en" else RULES


def with_rules(nlp: Language) -> Language:
    """Add the components made of rules behind those of a German or English model, and return it."""
    for name in rules(nlp.lang or ""):
        if name not in nlp.pipe_names:
            nlp.add_pipe(name)
    return nlp


def pipeline_id(nlp: Language) -> str:
    """Name a pipeline and its version, such as "de_lesart-0.1.0": the key under which analyses are cached."""
    return f"{nlp.meta['lang']}_{nlp.meta['name']}-{nlp.meta['version']}"


def register_components() -> None:
    """Make spaCy know the components that the bundled pipeline names, also where Lesart is not installed."""
    for module in _COMPONENTS:
        import_module(module)


def blank_pipeline(language: str) -> Language:
    """spaCy's tokens for a language, or those for any where it knows none, and sentences by rules."""
    import_module("core.language.sentences")
    try:
        nlp = spacy.blank(language)
    except ImportError:
        nlp = spacy.blank(_ANY_LANGUAGE)
    nlp.add_pipe("lesart_sentences" if language in LANGUAGES else "sentencizer")
    return nlp
