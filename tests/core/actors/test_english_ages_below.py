"""Whose age it is that an English headline or opening gives of somebody whom the report names only below."""

import pytest

from tests.core.actors.test_english_actors import actor, analysed

NAMED_BELOW = [
    (
        "Teacher, 34, banned from the road\n\nA teacher who drove into a shelter has been banned for two years.\n\n"
        "Sarah Combe, from Leeds, admitted drink-driving.",
        "Sarah Combe",
        34,
    ),
    (
        "Woman jailed for bakery raids\n\nA 41-year-old woman has been jailed for six years for robbing bakeries.\n\n"
        "Dawn Tarry, of Hill Street, Ormsby, pleaded guilty to nine charges. Tarry wept in the dock.",
        "Dawn Tarry",
        41,
    ),
    (
        "A 27-year-old midwife has won the London marathon at her first attempt.\n\n"
        "Ellie Marsh, from Hull, trained on night shifts. Marsh ran the last mile in tears.",
        "Ellie Marsh",
        27,
    ),
    (
        "Gran, 81, told to pay for beach hut\n\nA GRAN has vowed to go to jail over a £400 bill.\n\n"
        'Edna Pratt was sent the demand by the council. "I\'m not budging," said the widow.',
        "Edna Pratt",
        81,
    ),
    (
        "A plumber aged 52 has been cleared of stealing a swan.\n\n"
        "Neil Orme had always denied the charge. Orme, of Thorpe Lane, told the court it was asleep.",
        "Neil Orme",
        52,
    ),
    (
        "Postman, 38, saves two penalties\n\nCarl Dunning, who was up at four to finish his round, kept out "
        "spot-kicks.\n\n"
        "Dunning has delivered letters in the town since 2009. The postman said he was tired.",
        "Carl Dunning",
        38,
    ),
    (
        "GREENVILLE, S.C. — A 22-year-old woman was arrested Tuesday after police said she drove a golf cart "
        "on the highway.\n\n"
        "Kaylee Trent was charged with reckless driving. Trent was released on bail.",
        "Kaylee Trent",
        22,
    ),
    (
        "A 16-year-old schoolboy has become the youngest person to row across the Channel.\n\n"
        "Oscar Field set off from Dover at dawn on Sunday. Field, who is from Kent, was met by his parents.",
        "Oscar Field",
        16,
    ),
    (
        "Nurse, 45, found guilty of theft\n\nA nurse who took drugs from her ward was found guilty on Monday.\n\n"
        "Judith Aske, a nurse at the hospital for ten years, will be sentenced in May.",
        "Judith Aske",
        45,
    ),
    (
        "A 70-year-old farmer has been fined for letting his pigs wander on to a runway.\n\n"
        "Farmer Roy Udall told magistrates that he had mended the fence. Udall was fined £300.",
        "Roy Udall",
        70,
    ),
    (
        "'I'm 29 and I have six jobs'\n\nMegan Troy gets up at five to clean offices.\n\n"
        '"I\'m 29 and I have never had a holiday," Troy said.',
        "Megan Troy",
        29,
    ),
    (
        "The 33-year-old who built a cathedral from matches has run out of glue.\n\n"
        "Simon Larch, of Poole, began in lockdown. Larch has used 90,000 matches.",
        "Simon Larch",
        33,
    ),
    (
        "Driver, 24, admits causing crash\n\nAlfie Sands, of Wells, admitted dangerous driving on Friday. "
        "Sands was texting.",
        "Alfie Sands",
        24,
    ),
    (
        "A MUM of 36 has told how she gave birth in a lift.\n\n"
        "Stacey Bloom was on her way to the maternity ward. Bloom named the boy Otis.",
        "Stacey Bloom",
        36,
    ),
    (
        "A Bristol man, 58, was killed when his kayak overturned off Lundy.\n\n"
        "Martin Hale died on Saturday. Hale, a retired surveyor, had paddled there since he was a boy.",
        "Martin Hale",
        58,
    ),
    (
        "An 18-year-old student who hacked his school's bell has been given a job there.\n\n"
        "Student Ravi Chopra made the bell ring at two each day. Chopra starts in June.",
        "Ravi Chopra",
        18,
    ),
    (
        "A 47-year-old former soldier has walked backwards from Land's End to John o' Groats.\n\n"
        "Former soldier Gavin Tooley set off in March. Tooley wore out four pairs of boots.",
        "Gavin Tooley",
        47,
    ),
    (
        "Police have charged a 44-year-old man with murder.\n\nColin Strake, of Dene Road, is accused of "
        "killing his neighbour. "
        "Strake will appear before magistrates on Monday.",
        "Colin Strake",
        44,
    ),
    (
        "A 26-year-old man has appeared in court accused of arson.\n\n"
        "Dylan Crewe spoke only to confirm his name and address. Crewe was remanded in custody.",
        "Dylan Crewe",
        26,
    ),
    (
        "Pilot, 50, landed plane on golf course\n\nThe pilot of a small plane has apologised to golfers.\n\n"
        "Pilot Andrea Moss came down on the ninth green. Moss was unhurt.",
        "Andrea Moss",
        50,
    ),
    (
        "The 29-year-old was jailed at Exeter Crown Court on Monday.\n\n"
        "Jake Rudd had stolen eleven tractors. Rudd admitted every one of them.",
        "Jake Rudd",
        29,
    ),
    (
        "A cyclist, 67, who rode round the world on a tandem, alone, is home.\n\n"
        "Brenda Nash, a cyclist all her life, left in 2019. Nash wept at the gate.",
        "Brenda Nash",
        67,
    ),
    (
        "DALLAS (AP) — A 19-year-old freshman hit the winning shot with a broken thumb.\n\n"
        "Freshman Trey Holloway scored 31 points. Holloway did not tell his coach.",
        "Trey Holloway",
        19,
    ),
    (
        "Pensioner, 77, locked in library overnight\n\nHarold Beck fell asleep among the atlases. Beck was "
        "found at nine.\n\n"
        "The pensioner said he had been quite comfortable.",
        "Harold Beck",
        77,
    ),
    (
        "A 55-year-old accountant embezzled $2 million from a choir, federal prosecutors said Thursday.\n\n"
        "Lori Brandt, an accountant from Tulsa, was indicted on six counts. Brandt has not entered a plea.",
        "Lori Brandt",
        55,
    ),
    (
        "A man who robbed an 82-year-old woman has been jailed.\n\n"
        "Bo Quill, of Mill Lane, took Joan Pell's purse on a bus. Quill admitted it.",
        "Joan Pell",
        82,
    ),
    (
        "A nurse has been struck off for hitting a 71-year-old woman.\n\n"
        "Bo Quill, a nurse since 2001, slapped Joan Pell in her room.",
        "Joan Pell",
        71,
    ),
    (
        "A jury on Friday convicted a former deputy in the death of a 26-year-old inmate.\n\n"
        "Bo Quill was a deputy for ten years. Quill ignored Liam Ferris for hours.",
        "Liam Ferris",
        26,
    ),
    (
        "Sculptor, 91, wins prize\n\nThe sculptor Agnes Thorne has won the Wexford Prize. Thorne was asleep "
        "when they rang.",
        "Agnes Thorne",
        91,
    ),
]


