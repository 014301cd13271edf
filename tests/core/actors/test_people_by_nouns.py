"""Names by the nouns before them, and nouns taken for names, in whole texts read with the bundled model."""

import pytest

from core.actors.names.people_by_nouns import with_people_by_office, without_nouns_for_people
from core.analysis.analysis import ActorKind, Form, Label, Mention
from core.analyzer.analyze import analyze, load
from core.articles.texts import plain_article
from core.language.document import make_doc
from core.lexicon.world import load_tables
from core.locations import ASSETS
from core.parsed_text.parsed_text import ParsedText

MODEL = ASSETS / "models" / "de_lesart" / "meta.json"
pytestmark = pytest.mark.skipif(not MODEL.exists(), reason="the German model is not there")
STORY = "Der Sieg war knapp. Die Halle war voll. Alle sangen. Das Licht ging aus. Bo Rasch lachte."


def parsed(text: str) -> ParsedText:
    nlp = load("de")
    article = plain_article(text, "-")
    doc = make_doc(nlp, article.text, article.blocks)
    for _, component in nlp.pipeline:
        doc = component(doc)
    found: ParsedText = doc._.parsed_text
    return found


def named(view: ParsedText, *names: tuple[str, Label]) -> list[Mention]:
    """Mentions of the first place of some words."""
    spans = [(view.text.index(words), words, label) for words, label in names]
    return [Mention(start, start + len(words), label, Form.NAME) for start, words, label in spans]


def words_of(view: ParsedText, mentions: list[Mention]) -> list[tuple[str, Label]]:
    return [(view.text[mention.start : mention.end], mention.label) for mention in mentions]


@pytest.mark.parametrize(
    ("text", "taken_for", "people"),
    [
        ("Die Anwältin Vera Rasch schwieg.", (), ["Vera Rasch"]),
        ("Die Anwältin Vera Rasch schwieg.", (("Vera Rasch", Label.ORG),), ["Vera Rasch"]),
        ("Dort stand der Stürmer Reto Sand.", (("Sand", Label.LOC),), ["Reto Sand"]),
        ("Ihr Mann Torben findet das gut.", (), ["Torben"]),
        ("Seine Tochter Mia, zwölf, hilft.", (), ["Mia"]),
        ("Der Mann Torben findet das gut.", (), []),
        ("Dort kocht Wirtin Zilli (71) seit Jahren.", (), ["Zilli"]),
        ("Die Stiftung Vera Rasch hilft.", (), []),
        ("Der Sponsor Kiel Nord zahlt.", (), []),
    ],
)
def test_who_has_an_office_or_a_relative_before_the_name_is_a_person(
    text: str, taken_for: tuple[tuple[str, Label], ...], people: list[str]
) -> None:
    view = parsed(f"Bericht vom Tage\n\n{text}\n")
    found = with_people_by_office(view, load_tables("de"), named(view, *taken_for))
    assert words_of(view, found) == [(words, Label.PER) for words in people]


@pytest.mark.parametrize(
    ("text", "name", "stays"),
    [
        (f"Der Däne jubelt spät\n\n{STORY}", "Däne", False),
        (f"Kugel-Bo wieder da\n\n{STORY}", "Kugel-Bo", False),
        (f"Zwei Tore von Rasch\n\n{STORY}", "Rasch", True),
        (f"Ein Tor von Sand\n\nTrainer Sand lachte. {STORY}", "Sand", True),
        (f"Wieder ein Tor\n\nDann kam Joker Bo Rasch. {STORY}", "Joker", False),
        ("Kugel-Bo wieder da\n", "Kugel-Bo", True),
    ],
)
def test_nouns_are_no_names_nor_what_only_a_headline_calls_somebody(
    text: str, name: str, stays: bool
) -> None:
    view = parsed(text)
    others = (("Bo Rasch", Label.PER),) if "Bo Rasch" in text else ()
    left = without_nouns_for_people(view, load_tables("de"), named(view, (name, Label.PER), *others))
    assert ((name, Label.PER) in words_of(view, left)) is stays


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Elke Rinn arbeitet als Pflegerin im Krankenhaus.", ("Pflegerin",)),
        ("Bo Rasch (44) war 20 Jahre lang Trainer in Kiel.", ("Trainer",)),
        ("Elke Rinn arbeitet lieber nicht als Pflegerin.", ()),
        ("Bo Rasch ist nun kein Trainer mehr.", ()),
        ("Bo Rasch ist eben ein Künstler.", ()),
    ],
)
def test_what_somebody_is_or_works_as_is_a_role(text: str, roles: tuple[str, ...]) -> None:
    found = analyze(plain_article(f"Bericht vom Tage\n\n{text}\n", "-"))
    (person,) = (actor for actor in found.actors if actor.kind is ActorKind.PERSON)
    assert person.roles == roles
