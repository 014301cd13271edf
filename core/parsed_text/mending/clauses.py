"""Hang each clause on the verb that introduces it, and each verb of saying on the one that it is joined to."""

from collections.abc import Mapping
from functools import cache

from core.lexicon.inflection import PrincipalParts, VerbForm, english_forms
from core.lexicon.lexicon import Lexicon, table_rows
from core.parsed_text.mending.tree import Tree
from core.parsed_text.relations import NOUN_SUBJECTS

_CLAUSAL = ("ccomp", "conj", "advcl", "parataxis", "acl:relcl", "acl")
_INSIDE_PHRASE = ("det", "amod", "compound", "nummod", "nmod:poss", "case", "advmod")
_ASKED = frozenset(("whether", "if", "how", "why", "what", "where", "when"))
_BEING = ("cop", "aux:pass")
_HAVE = frozenset(("have", "has", "had"))
_MARKS = frozenset("\"”’'»«“‘„")
_LONGEST_SUBJECT = 5
_FARTHEST = 20
"""Tokens between a participle and the verb of saying that it goes with."""
_PARTS_OF_SAYING = ("obl", "obl:tmod", "obl:unmarked", "obj", "dep", "dislocated", "advmod", "nmod")
"""What the parser makes of a noun that is said to be something."""


def mend_being(tree: Tree, verb: int) -> None:
    """ "Forty homes were without power, police said": what somebody is, with a subject and a copula of its own, is a
    clause that is said and no part of the saying."""
    for child in list(tree.children(verb)):
        if tree.dep[child] in _PARTS_OF_SAYING and child < verb:
            own = tree.dependents(child, *NOUN_SUBJECTS)
            if (
                own
                and tree.dependents(child, "cop")
                and any(k > child for k in tree.dependents(verb, "nsubj"))
            ):
                tree.dep[child] = "ccomp"


