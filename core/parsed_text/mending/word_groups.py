"""Slips that the words right around them show: ages, offices, names beside nouns, participles.

A verb may get two subjects: "the mayor, Ada Lind, said".
"""

from core.lexicon.inflection import VerbForm
from core.lexicon.lexicon import Lexicon
from core.parsed_text.mending.tree import Tree
from core.parsed_text.relations import NOUN_SUBJECTS

_NOMINAL = ("NOUN", "PROPN")
_POSITIONS = frozenset(("back", "half", "forward", "keeper"))
"""Nouns for where somebody plays, behind a hyphen: "full-back"."""
_LONGEST_CHAIN, _LONGEST_COMPOUND = 8, 3
_WIDEST = 60
"""Tokens around an age or a position among which the rest of its sentence stands."""


def mend_word_groups(tree: Tree, lexicon: Lexicon) -> None:
    """Set right subjects that are appositions, ages, participles read as clauses, and passives read as adjectives."""
    for i, low in enumerate(tree.low):
        if low == "old" and i > 3 and tree.low[i - 1] == "-" and tree.low[i - 2] in ("year", "years"):
            _mend_age(tree, i)
        elif low.endswith("based") and _mend_based(tree, i):
            continue
        elif low == "be" and i > 3 and tree.low[i - 3 : i] == ["-", "to", "-"]:
            _mend_to_be(tree, i)
        elif low == "examined" and i > 1 and tree.low[i - 2 : i] == ["cross", "-"]:
            _mend_cross_examined(tree, i)
        elif tree.dep[i] == "ROOT" and low in ("asked", "questioned", "quizzed", "pressed"):
            _mend_lead_in(tree, i)
        elif low == "-" and i > 1 and _mend_position(tree, i + 1):
            continue
        elif tree.dep[i] in NOUN_SUBJECTS:
            _mend_subject(tree, i)
            if tree.dep[i] == "appos":
                _mend_seat(tree, i, lexicon)
        elif tree.dep[i] == "amod" and i > 1 and tree.low[i - 1] == "-":
            _mend_compound(tree, i)
        elif tree.dep[i] == "compound" and "," in tree.low[tree.head[i] + 1 : i]:
            tree.dep[i] = (
                "appos"  # "Lind's sister, the designer Ada Lind": no noun is one with what stands before.
            )
        elif tree.pos[i] == "PROPN" and tree.dep[i] in ("conj", "appos") and _mend_seat(tree, i, lexicon):
            continue
        elif tree.dep[i] == "appos" and tree.pos[i] == "PROPN":
            _mend_apposition(tree, i, lexicon)
        elif tree.dep[i] == "iobj":
            _mend_told(tree, i, lexicon)
        elif (
            low == "of"
            and i
            and tree.pos[i + 1 : i + 3] == ["NUM", "PROPN"]
            and "PER" in tree.entity[i + 2 : i + 3]
        ):
            _mend_parent(tree, i)
        elif tree.dep[i] == "ccomp" and low.endswith("ing"):
            _mend_participle(tree, i)
        elif tree.pos[i] == "ADJ" and any(
            "h" in form.verb.frames and VerbForm.PARTICIPLE in form.kinds
            for form in lexicon.cues.get(low, ())
        ):
            _mend_passive(tree, i)


def _mend_position(tree: Tree, noun: int) -> bool:
    """ "the Denby full-back": where somebody plays is the noun behind the name of a club, whatever the parser makes of
    its parts; false where there is no such phrase."""
    name = noun - 3
    if tree.low[noun : noun + 1] == [] or tree.low[noun] not in _POSITIONS or name < 1:
        return False
    if tree.pos[name] != "PROPN" or tree.pos[name - 1] not in ("DET", "PROPN"):
        return False
    inside = range(name, noun + 1)
    outer = [
        k for k in inside if tree.pos[k] != "PUNCT" and (tree.head[k] not in inside or tree.head[k] == k)
    ]
    top = next((k for k in outer if tree.dep[k] in NOUN_SUBJECTS), outer[0] if outer else noun)
    governor, relation = tree.head[top], tree.dep[top]
    if relation not in NOUN_SUBJECTS or (relation == "nsubj:pass" and governor == noun + 1):
        relation = "nsubj" if tree.pos[governor] == "VERB" and governor not in inside else relation
    for k in range(max(0, name - _WIDEST), min(len(tree.head), noun + _WIDEST)):
        if tree.head[k] in inside and k not in inside:
            tree.head[k] = noun
    tree.head[noun], tree.dep[noun] = (noun if governor == top else governor), relation
    tree.pos[noun] = "NOUN"
    for k in inside[:-1]:
        tree.head[k], tree.dep[k] = noun, "punct" if tree.low[k] == "-" else "compound"
    return True


