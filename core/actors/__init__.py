"""Who acts in an article: names gathered into actors, with age and roles, and speakers found among them.

Pure functions on mentions and a parsed text. `names` sets right what the model found, `grouping` gathers the names of
one actor, `attributes` reads ages, roles and affiliations, `coreference` links descriptions such as "der Autokrat"
and pronouns, to people without a name too, and resolves who speaks; `resolve` puts it together.
"""

from core.actors.resolve import Resolution, resolve

__all__ = ["Resolution", "resolve"]
