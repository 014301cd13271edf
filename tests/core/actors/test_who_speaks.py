"""Whole texts, read with the bundled model: who is meant by descriptions, pronouns and the phrases of speakers."""

import pytest

from core.analysis.analysis import ActorKind, Analysis, Form
from core.analyzer.analyze import analyze
from core.articles.texts import plain_article


def read(text: str) -> Analysis:
    return analyze(plain_article(text, "test"))


def speakers(text: str) -> list[str | None]:
    """The names of the actors who speak, quote by quote."""
    analysis = read(text)
    names = {actor.id: actor.name for actor in analysis.actors}
    return [names.get(quote.speaker.actor or "") if quote.speaker else None for quote in analysis.quotes]


def meant(text: str) -> dict[str, str]:
    """Descriptions with the names of whom they mean."""
    analysis = read(text)
    names = {actor.id: actor.name for actor in analysis.actors}
    return {
        text[mention.start : mention.end]: names[mention.actor or ""]
        for mention in analysis.mentions
        if mention.form is Form.NOMINAL
    }


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # by age
        ("Jella Osterkamp backt nachts. „Der Teig braucht Ruhe“, sagte die 52-Jährige.", "Jella Osterkamp"),
        (
            "Für Birger Holst war es ein langer Tag. „Ich gehe jetzt heim“, sagte der 63-Jährige.",
            "Birger Holst",
        ),
        ("Henrik Taler fuhr voraus. Das Rad habe gehalten, sagte der 33-jährige Radprofi.", "Henrik Taler"),
        # by origin, sex, trade
        (
            "Jella Osterkamp backt nachts. „Der Teig braucht Ruhe“, sagte die Oldenburgerin.",
            "Jella Osterkamp",
        ),
        ("Birger Holst ist zurück. „Das Wasser war kalt“, sagte der gebürtige Bottroper.", "Birger Holst"),
        ("Birger Holst ist zurück. „Das Wasser war kalt“, sagte der Mann.", "Birger Holst"),
        ("Am Tresen sitzt Jella Osterkamp. „Es war laut“, erzählte die Rentnerin.", "Jella Osterkamp"),
        (
            "Livia Caflisch eröffnete den Markt. «Der See wartet nicht», sagte die Bündner Ständerätin.",
            "Livia Caflisch",
        ),
        # by party
        ("Jella Osterkamp (GLP) hat einen Hund. „Er bellt nur“, sagte die GLP-Frau.", "Jella Osterkamp"),
        # a first name that is a town
        ("Florenz Hagedorn segelte drei Wochen. „Ich trank Regen“, sagt er.", "Florenz Hagedorn"),
        ("Sydney Brehmer leitet das Bad. „Das Wasser ist warm“, sagt sie.", "Sydney Brehmer"),
        # a phrase that names somebody itself
        ("„Es ist voll“, sagte der Leiter der Klinik in Kiel, Professor Jobst Ebert.", "Jobst Ebert"),
        ("Der Steg ist nach Angaben des Hafen-Chefs Birger Holst dicht.", "Birger Holst"),
        # whose words they are
        ("Der Wagen war rot, so der Eindruck einer Gutachterin.", "Gutachterin"),
        # unnamed people in front of names
        ("Mancher Gast denkt an einen Film mit Maigret. „Fehlt nur die Pfeife“, witzelt er.", "mancher Gast"),
        (
            "Eine Schülerin las ein Gedicht von Mascha Kaléko. „Traurig und schön“, findet sie.",
            "eine Schülerin",
        ),
        # places are no speakers
        (
            "Hessens Feuerwehrchef sagte: „Wir brauchen Boote.“ In Hessen gab es Hochwasser.",
            "Hessens Feuerwehrchef",
        ),
        ("Polens Bischöfe warnen: „Die Kirchen bleiben leer.“ Polen streitet.", "Polens Bischöfe"),
        # an office of another place, told of whoever it can only be
        (
            "«Wir verlieren Zeit», sagte der Aargauer Bau-, Verkehrs- und Umweltdirektor Urs Hollinger.",
            "Urs Hollinger",
        ),
        ("Nora Kielstrup singt. Ihr Eindruck: „Viele kamen.“", "Nora Kielstrup"),
        # bodies
        ("Der Konzern Norlicht AG wächst. Er baue ein Werk, teilte er mit.", "Norlicht AG"),
        ("Der TSV Kap hat verloren. Man sei müde, teilte der Klub mit.", "TSV Kap"),
        ("Die Stadt plant ein Bad. Das Geld sei da, sagte sie.", "die Stadt"),
    ],
)
def test_who_speaks(text, speaker):
    assert speakers(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "descriptions"),
    [
        (
            "Birger Holst war verschollen. Der junge Mann lacht. Im Mai sah man den 33 Jahre alten Mann noch.",
            {"Der junge Mann": "Birger Holst", "den 33 Jahre alten Mann": "Birger Holst"},
        ),
        ("Birger Holst gewann. Er steht nun oben auf der langen Feuerwehrleiter.", {}),
        ("Otto Brandt (FDP) kam. Seine Partei zögert noch.", {"Seine Partei": "FDP"}),
        (
            "Der Hersteller Norlicht baut Stellen ab. Das teilte das Familienunternehmen am Montag mit.",
            {"Der Hersteller": "Norlicht", "das Familienunternehmen": "Norlicht"},
        ),
    ],
)
def test_what_descriptions_mean(text, descriptions):
    assert meant(text) == descriptions


