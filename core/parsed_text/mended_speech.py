"""Slips of the parser around verbs of saying, set right before the rules read the tree.

Reports put a subject and a verb of saying beside a clause that has both as well, in any order and mostly without
"that": the parser, which chooses a head for each word by itself, gives subjects to the wrong one of the two verbs.
"""

from collections.abc import Mapping
from functools import cache

from core.lexicon.inflection import PrincipalParts, VerbForm, english_forms
from core.lexicon.lexicon import Lexicon, table_rows
from core.parsed_text.mended_asides import (
    mend_adding,
    mend_hearsay,
    mend_in_marks,
    mend_led_up_to,
    mend_parenthesis,
    mend_quoted,
    mend_smiling,
    mend_that,
)
from core.parsed_text.mended_inserts import mend_inserted
from core.parsed_text.mended_trees import Tree
from core.parsed_text.tree_moves import SUBJECTS, clause_above, move, of, within

_NOMINAL = ("NOUN", "PROPN")
_CLAUSAL = ("ccomp", "conj", "advcl", "parataxis", "acl:relcl", "acl")
_INSIDE_PHRASE = ("det", "amod", "compound", "nummod", "nmod:poss", "case", "advmod")
_NEVER = ("aux", "aux:pass", "amod", "compound", "case", "mark")
_ASKED = frozenset(("whether", "if", "how", "why", "what", "where", "when"))
_NOT = frozenset(("not", "n't", "n’t", "never"))
_BEING = ("cop", "aux:pass")
_MARKS = ('"', "”", "’", "'")
_LOOSE = ("parataxis", "appos", "dep", "obl", "obj", "vocative", "discourse")
_LONGEST_SUBJECT = 5
_EVER = frozenset(("never", "always", "often", "rarely", "seldom", "hardly", "still"))
_HAVE = frozenset(("have", "has", "had"))


def mend_speech(tree: Tree, lexicon: Lexicon) -> None:
    """Give verbs of saying, and the clauses they introduce, each their own subject."""
    own: dict[int, list[int]] = {}
    for i, head in enumerate(tree.head):
        if head != i:
            own.setdefault(head, []).append(i)
    for verb, low in enumerate(tree.low):
        if low == "according" and tree.dep[verb] == "mark":
            _mend_according(tree, verb, own)
        if tree.pos[verb] not in ("VERB", "AUX") or tree.dep[verb] in _NEVER:
            continue
        forms = lexicon.cues.get(low, ())
        _mend_around(tree, verb, own, lexicon, frozenset().union(*(form.verb.frames for form in forms)))
        if tree.dep[verb] == "conj" and _kinds(lexicon, low):
            _mend_told(tree, verb, own, lexicon)
            _mend_joined(tree, verb, own, lexicon)


def _mend_around(
    tree: Tree, verb: int, own: dict[int, list[int]], lexicon: Lexicon, frames: frozenset[str]
) -> None:
    """Set right what is around a verb of saying that is used in some frames."""
    if "c" in frames or "a" in frames:
        _mend_rank(tree, verb, own, lexicon)
    if "a" in frames:
        _mend_urged(tree, verb, own)
    if "c" in frames:
        _mend_perfect(tree, verb, own)
        mend_quoted(tree, verb, own, lexicon)
        mend_led_up_to(tree, verb, own, lexicon)
        mend_parenthesis(tree, verb, own, lexicon)
        _mend_relative(tree, verb, own, lexicon)
        _mend_main(tree, verb, own)
        _mend_rivals(tree, verb, own)
        if "l" in frames:
            _mend_addressed(tree, verb, own)
        _mend_missing(tree, verb, own)
        if "q" in frames:
            _mend_object(tree, verb, own)
        _mend_next_clause(tree, verb, own)
        _mend_second_clause(tree, verb, own)
        _mend_day(tree, verb, own, lexicon)
        mend_adding(tree, verb, own, lexicon)
        mend_that(tree, verb, own)
        mend_in_marks(tree, verb, own)
        mend_smiling(tree, verb, own)
        mend_inserted(tree, verb, own, lexicon, frames)
    if "h" in frames:
        mend_hearsay(tree, verb, own)
    if "i" in frames:
        _mend_question(tree, verb, own)


