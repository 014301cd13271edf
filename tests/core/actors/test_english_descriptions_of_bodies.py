"""Which body "the force", "the haulage group" or "the civic body" means in English."""

import pytest

from core.analysis import Form
from tests.core.actors.test_english_actors import analysed

MEANT = {
    "Clerks had twice warned the Tolpur Municipal Corporation.\n\n[The civic body] denied it.": (
        "Tolpur Municipal Corporation"
    ),
    "Tolpur Municipal Corporation shut the bridge. Neighbours accused [the corporation] of hiding a letter.": (
        "Tolpur Municipal Corporation"
    ),
    "A letter to Wexmoor Police went missing. [The force] said it was sorry.": "Wexmoor Police",
    "The pump failed at a plant owned by Hale & Dorr.\n\n[The company] called it a minor matter.": "Hale & Dorr",
    "Northlea Freight cut its forecast on Monday.\n\n[The haulage group] said fuel had cost it £3m.": (
        "Northlea Freight"
    ),
    "Halden Shoes will close its shop. It opened in 1920.\n\n[The footwear chain] blamed its rent.": "Halden Shoes",
    "Hetty March, of the consumer group Fair Fee Watch, had a plan.\n\nNobody should pay, [the consumer group] said.": (
        "Fair Fee Watch"
    ),
    "Ruth Orr chairs the tenants' group Pell Homes Watch. Orme Estates was angry.\n\n[The group] would go to court.": (
        "Pell Homes Watch"
    ),
    "Kestrel Motors bought Tarn Steel on Monday.\n\nThe deal was done. [The steelmaker] said so too.": "Tarn Steel",
    "The Rail Clerks' Union met on Friday. Pelham Trains did not come. [The rail union] would strike.": (
        "Rail Clerks' Union"
    ),
    "Chief among them is Harrow Capital, which holds 9%. [The hedge fund] wants three seats.": "Harrow Capital",
    "The Elm Nurses’ Guild met on Friday. [The union] would strike.": "Elm Nurses’ Guild",
    "Mary Prow opened a bill from NorthTel.\n\nIt was wrong. She called [the company] twice.": "NorthTel",
    "Mary Prow opened a bill from NorthTel. The firm was shut.\n\n[The telecom giant] was sorry.": "NorthTel",
    "The sheriff found letters by employees of Selby Valley Power.\n\n“No,” Ada Lind said.\n\n"
    "[The company] denied it.": "Selby Valley Power",
    # Whose they are
    "Tom Ash, the Corby Rovers manager, met Pell United on Friday. [His side] lost.": "Corby Rovers",
    "Ingrid Sole smiled. The Thornwick head coach sat down. Corby Rovers came next. [Her team] had won.": "Thornwick",
    "Liberal Democrat councillor Norah Pell spoke. Labour listened. [Her party] would win.": "Liberal Democrat",
    # Somebody else, or open
    "Tarn Bakes sold a mill. The company was glad. Ada Lind wrote.\n\n[The hedge fund] wants three seats.": "",
    "Employees of Selby Valley Power and of Orme Energy came.\n\nIt rained.\n\n[The company] denied it.": "",
    "Mary Prow rang Norvik, and later Helvar.\n\nIt rained. She sued [the company].": "",
    "Norvik's news agency, KSN, told of a plot. The agency lied. Envoys are expected in [the city] soon.": "",
    "The Nationals lost again. Ada Vosp asked [her party] to stop.": "",
    "Leasow City beat Pell Town. Mary Prow saved five shots for [her side].": "",
    "Ada Lind works for Denby Bank. Ole Tarn left Selby Bank. [His bank] is old.": "",
    "Ada Lind left the Harbour Trust in May.\n\n[The company] said nothing.": "",
    "Ada Lind left Norvik and Helmut & Co had a fire.\n\n[The civic body] said nothing.": "",
    "Orla Dunn works for the Signal Workers' Union. [The teachers' union] would strike.": "",
    "Norvik sued Helvar on Monday. Talks had failed.\n\nBut in May [the shoe chain] said it was sorry.": "",
    "A storm hit Wexmoor Police. [The force] of the wind broke a door.": "",
}


@pytest.mark.parametrize("marked", MEANT)
def test_the_body_a_description_means(marked: str):
    before, _, rest = marked.partition("[")
    found = analysed(marked.replace("[", "").replace("]", ""))
    span = len(before), len(before) + rest.index("]")
    here = [each.actor for each in found.mentions if each.span == span and each.form is Form.NOMINAL]
    names = [actor.name for actor in found.actors if actor.id in here and actor.name[:1].isupper()]
    assert "".join(names) == MEANT[marked]


def test_a_firm_is_no_consumer_group():
    found = analysed(
        "Hetty March, of the consumer group Fair Fee Watch, had a plan.\n\n"
        "The administrator of Lund Breaks said that the firm had no cash."
    )
    watch = next(each for each in found.actors if each.name == "Fair Fee Watch")
    assert [each.form for each in found.mentions if each.actor == watch.id and each.start > 80] == []