def _mend_age(tree: Tree, old: int) -> None:
    """ "the 52-year-old": its article and figure belong to "old", or to the noun behind it."""
    parts = range(old - 4, old)
    owning = tree.low[old + 1 : old + 2] in (["'s"], ["’s"])
    if owning and tree.dep[old] == "amod" and tree.head[old] == tree.head[old + 1] > old:
        tree.dep[old], tree.head[old + 1] = "nmod:poss", old
    before_noun = tree.dep[old] in ("amod", "compound", "nmod:desc") and tree.head[old] > old
    if before_noun and _acts_behind_age(tree, old):
        _mend_aged_subject(tree, old)
        return
    noun = tree.head[old] if before_noun else old
    for i in range(max(0, old - 8), len(tree.low)):
        if i > old + 1:
            break
        if tree.head[i] in parts and i not in parts and i != noun:
            tree.head[i] = noun
    for i in parts:
        tree.head[i], tree.dep[i] = old, "punct" if tree.low[i] == "-" else "compound"
    if not before_noun:
        tree.pos[old] = "NOUN"
    article = old - 5
    if tree.dep[old] == "nmod:poss" and article >= 0 and tree.dep[article] == "det":
        tree.head[article] = old  # "the 52-year-old’s solicitor"


def _acts_behind_age(tree: Tree, old: int) -> bool:
    """Whether the verb of a sentence is read as an adjective behind an age: "the 44-year-old rejected claims"."""
    verb, noun = old + 1, tree.head[old]
    read = tree.dep[verb] == "amod" and tree.pos[verb] == "VERB" and tree.head[verb] == noun == verb + 1
    return read and tree.dep[noun] == "ROOT" and tree.low[verb].endswith("ed")


def _mend_aged_subject(tree: Tree, old: int) -> None:
    """Make such a verb the root, with the one of that age as its subject and the noun as its object."""
    verb, noun = old + 1, tree.head[old]
    near = range(max(0, old - _WIDEST), min(len(tree.low), old + _WIDEST))
    for i in near:
        if tree.head[i] == noun and (i < verb or tree.dep[i] in ("punct", "advcl")):
            tree.head[i] = old if old - 5 <= i < old else verb
    tree.dep[verb], tree.head[verb] = "ROOT", verb
    tree.dep[noun], tree.head[noun] = "obj", verb
    tree.dep[old], tree.head[old], tree.pos[old] = "nsubj", verb, "NOUN"
    for i in range(old - 4, old):
        tree.head[i], tree.dep[i] = old, "punct" if tree.low[i] == "-" else "compound"


def _mend_based(tree: Tree, based: int) -> bool:
    """ "the Denby, Ohio-based firm": the town and the state say where the firm is, and are not one with it; false
    where there is no such phrase."""
    noun = based + 1
    while tree.pos[noun + 1 : noun + 2] in (["NOUN"], ["PROPN"]) and noun < based + _LONGEST_COMPOUND:
        noun += 1
    article = based - 1
    while article > 0 and (tree.pos[article] == "PROPN" or tree.low[article] in (",", "-", ".")):
        article -= 1
    if (
        tree.pos[noun : noun + 1] != ["NOUN"]
        or tree.pos[article] != "DET"
        or "," not in tree.low[article:based]
    ):
        return False
    inside = range(article, noun + 1)
    first = next((k for k in inside if tree.head[k] not in inside or tree.head[k] == k), noun)
    if first != noun:
        tree.dep[noun], tree.head[noun] = tree.dep[first], tree.head[first]
        if tree.head[first] == first:
            tree.head[noun] = noun
        for k in range(len(tree.head)):
            if k not in inside and tree.head[k] in range(article, noun):
                tree.head[k] = noun
    for k in range(article, noun):
        tree.head[k] = noun if k in (article, based) or k > based else based
        tree.dep[k] = (
            "det" if k == article else "amod" if k == based else "punct" if tree.low[k] == "," else "compound"
        )
    return True