def _mend_rank(tree: Tree, verb: int, own: dict[int, list[int]], lexicon: Lexicon) -> None:
    """ "Det Con Ada Lind said …": a rank taken for a preposition makes no adverbial of the subject."""
    if of(tree, own, verb, *SUBJECTS):
        return
    for noun in of(tree, own, verb, "obl"):
        cases = [
            k for k in of(tree, own, noun, "case") if k + 1 == noun and lexicon.role(tree.low[k].title())
        ]
        if noun < verb and cases and not lexicon.has(tree.low[cases[0]], "preposition"):
            tree.dep[noun], tree.dep[cases[0]] = "nsubj", "nmod:desc"
            return


def _mend_urged(tree: Tree, verb: int, own: dict[int, list[int]]) -> None:
    """ "urged Ms Lind to go": of two subjects, the one between the verb and an infinitive is who shall act."""
    subjects = of(tree, own, verb, *SUBJECTS)
    _mend_asked(tree, verb, own)
    if len(subjects) < 2 or not subjects[0] < verb < subjects[-1]:
        return
    for clause in of(tree, own, verb, "xcomp", "advcl", "ccomp"):
        if clause > subjects[-1] and any(tree.low[k] == "to" for k in of(tree, own, clause, "mark")):
            tree.dep[subjects[-1]] = "obj"
            tree.dep[clause] = "xcomp"


def _mend_asked(tree: Tree, verb: int, own: dict[int, list[int]]) -> None:
    """ "Lind, who proposed it, asked a colleague to go": who stands between the verb and an infinitive is asked, and
    the infinitive is what for, whatever clause before the verb they are hung on."""
    to = next(
        (k for k in range(verb + 2, min(verb + _LONGEST_SUBJECT + 2, len(tree.low))) if tree.low[k] == "to"),
        0,
    )
    between = range(verb + 1, to)
    heads = [k for k in between if tree.head[k] not in between]
    if not to or tree.dep[to] != "mark" or len(heads) != 1 or tree.pos[heads[0]] not in (*_NOMINAL, "PRON"):
        return
    clause = tree.head[to]
    if clause > to and tree.head[clause] < verb and tree.head[clause] != clause:
        move(tree, own, clause, verb, "xcomp")
        if tree.head[heads[0]] != verb:
            move(tree, own, heads[0], verb, "obj")


def _mend_perfect(tree: Tree, verb: int, own: dict[int, list[int]]) -> None:
    """ "said Lind had once boasted that …": "have" with an adverb behind it is no verb of its own, nor is who stands
    before it an object."""
    have = verb - 1
    while have > 0 and tree.pos[have] == "ADV":
        have -= 1
    joined = tree.head[verb] == have or (tree.dep[have] == "ccomp" and tree.head[verb] == tree.head[have])
    if tree.low[have] in _HAVE and joined and not of(tree, own, verb, "aux", *SUBJECTS):
        relation, governor = tree.dep[have], tree.head[have]
        move(tree, own, verb, verb if governor == have else governor, relation)
        move(tree, own, have, verb, "aux")
    if tree.low[have] in _HAVE and tree.head[have] == verb:
        for child in list(own.get(have, ())):
            move(tree, own, child, verb, tree.dep[child])
    told = [k for k in of(tree, own, verb, "obj") if k < verb and tree.pos[k] in _NOMINAL]
    if told and have > told[-1] and tree.head[have] == verb and not of(tree, own, verb, *SUBJECTS):
        tree.dep[told[-1]] = "nsubj"


def _mend_relative(tree: Tree, verb: int, own: dict[int, list[int]], lexicon: Lexicon) -> None:
    """ "sent a bill by the bank, which says it needs the money": what speaks is the body right before the comma."""
    which = next((k for k in of(tree, own, verb, "nsubj") if tree.low[k] == "which"), 0)
    if which < 2 or tree.low[which - 1] != "," or not tree.dep[verb].endswith("relcl"):
        return
    noun, taken = which - 2, tree.head[verb]
    while tree.dep[noun] in ("flat", "flat:name") and tree.head[noun] < noun:
        noun = tree.head[noun]
    body = lexicon.is_body(tree.low[noun])
    named = tree.pos[noun] == "PROPN" and not lexicon.has(tree.low[noun], "month", "weekday")
    loose = tree.dep[verb] == "advcl:relcl" or tree.pos[taken] not in _NOMINAL
    told = tree.pos[taken] == "PROPN" or lexicon.is_body(tree.low[taken])
    if noun != taken and (body or (named and not loose)) and not (told and not loose):
        move(tree, own, verb, noun, "acl:relcl")