@pytest.mark.parametrize(("text", "name", "age"), NAMED_BELOW, ids=[each[1] for each in NAMED_BELOW])
def test_an_age_in_the_opening_is_that_of_whoever_is_named_below(text, name, age):
    assert {each.name: each.age for each in analysed(text).actors if each.age is not None} == {name: age}


SOMEBODY_ELSE = [
    "A man who robbed an 82-year-old woman has been jailed.\n\nBo Quill, of Mill Lane, was seen by Joan Pell.",
    "A man who robbed an 82-year-old woman has been jailed.\n\nBo Quill, of Mill Lane, thanked Judge Joan Pell.",
    "A man who robbed an 82-year-old woman and her son has been jailed.\n\nBo Quill, of Mill Lane, hit Joan Pell.",
    "A man, 63, died when a van left the road.\n\nFirefighter Tom Ferris was hurt. Ferris is in hospital.",
    "A man, 44, has been charged with murder.\n\nJoan Pell was found dead at home on Sunday. Pell ran a "
    "flower stall.",
    "A 34-year-old man has been arrested after a stabbing.\n\nBo Quill was attacked outside a bar. Quill died "
    "on Monday.",
    "Boy, 12, hurt by bus\n\nBo Quill saw the crash from his shop. Quill rang for an ambulance.",
    "A 19-year-old woman was rescued from the sea on Friday.\n\nJoan Pell jumped in from the pier. Pell is a nurse.",
    "Joan Pell has lost her appeal.\n\nPell, her daughter, 19, and a friend stole a boat.",
    "A 71-year-old man died in the fire.\n\nBo Quill, his son, was in the next room. Quill escaped.",
    "A woman, 82, was robbed of her savings.\n\nJoan Pell, her carer, was jailed for two years. Pell wept.",
    "A pensioner, 84, lost £9,000 to a fraudster.\n\nBo Quill pretended to be from the bank. Quill was jailed "
    "on Monday.",
    "A 23-year-old man and a 41-year-old man have been jailed.\n\nBo Quill wept. Quill and Tom Ferris sold "
    "stolen boats.",
    "Two men, 23 and 41, have been jailed.\n\nBo Quill wept. Quill and Tom Ferris sold stolen boats.",
    "A 30-year-old man has been bailed.\n\nDetective Inspector Bo Quill asked for witnesses. Quill said it was dark.",
    "A 15-year-old boy has been excluded from school.\n\nHead teacher Bo Quill said he had no choice. Quill "
    "is retiring.",
    "A 29-year-old man is to stand trial.\n\nJudge Bo Quill set a date in May. Quill warned the press.",
    "Man, 29, jailed for boat theft\n\nBo Quill, prosecuting, said the boat was never found. Quill praised "
    "the police.",
    "A 90-year-old company has closed.\n\nBo Quill, who ran it, has retired. Quill blamed the banks.",
    "The 25-year-old bridge will be torn down.\n\nBo Quill built it. Quill said it was a pity.",
    "A 12-year-old whisky has won a prize.\n\nBo Quill distilled it. Quill is from Islay.",
    "A 34-year-old woman has given birth on a bus.\n\nBo Quill was driving it. Quill pulled over at once.",
    "A body was found in the river, thought to be that of a man aged 40.\n\nBo Quill saw it first. Quill was "
    "walking his dog.",
    "A 12-year-old dog has been made mayor.\n\nBo Quill owns the dog. Quill is the barman.",
    'A 46-year-old woman has won the lottery.\n\n"I\'m glad for her," said Joan Pell. Pell sold her the ticket.',
    "A 46-year-old woman has won the lottery.\n\nJoan Pell, 50, sold her the ticket. Pell was pleased.",
    "A 17-year-old has been stabbed.\n\nBo Quill, who lives nearby, heard a scream. Quill ran outside.",
    "A man, 61, drowned on Sunday.\n\nThe search was led by Bo Quill. Quill said the sea was rough.",
    "Teacher, 34, hit by pupil\n\nMax Ferris, a pupil at the school, was sent home. Ferris said he was sorry.",
    "A 20-year-old student was knocked down by a car.\n\nBo Quill admitted careless driving. Quill was fined £200.",
    "A woman, 25, has accused her boss of bullying.\n\nJoan Pell denied it. Pell said she had been kind to "
    "everybody.",
    "A man aged 35 attacked a bus driver.\n\nBo Quill was driving the last bus. Quill needed nine stitches.",
    "Girl, 7, meets her hero\n\nJoan Pell signed the child's shirt. Pell plays for the town.",
    "A 52-year-old man shouted at the minister.\n\nBo Quill had come to open a school. Quill laughed it off.",
    "An 88-year-old widow is suing her dentist.\n\nJoan Pell, the dentist, took out the wrong tooth. Pell "
    "apologised.",
    "A 40-year-old patient died after an operation.\n\nSurgeon Bo Quill has been suspended. Quill denies any fault.",
    '"My son is 12 and I\'m tired," said Joan Pell. Pell has two jobs.',
    "Joan Pell recalled the race. \"I'm 30 seconds behind at the bridge and I think it's over,\" Pell said.",
    'Joan Pell said: "When I\'m 64 I will stop." Pell runs the ferry.',
    "A 33-year-old man was found dead.\n\nTom Ferris is accused of killing Bo Quill. Ferris appeared in court "
    "on Monday.",
    "Champion, 31, beaten by newcomer\n\nBo Quill won in three sets. Quill had never played on grass.",
    "A 28-year-old lodger was thrown out by her landlady.\n\nJoan Pell changed the locks. Pell owns six houses.",
    "A 34-year-old man has been charged with stabbing a nurse.\n\nBo Quill, of Mill Lane, was stabbed twice. "
    "Quill is a nurse at the hospital.",
    "A teenager, 15, was killed by a hit-and-run driver.\n\nBo Quill, from Hull, fled the scene. Quill was "
    "arrested on Monday.",
    "A woman, 29, was pulled from the river by a passer-by.\n\nJoan Pell, who was walking her dog, waded in. "
    "Pell is from Leeds.",
    "A man, 55, is missing after a boat sank.\n\nBo Quill was at the helm. Quill swam ashore.",
    "A widow, 77, has been evicted.\n\nBo Quill, who owns the flats, said she had not paid. Quill lives in Spain.",
    "A 45-year-old driver was fined for speeding.\n\nBo Quill, for the defence, said the road was empty. "
    "Quill asked for leniency.",
    "A man in his 30s was shot.\n\nBo Quill, 41, was nearby. Quill is from Leeds.",
    "A 21-year-old man was found guilty of killing his girlfriend.\n\nJoan Pell was last seen on Friday. Pell "
    "had just left him.",
    "A 21-year-old man was found guilty of killing his boyfriend.\n\nBo Quill was last seen on Friday. Quill "
    "had just left home.",
    "A 60-year-old man has been convicted of murdering a student.\n\nBo Quill was on his way home from a "
    "party. Quill was 20 metres from his door.",
    "A 17-year-old boy was taken to hospital after a fight.\n\nBo Quill has been charged with wounding. Quill "
    "will appear in court.",
    "Man, 40, killed in crash\n\nA man died when his car hit a wall on Friday.\n\nBo Quill, from Hull, was "
    "first on the scene. Quill tried to help.",
    "Woman, 31, hurt by falling sign\n\nJoan Pell, from Hull, put up the sign in May. Pell has apologised.",
    "Mother, 44, sues school\n\nJoan Pell, the head teacher, said the claim was absurd. Pell has run the "
    "school since 2010.",
    "Thief, 19, caught by grandmother\n\nJoan Pell chased him down the street. Pell is a grandmother of six.",
    "Thief, 19, caught by grandmother\n\nBo Quill, the shop's owner, said the grandmother was a hero. Quill "
    "gave her flowers.",
    "A student, 22, died after taking a pill bought online.\n\nBo Quill, from Leeds, sold the pills. Quill "
    "has been jailed for six years.",
    "Patient, 58, died after wait\n\nA patient died in a corridor.\n\nBo Quill, who runs the hospital, has "
    "said sorry. Quill will meet the family.",
    "A 36-year-old man who attacked a woman in a park has been jailed.\n\nJoan Pell was jogging when he "
    "grabbed her. Pell screamed.",
    "An 83-year-old man has died in a house fire.\n\nBo Quill, a neighbour, broke the window. Quill was too late.",
    "A 50-year-old man was cleared of fraud.\n\nBo Quill, from the Crown Prosecution Service, said he was "
    "sorry. Quill will not appeal.",
    "A man, 28, is suing the council.\n\nBo Quill, of the council, said it would fight. Quill called the "
    "claim absurd.",
]