def _mend_compound(tree: Tree, participle: int) -> None:
    """ "the Ohio-based firm": one adjective, whatever the parser takes the place for."""
    before = participle - 2
    if tree.head[before] == participle or tree.head[before] == participle - 1:
        tree.head[before], tree.dep[before] = participle, "compound"
        tree.head[participle - 1], tree.dep[participle - 1] = participle, "punct"


def _mend_apposition(tree: Tree, name: int, lexicon: Lexicon) -> None:
    """ "A spokeswoman for the Elm Trust, Ada Lind, said": a person is one with the office, not with its body; "the
    baker and his wife, Ada Lind, said": with the noun right before the comma."""
    body = tree.head[name]
    last = name - 2
    if tree.low[name - 1] == "," and last > body and tree.dep[last] == "conj" and tree.head[last] == body:
        tree.head[name] = last
        return
    office = tree.head[body]
    if not (tree.dep[body] == "nmod" and office < body < name and tree.low[name - 1] == ","):
        return
    person = tree.entity[name] == "PER" if tree.entity else lexicon.gender_of_name(tree.low[name].title())
    role = lexicon.role(tree.low[office])
    if person and tree.pos[office] == "NOUN" and role is not None and role.kind == "role":
        tree.head[name] = office


def _mend_seat(tree: Tree, name: int, lexicon: Lexicon) -> bool:
    """ "Elm and Denby MP Ada Lind": the places are where somebody has an office, and nobody beside them; false where
    there is no such phrase."""
    office, place = name - 1, tree.head[name]
    known = (tree.low[office], tree.low[office].title(), tree.low[office].upper())
    if place >= office or tree.head[office] not in (name, place) or not any(map(lexicon.role, known)):
        return False
    second = office - 1
    named = tree.pos[place] == tree.pos[second] == "PROPN" and "and" in tree.low[place + 1 : second]
    if not named or any(tree.pos[k] not in ("PROPN", "PUNCT", "CCONJ") for k in range(place, office)):
        return False
    if any(tree.head[k] == place and tree.dep[k].startswith("flat") for k in range(place, second)):
        return False  # "Bo Berg and Denby mayor Ada Lind"
    governor, relation = tree.head[place], tree.dep[place]
    for k in range(max(0, place - _WIDEST), min(len(tree.head), name + _WIDEST)):
        if tree.head[k] == place and not place <= k < office:
            tree.head[k] = name
    tree.head[name], tree.dep[name] = (name if governor == place else governor), relation
    tree.head[office], tree.dep[office] = name, "nmod:desc"
    tree.head[place], tree.dep[place] = office, "compound"
    return True


def _mend_parent(tree: Tree, of: int) -> None:
    """ "father of two Ada Lind": the name is no part of what the number counts."""
    noun, number, name = of - 1, of + 1, of + 2
    if tree.head[name] == noun:
        tree.head[name], tree.dep[name] = tree.head[noun], tree.dep[noun]
        if tree.dep[name] == "ROOT":
            tree.head[name] = name
        tree.head[noun], tree.dep[noun] = name, "nmod:desc"
    tree.head[number], tree.dep[number] = noun, "nmod"
    tree.head[of], tree.dep[of] = number, "case"


def _mend_told(tree: Tree, told: int, lexicon: Lexicon) -> None:
    """ "told the court she had lost it": who is told belongs to the verb before, not to the clause that is said."""
    clause = tree.head[told]
    verb = tree.head[clause]
    if tree.dep[clause] == "ccomp" and verb < told < clause and tree.low[verb] in lexicon.cues:
        subject = any(
            tree.head[k] == clause and tree.dep[k] in NOUN_SUBJECTS for k in range(told + 1, clause)
        )
        if subject:
            tree.head[told] = verb