def _mend_main(tree: Tree, verb: int, own: dict[int, list[int]]) -> None:
    """ "The head of the museum added visitors had been kept outside": a verb of saying taken for a participle of the
    noun before it, and what is said for the main clause."""
    told = of(tree, own, verb, "obj")
    if tree.dep[verb] != "acl" or tree.low[verb].endswith("ing") or not told:
        return
    behind = told[-1] + 1
    clause = tree.head[behind] if behind < len(tree.low) and tree.pos[behind] == "AUX" else verb
    subjects = [k for k in of(tree, own, clause, *SUBJECTS) if k < verb]
    if clause <= behind or not subjects or tree.head[verb] not in range(subjects[0], verb):
        return
    relation, governor = tree.dep[clause], tree.head[clause]
    move(tree, own, verb, verb if governor == clause else governor, relation)
    move(tree, own, subjects[0], verb, "nsubj")
    move(tree, own, told[-1], clause, "nsubj")
    move(tree, own, clause, verb, "ccomp")


def _mend_rivals(tree: Tree, verb: int, own: dict[int, list[int]]) -> None:
    """Two subjects of one verb: one of them is that of the clause that lies between or follows."""
    subjects = of(tree, own, verb, *SUBJECTS)
    if len(subjects) < 2:
        return
    first, last = subjects[0], subjects[-1]
    for clause in of(tree, own, verb, "ccomp"):
        if first < verb < last < clause and not of(tree, own, clause, *SUBJECTS):
            move(tree, own, last, clause, "nsubj")
        elif first < clause < last and first < verb:
            alone = of(tree, own, clause, *SUBJECTS)
            move(tree, own, first, verb if alone else clause, "dep" if alone else "nsubj")


def _mend_addressed(tree: Tree, verb: int, own: dict[int, list[int]]) -> None:
    """ "“…,” Senator Ada Lind, D-Ohio, told the manager, Jon Hale": who is told is not who tells, where a name before
    the verb hangs on nothing there."""
    subjects = of(tree, own, verb, *SUBJECTS)
    for told in of(tree, own, verb, "obj", "iobj"):
        # "told friends he would go": who needs no article is told, and not told of.
        said = [k for k in of(tree, own, told, "acl:relcl") if tree.head[told + 1] == k]
        if said and told == verb + 1 and tree.low[told].endswith("s") and tree.pos[told + 1] == "PRON":
            move(tree, own, said[0], verb, "ccomp")
    if len(subjects) != 1 or subjects[0] < verb or of(tree, own, verb, "obj", "iobj"):
        return
    opens = next((k + 1 for k in range(verb - 1, -1, -1) if tree.low[k] in _MARKS), 0)
    names = [k for k in range(opens, verb) if tree.pos[k] == "PROPN" and not opens <= tree.head[k] < verb]
    if opens and len(names) == 1 and tree.dep[names[0]] in _LOOSE:
        move(tree, own, names[0], verb, "nsubj")
        tree.dep[subjects[0]] = "obj"


def _mend_missing(tree: Tree, verb: int, own: dict[int, list[int]]) -> None:
    """A verb without a subject beside a clause with two, or whose subject stands on the verb's other side."""
    if of(tree, own, verb, *SUBJECTS, "aux:pass"):
        return
    for clause in of(tree, own, verb, "ccomp"):
        subjects = of(tree, own, clause, *SUBJECTS)
        between = [k for k in subjects if clause < k < verb] if clause < verb else []
        ahead = [k for k in subjects if k < verb] if verb < clause else []
        if between and len(subjects) > len(between):
            move(tree, own, between[-1], verb, "nsubj")
        elif ahead and (len(subjects) > len(ahead) or of(tree, own, clause, "expl")):
            move(tree, own, ahead[0], verb, "nsubj")