@pytest.mark.parametrize(
    ("text", "description", "name"),
    [
        (
            "CSU-Landrat Kurt Wieser stritt mit Emil Hauck, dem Landrat der Freien Wähler. Das werde teuer, sagte der "
            "Freie-Wähler-Landrat.",
            "der Freie-Wähler-Landrat",
            "Emil Hauck",
        ),
        (
            "Grünen-Fraktionschef Paul Distler traf Henning Raabe, den Fraktionschef der Linken. Der Haushalt sei "
            "unsozial, sagte der Linken-Fraktionschef.",
            "der Linken-Fraktionschef",
            "Henning Raabe",
        ),
        (
            "Der Rektor Jan Vossen ging. Auf ihn folgte Ute Hilpert. Es werde gut, sagte der Interimsrektor.",
            "der Interimsrektor",
            "der Interimsrektor",
        ),
    ],
)
def test_offices_are_compared_as_a_whole(text, description, name):
    assert meant(text)[description] == name


def test_somebody_without_a_name_is_one_actor():
    text = (
        "Ein Mann fiel ins Wasser. Der 41-Jährige rief um Hilfe. Retter warfen dem Mann einen Ring zu. "
        "„Es war kalt“, sagte er später."
    )
    analysis = read(text)
    (actor,) = analysis.actors
    assert (actor.name, actor.kind, actor.age) == ("ein Mann", ActorKind.UNNAMED, 41)
    said = [(text[mention.start : mention.end], mention.form) for mention in analysis.mentions_of(actor.id)]
    assert said == [
        ("Ein Mann", Form.NOMINAL),
        ("Der 41-Jährige", Form.NOMINAL),
        ("dem Mann", Form.NOMINAL),
        ("er", Form.PRONOUN),
    ]


def test_people_without_a_name_are_actors_if_they_act_or_are_described_again():
    (actor,) = read("Man zog einen Mann aus dem Wasser. Dem Mann war kalt.").actors
    assert (actor.name, actor.kind) == ("Mann", ActorKind.UNNAMED)
    assert [a.name for a in read("Die Feuerwehr zog ihn aus dem Wasser.").actors] == ["die Feuerwehr"]
    assert read("Dort traf sie einen Lehrer.").actors == ()


def test_who_is_told_by_the_name_of_another_is_somebody_else():
    text = "Carina Dorn schwieg vor Gericht. Das koste ihn viel, sagte Dorns Mutter am Dienstag."
    assert meant(text) == {"Dorns Mutter": "Dorns Mutter"}


def test_mention_and_quote_agree_on_whom_an_age_means():
    text = "Jost Wendler siegte knapp. Das Boot sei alt, aber es habe gehalten, sagte der 47-Jährige."
    analysis = read(text)
    (quote,) = analysis.quotes
    (mention,) = [mention for mention in analysis.mentions if mention.form is Form.NOMINAL]
    assert quote.speaker is not None
    assert quote.speaker.actor == mention.actor
    assert analysis.actors[0].age == 47


def test_a_pronoun_that_may_mean_several_is_not_sure():
    text = "Birger Holst und Jost Wendler kamen. „Es war kalt“, sagte er."
    sure = [mention.confidence for mention in read(text).mentions if mention.form is Form.PRONOUN]
    assert all(each < 1 for each in sure)


