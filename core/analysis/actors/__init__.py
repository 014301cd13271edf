"""Who acts in an article: names gathered into actors, with age and roles, and speakers found among them.

Pure functions on mentions and text. `cleanup` trims what the model found, `names` and `grouping` tell who is the same,
`attributes` reads ages and roles, `speakers` resolves who speaks, and `resolve` puts it together.
"""

from core.analysis.actors.resolve import Cast, Voice, resolve
from core.analysis.actors.story import Story, Word

__all__ = ["Cast", "Story", "Voice", "Word", "resolve"]