def _mend_object(tree: Tree, verb: int, own: dict[int, list[int]]) -> None:
    """ "admitted the roof leaked": an object with a finite verb right behind it is that verb's subject."""
    for clause in of(tree, own, verb, "xcomp", "ccomp"):
        told = [k for k in of(tree, own, verb, "obj", "iobj") if verb < k < clause]
        if not told or of(tree, own, clause, "mark", *SUBJECTS):
            continue
        between = [k for k in range(told[0] + 1, clause) if not _is_under(tree, k, told[0])]
        auxiliary = bool(between) and all(
            tree.pos[k] in ("AUX", "ADV") or tree.low[k] in _NOT for k in between
        )
        auxiliary = auxiliary and any(tree.pos[k] == "AUX" for k in between)
        past = all(tree.pos[k] == "ADV" for k in between) and tree.pos[clause] == "VERB"
        past = past and (tree.low[clause].endswith("ed") or any(tree.low[k] in _EVER for k in between))
        if not (auxiliary or past):
            continue
        move(tree, own, told[0], clause, "nsubj")
        tree.dep[clause] = "ccomp"
        for k in between:
            move(tree, own, k, clause, tree.dep[k])


def _is_under(tree: Tree, i: int, noun: int) -> bool:
    """Whether a token hangs on a noun, however far below: "a third of his guests"."""
    for _ in range(_LONGEST_SUBJECT):
        if tree.head[i] == noun:
            return True
        i = tree.head[i]
    return False


def _mend_according(tree: Tree, according: int, own: dict[int, list[int]]) -> None:
    """ "according to papers seen by the bank": a participle that the parser reads as a clause says more of the noun."""
    verb = tree.head[according]
    nouns = [k for k in of(tree, own, verb, *SUBJECTS) if according < k < verb]
    if nouns and tree.pos[verb] == "VERB" and not of(tree, own, verb, "aux", "aux:pass", "cop"):
        move(tree, own, nouns[0], tree.head[verb], "obl")
        move(tree, own, verb, nouns[0], "acl")
        move(tree, own, according, nouns[0], "case")


def _mend_next_clause(tree: Tree, verb: int, own: dict[int, list[int]]) -> None:
    """The clause whose subject comes right behind a verb of saying is what is said, wherever the parser hangs it:
    "…, but stressed they were not looking for anybody", and so is one with "that" there, or behind who says so in a
    passive: "after being told by the club that she was slow"."""
    agents = of(tree, own, verb, "obl:agent")
    if of(tree, own, verb, "ccomp", "xcomp", "obj", "iobj") or (
        of(tree, own, verb, "aux:pass") and not agents
    ):
        return
    that = (agents[-1] if agents else verb) + 1
    if (
        tree.low[that : that + 1] == ["that"]
        and tree.dep[that] == "mark"
        and tree.head[tree.head[that]] < verb
    ):
        move(tree, own, tree.head[that], verb, "ccomp")
        return
    if agents:
        return
    for subject in range(verb + 1, min(verb + 1 + _LONGEST_SUBJECT, len(tree.low))):
        clause = tree.head[subject]
        if tree.dep[subject] in SUBJECTS and clause > subject:
            inside = all(tree.head[k] in range(verb + 1, subject + 1) for k in range(verb + 1, subject))
            loose = tree.dep[clause] in _CLAUSAL and tree.head[clause] < verb
            if inside and loose and not any(k < subject for k in of(tree, own, clause, "mark")):
                move(tree, own, clause, verb, "ccomp")
            return
        if tree.dep[subject] not in _INSIDE_PHRASE:
            return


def _mend_second_clause(tree: Tree, verb: int, own: dict[int, list[int]]) -> None:
    """ "said it was cold but that nobody had left": a second clause with "that" is joined to the first, not to the verb
    that introduces both."""
    first = of(tree, own, verb, "ccomp")
    for clause in of(tree, own, verb, "conj"):
        joining = of(tree, own, clause, "cc")
        that = joining[0] + 1 if joining else clause
        if first and first[0] < clause and tree.low[that] == "that" and tree.head[that] == clause:
            move(tree, own, clause, first[0], "conj")


