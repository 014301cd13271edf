"""Who acts in an article: names gathered into actors, with age and roles, and speakers found among them.

Pure functions on mentions, text and grammar. `cleanup`, `widening`, `countries` and `outsiders` set right what the
model found; `people`, `bodies` and `grouping` tell who is the same; `attributes` reads ages, roles and affiliations;
`descriptions` and `epithets` find and link "der Autokrat", `speakers` resolves who speaks, both by what `discourse`
knows so far; `resolve` puts it together. `identity` says who is the same in several articles.
"""

from core.actors.resolve import Resolution, resolve

__all__ = ["Resolution", "resolve"]