def mend_quoted(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "The agency quoted Lind as saying that …", "Lind was quoted as saying": what is said hangs on "saying", whose
    subject is who is quoted."""
    quoting = tree.head[verb]
    marked = any(tree.low[k] == "as" for k in tree.dependents(verb, "mark"))
    if not marked or not quoting < verb or not lexicon.has(tree.low[quoting], "quoting"):
        return
    tree.dep[verb] = "xcomp"
    for clause in tree.dependents(quoting, "ccomp"):
        tree.move(clause, verb, "ccomp")
    between = [k for k in tree.dependents(quoting, *NOUN_SUBJECTS, "iobj") if quoting < k < verb]
    if between:
        tree.dep[between[0]] = "obj"


def mend_hearsay(tree: Tree, verb: int) -> None:
    """ "is understood to have told friends": an infinitive right behind a passive of saying is no subject of it."""
    for said in tree.dependents(verb, "csubj", "advcl"):
        if (
            tree.low[verb + 1 : verb + 2] == ["to"]
            and tree.head[verb + 1] == said
            and tree.dependents(verb, "aux:pass")
        ):
            tree.dep[said] = "xcomp"


def mend_next_clause(tree: Tree, verb: int) -> None:
    """The clause whose subject comes right behind a verb of saying is what is said, wherever the parser hangs it:
    "…, but stressed they were not looking for anybody", and so is one with "that" there, or behind who says so in a
    passive: "after being told by the club that she was slow"."""
    agents = tree.dependents(verb, "obl:agent")
    if tree.dependents(verb, "ccomp", "xcomp", "obj", "iobj") or (
        tree.dependents(verb, "aux:pass") and not agents
    ):
        return
    that = (agents[-1] if agents else verb) + 1
    if (
        tree.low[that : that + 1] == ["that"]
        and tree.dep[that] == "mark"
        and tree.head[tree.head[that]] < verb
    ):
        tree.move(tree.head[that], verb, "ccomp")
        return
    if agents:
        return
    for subject in range(verb + 1, min(verb + 1 + _LONGEST_SUBJECT, len(tree.low))):
        clause = tree.head[subject]
        if tree.dep[subject] in NOUN_SUBJECTS and clause > subject:
            inside = all(tree.head[k] in range(verb + 1, subject + 1) for k in range(verb + 1, subject))
            loose = tree.dep[clause] in _CLAUSAL and tree.head[clause] < verb
            if inside and loose and not any(k < subject for k in tree.dependents(clause, "mark")):
                tree.move(clause, verb, "ccomp")
            return
        if tree.dep[subject] not in _INSIDE_PHRASE:
            return


def mend_second_clause(tree: Tree, verb: int) -> None:
    """ "said it was cold but that nobody had left": a second clause with "that" is joined to the first, not to the verb
    that introduces both."""
    first = tree.dependents(verb, "ccomp")
    for clause in tree.dependents(verb, "conj"):
        joining = tree.dependents(clause, "cc")
        that = joining[0] + 1 if joining else clause
        if first and first[0] < clause and tree.low[that] == "that" and tree.head[that] == clause:
            tree.move(clause, first[0], "conj")


def mend_day(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "told staff on Tuesday she was leaving": a day before the subject of what is said is when it was said."""
    for clause in tree.dependents(verb, "ccomp"):
        subjects = tree.dependents(clause, *NOUN_SUBJECTS)
        for day in tree.dependents(clause, "obl", "obl:unmarked"):
            if subjects and verb < day < subjects[0] and lexicon.has(tree.low[day].title(), "weekday"):
                tree.move(day, verb, tree.dep[day])
                if tree.low[day - 1] == "on":
                    tree.move(day - 1, day, "case")


def mend_question(tree: Tree, verb: int) -> None:
    """ "asked the board where it would be": a question behind who is asked hangs on the verb."""
    for told in tree.dependents(verb, "obj", "iobj"):
        for clause in tree.dependents(told, "acl:relcl", "acl"):
            opening = tree.low[told + 1] if told + 1 < clause else ""
            if opening in _ASKED and tree.low[verb].startswith(("ask", "question", "tell", "told")):
                tree.move(clause, verb, "ccomp")
    whether = verb + 1
    if tree.low[whether : whether + 1] == ["whether"] and not tree.dependents(verb, "ccomp", "aux:pass"):
        clause = tree.head[whether]
        if tree.dep[whether] == "mark" and clause > whether and tree.head[clause] < verb:
            tree.move(clause, verb, "ccomp")


def mend_joined(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "said prices were rising but cautioned that …", "said it was late and thanked them": a verb of saying joined to
    the first one's clause in a form that does not fit there, or behind a comma, belongs to who spoke."""
    if tree.dep[verb] != "conj" or tree.head[verb] > verb or tree.dependents(verb, *NOUN_SUBJECTS, "aux"):
        return
    inner = tree.clause_above(tree.head[verb])
    outer = tree.head[inner]
    if tree.dep[inner] != "ccomp" or outer > inner or tree.low[outer] not in lexicon.cues:
        return
    joining = tree.dependents(verb, "cc")
    apart = bool(joining) and tree.low[joining[0] - 1] in (",", '"', "”", "’")
    modal = any(lexicon.has(tree.low[k], "modal") for k in tree.dependents(inner, "aux"))
    past = VerbForm.PAST in verb_forms(lexicon, tree.low[verb])
    misfit = past and (modal or tree.low[inner].endswith("ing"))
    told = tree.dependents(verb, "ccomp", "obj", "iobj")
    being = (
        past and bool(told) and not tree.dependents(inner, "aux") and bool(tree.dependents(inner, *_BEING))
    )
    plain = not any(tree.low[k] in _HAVE for k in tree.dependents(inner, "aux")) and not tree.dependents(
        inner, *_BEING
    )
    if being or (misfit and plain) or ((told or tree.dependents(verb, "xcomp")) and (apart or misfit)):
        tree.move(verb, outer, "conj")


def mend_row(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "It apologised for the noise, blamed a pump and promised tea": of three verbs in a row, the first one has the
    subject and the others are joined to it, though the parser takes what comes before the second for what is said."""
    if tree.low[verb - 1 : verb] != [","] or tree.dependents(verb, *NOUN_SUBJECTS, "aux", "aux:pass", "cop"):
        return
    rest = [k for k in tree.dependents(verb, "conj") if tree.dependents(k, "cc")]
    told = tree.dependents(verb, "obj", "obl:unmarked")
    if not rest or not told or VerbForm.PAST not in verb_forms(lexicon, tree.low[verb]):
        return
    for first in tree.dependents(verb, "ccomp"):
        subjects = [k for k in tree.dependents(first, *NOUN_SUBJECTS) if k < first]
        opening = subjects[0] - 1 if subjects else first
        if not subjects or first > verb or tree.dependents(first, "aux", "aux:pass", "cop", "mark"):
            continue
        if VerbForm.PAST not in verb_forms(lexicon, tree.low[first]) or tree.low[opening] in _MARKS:
            continue
        governor, relation = tree.head[verb], tree.dep[verb]
        tree.move(first, first if governor == verb else governor, relation)
        tree.move(verb, first, "conj")
        tree.dep[told[0]] = "obj"
        return


def verb_forms(lexicon: Lexicon, low: str) -> frozenset[VerbForm]:
    """What form of a verb of saying, or of an act whose subject is always somebody, a word is; empty for others."""
    acts = _acts(lexicon.language).get(low, frozenset())
    return acts.union(*(form.kinds for form in lexicon.cues.get(low, ())))


@cache
def _acts(language: str) -> Mapping[str, frozenset[VerbForm]]:
    found: dict[str, frozenset[VerbForm]] = {}
    for lemma, _, present, past, participle, _, flags in table_rows(language, "speech_acts"):
        if "a" in flags:
            cells = (None if cell == "-" else cell for cell in (present, past, participle))
            for form, kinds in english_forms(PrincipalParts(lemma, *cells)).items():
                found[form] = found.get(form, frozenset()) | frozenset(kinds)
    return found


def mend_adding(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "“…,” said Ada Lind, adding that …": a participle behind who speaks goes with the verb there, and with none in
    the marks."""
    if (
        not tree.low[verb].endswith("ing")
        or tree.low[verb - 1 : verb] != [","]
        or tree.dependents(verb, *NOUN_SUBJECTS)
    ):
        return
    for said in range(verb - 2, max(-1, verb - _FARTHEST), -1):
        if tree.low[said] in _MARKS or tree.low[said] in (".", ";", ":"):
            return
        speaks = tree.pos[said] == "VERB" and any(
            "q" in form.verb.frames for form in lexicon.cues.get(tree.low[said], ())
        )
        if speaks and any(said < k < verb for k in tree.dependents(said, *NOUN_SUBJECTS)):
            if tree.head[verb] < said:
                tree.move(verb, said, "advcl")
            return


def mend_second_that(tree: Tree, verb: int) -> None:
    """ "and that foremen told them": "that" before another subject opens the clause, which is joined to that before."""
    subjects = tree.dependents(verb, *NOUN_SUBJECTS)
    if not subjects or subjects[-1] > verb:
        return
    plural = [k for k in tree.dependents(subjects[0], "det") if tree.low[subjects[0]].endswith("s")]
    opening = subjects[0] if len(subjects) > 1 else plural[0] if plural else verb
    if tree.low[opening] != "that" or tree.low[opening - 1 : opening] not in (["and"], ["but"]):
        return
    tree.move(opening, verb, "mark")
    said = tree.head[verb]
    first = [k for k in tree.dependents(said, "ccomp") if said < k < opening]
    if tree.dep[verb] == "conj" and first:
        tree.move(verb, first[-1], "conj")


def mend_in_marks(tree: Tree, verb: int) -> None:
    """ "“She told me she had seen it,” said Lind": the clause behind a verb in the marks is what is said there, and not
    by the verb behind them."""
    outer = tree.head[verb]
    if tree.dep[verb] != "ccomp" or outer < verb or tree.dependents(verb, "ccomp", "xcomp"):
        return
    for clause in tree.dependents(outer, "ccomp"):
        if not verb < clause < outer or tree.dependents(clause, "cc"):
            continue
        subjects = tree.dependents(clause, *NOUN_SUBJECTS)
        between = range(verb + 1, subjects[0]) if subjects else ()
        if (
            subjects
            and subjects[0] > verb
            and all(tree.head[k] in (verb, clause, subjects[0]) for k in between)
        ):
            if "," not in tree.low[verb:clause]:
                tree.move(clause, verb, "ccomp")
            return