def _mend_day(tree: Tree, verb: int, own: dict[int, list[int]], lexicon: Lexicon) -> None:
    """ "told staff on Tuesday she was leaving": a day before the subject of what is said is when it was said."""
    for clause in of(tree, own, verb, "ccomp"):
        subjects = of(tree, own, clause, *SUBJECTS)
        for day in of(tree, own, clause, "obl", "obl:unmarked"):
            if subjects and verb < day < subjects[0] and lexicon.has(tree.low[day].title(), "weekday"):
                move(tree, own, day, verb, tree.dep[day])
                if tree.low[day - 1] == "on":
                    move(tree, own, day - 1, day, "case")


def _mend_told(tree: Tree, verb: int, own: dict[int, list[int]], lexicon: Lexicon) -> None:
    """ "He fined her and thanked Ada Lind for coming": who stands behind a joined verb with more behind it is told."""
    subjects = of(tree, own, verb, *SUBJECTS)
    joined = of(tree, own, verb, "cc")
    if len(subjects) != 1 or subjects[0] < verb or not joined or joined[-1] > verb:
        return
    if lexicon.has(tree.low[subjects[0]], "subject_pronoun") or of(tree, own, verb, "obj", "aux"):
        return
    last = max([subjects[0], *(k for k in own.get(subjects[0], ()))])
    between = all(within(tree, k, subjects[0]) for k in range(verb + 1, subjects[0]))
    if between and tree.pos[last + 1 : last + 2] not in ([], ["PUNCT"]):
        tree.dep[subjects[0]] = "obj"


def _mend_joined(tree: Tree, verb: int, own: dict[int, list[int]], lexicon: Lexicon) -> None:
    """ "said prices were rising but cautioned that …", "said it was late and thanked them": a verb of saying joined to
    the first one's clause in a form that does not fit there, or behind a comma, belongs to who spoke."""
    if tree.dep[verb] != "conj" or tree.head[verb] > verb or of(tree, own, verb, *SUBJECTS, "aux"):
        return
    inner = clause_above(tree, tree.head[verb])
    outer = tree.head[inner]
    if tree.dep[inner] != "ccomp" or outer > inner or tree.low[outer] not in lexicon.cues:
        return
    joining = of(tree, own, verb, "cc")
    apart = bool(joining) and tree.low[joining[0] - 1] in (",", '"', "”", "’")
    modal = any(lexicon.has(tree.low[k], "modal") for k in of(tree, own, inner, "aux"))
    past = VerbForm.PAST in _kinds(lexicon, tree.low[verb])
    misfit = past and (modal or tree.low[inner].endswith("ing"))
    told = of(tree, own, verb, "ccomp", "obj", "iobj")
    being = past and bool(told) and not of(tree, own, inner, "aux") and bool(of(tree, own, inner, *_BEING))
    plain = not any(tree.low[k] in _HAVE for k in of(tree, own, inner, "aux")) and not of(
        tree, own, inner, *_BEING
    )
    if being or (misfit and plain) or ((told or of(tree, own, verb, "xcomp")) and (apart or misfit)):
        move(tree, own, verb, outer, "conj")


def _kinds(lexicon: Lexicon, low: str) -> frozenset[VerbForm]:
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


def _mend_question(tree: Tree, verb: int, own: dict[int, list[int]]) -> None:
    """ "asked the board where it would be": a question behind who is asked hangs on the verb."""
    for told in of(tree, own, verb, "obj", "iobj"):
        for clause in of(tree, own, told, "acl:relcl", "acl"):
            opening = tree.low[told + 1] if told + 1 < clause else ""
            if opening in _ASKED and tree.low[verb].startswith(("ask", "question", "tell", "told")):
                move(tree, own, clause, verb, "ccomp")
    whether = verb + 1
    if tree.low[whether : whether + 1] == ["whether"] and not of(tree, own, verb, "ccomp", "aux:pass"):
        clause = tree.head[whether]
        if tree.dep[whether] == "mark" and clause > whether and tree.head[clause] < verb:
            move(tree, own, clause, verb, "ccomp")
