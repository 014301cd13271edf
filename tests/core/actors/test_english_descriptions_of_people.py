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
    "Olga Penn has gone from selling tea to filling halls. [The former busker] laughs about it.": "Olga Penn",
    "Ruth Moll ran in May. [The footballer] will rest now, said Dr Karl Menon.": "Ruth Moll",
    "Dr Karl Menon saw a footballer in May. [The footballer] will rest now.": "",
    # Ages
    "Bo Marr ran. Vale led through Luca Petru’s kick, and [the 22-year-old] later struck the bar.": "Luca Petru",
    "Ada Lind praised Ole Tarn's song in May. [The 31-year-old] sang it twice.": "Ada Lind",
    "Tom Ash ran.\n\nMary Prow waved. [The 29-year-old] had a sign that read 'Prow Is Right'.": "Mary Prow",
    # Whose side somebody is on
    "Mark Fenn said [his goalkeeper] had been fouled. He thanked the referee, Dawn Abley, for her calm.": "",
    "Tom Ash was sad.\n\n"
    "“I wept,” the Corby manager said. Bo Lund disagreed. “So what,” [the Hexby coach] said.": "Bo Lund",
    # Who speaks is not whom they name, nor who is only told of
    "Ole Tarn is 52. ‘Joss Weth hears the floorboards,’ [the director] says.": "Ole Tarn",
    "Vera Cawth is the chief executive.\n\n"
    "Bo Penn said the chief executive would go. “She knows,” [the analyst] wrote.": ("Bo Penn"),
    "Police identified [the driver] as Trevor Wynn, of Pell Springs. It rained.": "Trevor Wynn",
    "Police saw [the driver] as Trevor Wynn left. It rained.": "",
    # Who has players
    "Rory Call told his players to run after Vik Sand’s goal.\n\n[The striker], 29, laughed.": "Vik Sand",
    # Two words that are one office
    "Wynn's attorney, Britt Hale, said that it rained. [The public defender] asked for a bond.": "Britt Hale",
    # Parties and their people
    "Cathal Ryn, TD for Laune, met the mayor. [The Sinn Féin man] said that he was sad.": "Cathal Ryn",
    "Ada Lind, the MP for Corby, met Gerald Oak, the minister.\n\n"
    "Lind was sad. “No,” [the Labour MP] said.": "Ada Lind",
    "Bo Quill, the Labour candidate, came. Tom Orr, the Tory leader, sang. [The Labour man] sat down.": "Bo Quill",
    "Gov. Ellen Stroud, a Republican, came.\n\n"
    "Rep. Luis Orr accused the governor. [The Democrat], citing a report, left.": ("Luis Orr"),
    "Gov. Ellen Stroud, a Republican, came. [The Democrat] left.": "",
    "Cllr Nora Tuo described the delay as a disgrace. [The Kilbran councillor] left.": "Nora Tuo",
    # Who is never named
    "A person close to the band spoke of debts. [The insider] said Ada Lind was ill. Lind was not there.": "",
    "[A man familiar with the matter] said the deal was off. Ole Tarn, 40, was not asked.": "",
    # Widows, and who complains
    "Ada Moss, whose husband drowned in May, wept. [The widow] said the boat was old.": "Ada Moss",
    "Cracks were seen by Mary Rao, 38, whose husband Arun was among the dead. [The widow] wept.": "Mary Rao",
    "Cracks were seen by Mina Rao. She alleged that Bo Quill lied. [The complainant] sat down.": "Mina Rao",
    "Bo Penn runs a club. A petition by Ruth Orr, 40, was read out. [The claimant] wants £3m.": "Ruth Orr",
    "Police arrested the builder, Ravi Kor. [The accused] was taken to court.": "Ravi Kor",
    "Ruth Orr accused Bo Penn of theft. Ida Rook alleged the same.\n\nIt rained. [The accuser] was silent.": "",
    # Who the text says they are
    "Her father, Wilf Cawth, was gamekeeper to a brewer. Vera Moss came.\n\nIt rained. [The gamekeeper] left.": (
        "Wilf Cawth"
    ),
    "[The man] with the pencil is Rufus Tind. Olga Penn met him.": "Rufus Tind",
    "[The driver] was Olga Penn, a nurse. Rufus Tind came last.": "Olga Penn",
    "[The bloke] in the hat was not Rufus Tind. It was his brother.": "",
    "[The man] in the hat is Rufus Tind's brother.": "",
    # In court
    "Piotr Zal, 54, wrote letters.\n\nTobias Renn KC asked when. In May, [the witness] replied.": "Piotr Zal",
    "Gwil Astb denies theft. The treasurer, Dora Pugh, told the court of it.\n\nBarrister Rhodri Vane asked how."
    "\n\n'I forget,' [the witness] answered.": "Dora Pugh",
    "Dora Pugh met Ann Orr.\n\nTobias Renn KC asked when.\n\n[The witness], in a red hat, was silent.": "",
    "Police arrested the builder, Ravi Kor. His lawyer, Leela Moon, said that [her client] was ill.": "Ravi Kor",
    "Ann Orr, a solicitor, met Bo Pell and Ida Rook in May. [Her client] smiled.": "",
    "Opening the case, Imogen Farr KC alleged that Bo Pugh took the bell. 'All of it,' [the prosecutor] told jurors.": (
        "Imogen Farr"
    ),
    "Rhodri Vane KC said that Bo Pugh was sorry. [The barrister] asked for time.": "Rhodri Vane",
}


@pytest.mark.parametrize("marked", MEANT)
def test_the_person_a_description_means(marked: str):
    before = marked.partition("[")[0]
    found = analysed(marked.replace("[", "").replace("]", ""))
    here = [each.actor for each in found.mentions if each.start == len(before) and each.form is Form.NOMINAL]
    names = [actor.name for actor in found.actors if actor.id in here and actor.kind == "person"]
    assert "".join(names) == MEANT[marked]


def test_where_somebody_is_from_is_no_club():
    found = analysed(
        "Tam Oko left Pell City after being told by the club that she was slow. The Leeds-born striker ran."
    )
    assert [actor.kind for actor in found.actors if actor.name == "Leeds"] == ["place"]
