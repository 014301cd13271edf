"""Which pipeline and rules analyse a language: the name that says whether a kept analysis still holds."""

import json

from core.locations import ASSETS

RULES_VERSION = "89"
"""Goes up whenever the rules find something else, so that kept analyses are made anew."""


def pipeline_version(language: str) -> str:
    """Name and version of what analyses a language: model, rules and their tables. Cheap: spaCy is not imported."""
    # Only now: the reader names this function before its first paint, and calls it after.
    from core.language.installed import BUNDLED, chosen_pipeline
    from core.lexicon.lexicon import lexicon_version

    name = f"{language}_rules"
    if chosen := chosen_pipeline(language):
        name = chosen.id
    elif language in BUNDLED:
        meta = ASSETS / "models" / f"{language}_lesart" / "meta.json"
        if meta.exists():
            data = json.loads(meta.read_text(encoding="utf-8"))
            name = f"{data.get('lang', language)}_{data.get('name', 'lesart')}-{data.get('version', '0')}"
    return f"{name}+rules-{RULES_VERSION}.{lexicon_version(language)}"
