"""Whom "her husband", "the professor" or "the prosecutor" means in English."""

import pytest

from core.analysis import Form
from tests.core.actors.test_english_actors import analysed

MEANT = {
    # Relatives
    "Vera Cawth grew up where her father, Wilf Cawth, baked. She married the cellist Ludo Hall. [Her husband] sang.": (
        "Ludo Hall"
    ),
    "Vera Cawth keeps bees. Her daughter, Tess Hall, said [her mother] was well.": "Vera Cawth",
    "Olga Penn's son, Igor Dray, plays chess. [His mother] taught him, he said.": "Olga Penn",
    "Olga Penn came with her sister, Rita Lowe. Lowe said that [her sister] was tired.": "Olga Penn",
    "Dina Moor is married to Paul Ash. [Her husband] keeps bees.": "Paul Ash",
    "Tim Orr married Jo Lang in May. [His wife] laughed.": "Jo Lang",
    "Nora Fenn runs the mill with her brother, Ted Fenn. [Her husband] was ill, she said.": "",
    "Nora Fenn runs the mill with her husband, Ted Fenn. [Her brother] was ill, she said.": "",
    "Pat Low waved to Kim Low, a nurse. [Her husband] was late.": "",
    # What somebody is besides
    "Structural engineer Karl Menon inspected the site. [The professor] would not say on whose orders.": "Karl Menon",
    "The flood expert Ada Lind was not surprised. [The professor] said so in May.": "Ada Lind",
    "Karl Menon, a clerk, met a professor. [The professor] would not speak.": "",
    # In court
    "Opening the case, Imogen Farr KC alleged that Bo Pugh took the bell. 'All of it,' [the prosecutor] told jurors.": (
        "Imogen Farr"
    ),
    "Rhodri Vane KC said that Bo Pugh was sorry. [The barrister] asked for time.": "Rhodri Vane",
}


@pytest.mark.parametrize("marked", MEANT)
def test_the_person_a_description_means(marked: str):
    before, _, rest = marked.partition("[")
    found = analysed(marked.replace("[", "").replace("]", ""))
    span = len(before), len(before) + rest.index("]")
    here = [each.actor for each in found.mentions if each.span == span and each.form is Form.NOMINAL]
    names = [actor.name for actor in found.actors if actor.id in here and actor.kind == "person"]
    assert "".join(names) == MEANT[marked]