def _mend_cross_examined(tree: Tree, verb: int) -> None:
    """ "Cross-examined by a barrister, she said …": one verb, which leads up to the main one."""
    main = next((tree.head[k] for k in (verb - 2, verb) if tree.head[k] > verb), None)
    tree.head[verb - 2], tree.dep[verb - 2] = verb, "compound"
    tree.head[verb - 1], tree.dep[verb - 1] = verb, "punct"
    if main is not None:
        tree.head[verb], tree.dep[verb], tree.pos[verb] = main, "advcl", "VERB"


def _mend_to_be(tree: Tree, be: int) -> None:
    """ "mother-to-be Ada Lind": one noun, and in front of a name what is said of whom it names."""
    noun, name = be - 4, be + 1
    for i in range(be - 3, be + 1):
        tree.head[i], tree.dep[i] = noun, "punct" if tree.low[i] == "-" else "compound"
    if name < len(tree.low) and tree.pos[name] == "PROPN" and tree.head[name] == tree.head[noun]:
        tree.head[name], tree.dep[name] = tree.head[noun], tree.dep[noun]
        tree.head[noun], tree.dep[noun] = name, "nmod:desc"


def _mend_subject(tree: Tree, second: int) -> None:
    """A name right behind another subject of the same verb, a comma at most between them, is its apposition."""
    verb = tree.head[second]
    first = next(
        (
            k
            for k in range(second - 1, max(-1, second - 15), -1)
            if tree.head[k] == verb and tree.dep[k] in NOUN_SUBJECTS
        ),
        None,
    )
    if first is None or (first < verb) != (second < verb):
        return
    if tree.pos[first] not in _NOMINAL or tree.pos[second] not in _NOMINAL:
        return
    if all(tree.pos[i] == "PUNCT" or _hangs_on(tree, i, first, second) for i in range(first + 1, second)):
        tree.dep[second], tree.head[second] = "appos", first


def _hangs_on(tree: Tree, i: int, *tokens: int) -> bool:
    """Whether the chain of heads of a token leads to one of some tokens without leaving the words around them."""
    for _ in range(_LONGEST_CHAIN):
        if i in tokens:
            return True
        if tree.head[i] == i or not min(tokens) <= tree.head[i] <= max(tokens):
            return False
        i = tree.head[i]
    return False


def _mend_lead_in(tree: Tree, verb: int) -> None:
    """ "Asked if she would go, Ada Lind said …": the second verb is the main one."""
    own = [k for k in range(len(tree.low)) if tree.head[k] == verb and k != verb]
    main = next(
        (k for k in own if k > verb and tree.dep[k] in ("parataxis", "conj", "ccomp") and _acts(tree, k)),
        None,
    )
    if main is None or any(tree.dep[k] in (*NOUN_SUBJECTS, "aux") for k in own):
        return
    tree.head[main], tree.dep[main] = main, "ROOT"
    tree.head[verb], tree.dep[verb] = main, "advcl"


def _acts(tree: Tree, verb: int) -> bool:
    """Whether a verb has a subject of its own and no conjunction."""
    own = [tree.dep[k] for k in range(max(0, verb - 30), verb) if tree.head[k] == verb]
    return "nsubj" in own and "mark" not in own


def _mend_participle(tree: Tree, verb: int) -> None:
    """A form in -ing behind a comma, without a subject, is no clause that is said: ", adding that …"."""
    before = tree.low[verb - 1] if verb else ""
    if before == "," and not any(
        tree.head[k] == verb and tree.dep[k] in NOUN_SUBJECTS for k in range(max(0, verb - 10), verb)
    ):
        tree.dep[verb] = "advcl"


def _mend_passive(tree: Tree, word: int) -> None:
    """ "is understood to be …": a participle of saying behind "be" and before "to" is a verb."""
    be = next(
        (k for k in range(max(0, word - 3), word) if tree.head[k] == word and tree.dep[k] == "cop"), None
    )
    if be is not None and tree.low[word + 1 : word + 2] == ["to"]:
        tree.pos[word], tree.dep[be] = "VERB", "aux:pass"
