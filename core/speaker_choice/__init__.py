"""Who said it, decided: everybody who may have spoken is weighed against the others, and against nobody.

The rules of `core.quotes` and `core.actors` propose a speaker for each quotation. `candidates` gathers who else comes
into question, `features` describes each by grammar, distance and what was said before, `ranker` turns that into
probabilities with weights fitted on annotated articles, and `choose` names the likeliest, or openly nobody.
"""

from core.speaker_choice.candidates import Asked
from core.speaker_choice.choose import Choice, choose_speakers

__all__ = ["Asked", "Choice", "choose_speakers"]