def test_one_more_of_those_named_before_is_somebody_else():
    text = (
        "„Wir warten“, sagt eine Schülerin aus Bebra. Eine andere findet das „zum Verzweifeln“. „Nie wieder“, ruft "
        "eine dritte."
    )
    assert speakers(text) == ["eine Schülerin aus Bebra", "eine andere", "eine dritte"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # whoever is named in what somebody says is another
        ("Birger Holst leitet die Werft. Jost Wendler sei sehr genau gewesen, erzählt er.", "Birger Holst"),
        (
            "Jella Osterkamp hat Tee gekocht. Die Ärztin sei so lustig gewesen, erzählt sie.",
            "Jella Osterkamp",
        ),
        # but not where it is said beside that somebody says so
        ("Birger Holst geht. Nun leitet Jost Wendler die Werft, wie er sagt.", "Jost Wendler"),
    ],
)
def test_a_pronoun_and_who_is_named_in_what_is_said(text, speaker):
    assert speakers(text) == [speaker]


def test_who_reports_goes_on_past_those_named_in_what_was_said():
    text = (
        "Trainer Birger Holst versuchte zu beruhigen. Jost Wendler sei ein guter Torwart. Man brauche ihn noch. Zur "
        "Aufstellung wollte er nichts sagen. „Wir warten ab.“"
    )
    assert set(speakers(text)) == {"Birger Holst"}


def test_who_is_named_behind_whose_successor_he_is_speaks():
    text = (
        "Der Nachfolger des im Mai zurückgetretenen Trainers Birger Holst, Jost Wendler, sagte, es sei kalt."
    )
    assert speakers(text) == ["Jost Wendler"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Wirt Birger Holst berichtete, dass der Boden gebebt habe. Sirenen heulten. Viele seien gelaufen.",
            "Birger Holst",
        ),
        (
            "Kapitän Jost Wendler verstand den Unmut. Die Leute hatten viel bezahlt. Er nehme den Trainer in Schutz.",
            "Jost Wendler",
        ),
        ("Jella Osterkamp kam. Die Gäste protestierten laut. Sie verstünden das nicht.", "die Gäste"),
        (
            "Jella Osterkamp sagte, Gutachter hätten gewarnt, dass das Dach einstürze. Deshalb sei die Halle zu.",
            "Jella Osterkamp",
        ),
    ],
)
def test_who_goes_on_in_the_konjunktiv(text, speaker):
    assert speakers(text)[-1] == speaker


def test_a_club_is_no_bank() -> None:
    text = "Am Ufer\n\nDer VfL Ahrweiler verlor. Die Notenbank zögert. Der Klub ist pleite.\n"
    analysis = read(text)
    club = next(actor for actor in analysis.actors if actor.name == "VfL Ahrweiler")
    told = [text[each.start : each.end] for each in analysis.mentions if each.actor == club.id]
    assert told == ["VfL Ahrweiler", "Der Klub"]