@pytest.mark.parametrize("text", SOMEBODY_ELSE)
def test_no_age_in_the_opening_is_that_of_somebody_else(text):
    own = {"Joan Pell": 50} if "Joan Pell, 50" in text else {"Bo Quill": 41} if "Bo Quill, 41" in text else {}
    named = {each.name: each.age for each in analysed(text).actors if each.kind.value == "person"}
    assert {name: age for name, age in named.items() if age is not None} == own


@pytest.mark.parametrize(
    ("said", "age"),
    [
        ("I'm 29.", 29),
        ("I am forty-one years old and I still live with my mother.", 41),
        ("I'm only 17, but I know what I want.", 17),
        ("I'm 20, 30 pounds overweight and tired.", None),
        ("When I'm 64 I will stop.", None),
        ("I'm 40 and a half miles from home.", None),
        ("I'm 30 seconds behind.", None),
        ("My mother still thinks I'm 12 and my sister says I'm 90.", None),
    ],
)
def test_an_age_in_the_words_of_the_one_whose_it_is(said, age):
    (pell,) = [each for each in analysed(f'"{said}" said Joan Pell.').actors if each.name == "Joan Pell"]
    assert pell.age == age


def test_whoever_came_second_did_not_win():
    won = "A 16-year-old girl won the race. "
    assert actor(analysed(won + "Joan Pell, from Hull, came second."), "Joan Pell").age is None
    assert actor(analysed(won + "Joan Pell, from Hull, ran in old shoes."), "Joan Pell").age == 16