@pytest.mark.parametrize("surname", ["Langhans", "Peters", "Matthes", "Orth"])
def test_a_surname_in_s_before_an_institute_is_no_genitive(surname: str) -> None:
    said = f"Ökonom Peer {surname} vom Institut für Weltwirtschaft sagte, es werde knapp."
    assert speakers(f"Am Ufer\n\n{said}\n") == [f"Peer {surname}"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # whose age was told, not who was named since
        (
            "Eine 22 Jahre alte Frau stürzte. Ihre Retterin, Lisa Moser, zog sie heraus. „Ich war wie gelähmt“, "
            "erzählt die 22-Jährige.",
            "eine 22 Jahre alte Frau",
        ),
        (
            "Der 63-jährige Fahrer wurde verletzt. Der Arzt Uwe Bahr half. „Glück gehabt“, sagte der 63-Jährige.",
            "der 63-jährige Fahrer",
        ),
        # whose words are passed on
        ("Die Rektorin Uta Behn verlas einen Brief der Eltern: „Wir danken allen.“", "Eltern"),
        ("Minister Jan Kolb leitete einen Brief der Gewerkschaft weiter: „Es reicht.“", "Gewerkschaft"),
        (
            "Lehrerin Uta Behn teilte den Aufruf des Bündnisses „Freie Ufer“: „Bringt Boote mit!“",
            "Bündnis Freie Ufer",
        ),
        ("Uta Behn beantwortet den Brief der Bahn: „So nicht.“", "Uta Behn"),
        # nouns for statements
        ("Fotografin Uta Lund reist viel. Ihr Tipp: „Früh aufstehen.“", "Uta Lund"),
        ("Koch Udo Mahn lacht. Sein Kommentar: „Passt schon.“", "Udo Mahn"),
        ("Der Rat tagte gestern. „Das reicht nicht“, sagte der Rat.", "der Rat"),
        ("Im Prozess gegen Wirt Olaf Brenner hieß es, er habe Gäste betrogen.", None),
        # offices with "Ex-", and a party by another name
        (
            "Ex-Trainer Heiko Busch traf auf Trainer Uwe Lang. „Ich vermisse den Platz“, sagte der Ex-Trainer.",
            "Heiko Busch",
        ),
        (
            "SVP-Nationalrat Beat Kunz und Marco Frei, Nationalrat der Grünliberalen, sind sich uneins. „Die Vorlage "
            "ist gut“, sagt der GLP-Nationalrat.",
            "Marco Frei",
        ),
    ],
)
def test_who_is_meant_by_more_kinds_of_words(text, speaker):
    assert speakers(f"Am Ufer\n\n{text}\n") == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Kassierer Emil Thoß wurde beschimpft: „Betrüger!“",
        "Jan Kolb wurde gefragt: „Wann gehen Sie?“",
        "Dem Bürgermeister schallte es entgegen: „Rücktritt!“",
    ],
)
def test_who_is_shouted_at_does_not_speak(text):
    assert speakers(f"Am Ufer\n\n{text}\n") == [None]


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Greta Simon, acht Jahre alt, hat den Hund gefunden.", 8),
        ("Die neunjährige Greta Simon hat den Hund gefunden.", 9),
        ("Greta Simon schwimmt gern. „Klar“, sagt die Zwölfjährige.", 12),
        ("Greta Simon, zwei Jahre alt war ihr Sohn, ging.", None),
        ("Die dreijährige Bauzeit ärgert Greta Simon.", None),
    ],
)
def test_ages_in_words(text, age):
    actors = read(f"Am Ufer\n\n{text}\n").actors
    assert [actor.age for actor in actors if actor.name == "Greta Simon"] == [age]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Timo K. wurde gefasst. Der 20-Jährige sitzt in Haft. Der Haftrichter sah Fluchtgefahr.", []),
        ("Nach dem Brand sitzt Timo K. in Haft. Der Haftrichter erließ den Haftbefehl.", []),
        ("Polizist Timo K. steht vor Gericht. Der Polizist schweigt.", ["Polizist"]),
    ],
)
def test_whose_surname_is_withheld_is_no_judge(text, who):
    actors = read(f"Am Ufer\n\n{text}\n").actors
    assert [list(actor.roles) for actor in actors if actor.name == "Timo K."] == [who]


def test_the_coach_of_the_guests_is_not_the_coach_named_before():
    text = (
        "Am Ufer\n\nTrainer Bo Lang sah ein gutes Spiel. Der Coach der Gäste war enttäuscht. "
        "„Das tut weh“, sagte der Coach der Gäste.\n"
    )
    assert "Bo Lang" not in speakers(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Das Klinikum wies das zurück. Das Personal sei informiert worden, betonte eine Sprecherin.\n\n"
            "Grünen-Landessprecherin Olga Woschner verlangte einen Plan.",
            "eine Sprecherin",
        ),
        (
            "Die Stadtwerke wiesen das zurück. Die Preise seien stabil, sagte ein Sprecher.\n\n"
            "FDP-Sprecher Timo Brandlhuber verlangte einen Plan.",
            "ein Sprecher",
        ),
        (
            "Die Freunde sind kaum überrascht. „Die haben sich kaum gesehen“, verrät eine Vertraute.\n\n"
            "Mutter Gerlinde Obermoser (68) ist traurig.",
            "eine Vertraute",
        ),
        (
            "Die Preise seien stabil, sagte eine Sprecherin der Stadt.\n\n"
            "Grünen-Sprecherin Olga Woschner verlangte einen Plan.",
            "eine Sprecherin der Stadt",
        ),
    ],
)
def test_whoever_is_introduced_by_what_they_say_is_not_named_below(text, said):
    assert said in speakers(text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Ein Rentner raste in eine Wand. Ein Staatsanwalt ermittelt. Der 81-Jährige schweigt.",
            "ein Rentner",
        ),
        ("Richter Karl Obermoser geht in Pension. Der 65-Jährige will reisen.", "Karl Obermoser"),
        ("Ein Richter erließ Haftbefehl. Der 38-Jährige sitzt ein.", "der 38-Jährige"),
    ],
)
def test_an_age_is_not_of_a_judge_or_prosecutor_without_a_name(text, who):
    assert [actor.name for actor in read(text).actors if actor.age] == [who]
