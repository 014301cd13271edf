"""Slips of the parser around verbs of saying whose clause is itself passed on, led up to, or put into another."""

from core.lexicon.lexicon import Lexicon
from core.parsed_text.mended_trees import Tree
from core.parsed_text.tree_moves import SUBJECTS, move, of, within

_MARKS = frozenset("\"”’'»«“‘„")
_LONGEST_SUBJECT, _LONGEST_LEAD = 5, 16
_FARTHEST = 20
_LEADING = frozenset(("after", "before", "when", "as", "since", "because"))
"""What opens a clause that says what led up to something."""


def mend_quoted(tree: Tree, verb: int, own: dict[int, list[int]], lexicon: Lexicon) -> None:
    """ "The agency quoted Lind as saying that …", "Lind was quoted as saying": what is said hangs on "saying", whose
    subject is who is quoted."""
    quoting = tree.head[verb]
    marked = any(tree.low[k] == "as" for k in of(tree, own, verb, "mark"))
    if not marked or not quoting < verb or not lexicon.has(tree.low[quoting], "quoting"):
        return
    tree.dep[verb] = "xcomp"
    for clause in of(tree, own, quoting, "ccomp"):
        move(tree, own, clause, verb, "ccomp")
    between = [k for k in of(tree, own, quoting, *SUBJECTS, "iobj") if quoting < k < verb]
    if between:
        tree.dep[between[0]] = "obj"


def mend_hearsay(tree: Tree, verb: int, own: dict[int, list[int]]) -> None:
    """ "is understood to have told friends": an infinitive right behind a passive of saying is no subject of it."""
    for said in of(tree, own, verb, "csubj", "advcl"):
        if (
            tree.low[verb + 1 : verb + 2] == ["to"]
            and tree.head[verb + 1] == said
            and of(tree, own, verb, "aux:pass")
        ):
            tree.dep[said] = "xcomp"


def mend_led_up_to(tree: Tree, verb: int, own: dict[int, list[int]], lexicon: Lexicon) -> None:
    """ "The row began after a report, published on Monday, found that …": what speaks is the text before the participle
    between commas, whose verb the parser takes for that of the main clause."""
    if tree.low[verb - 1 : verb] != [","]:
        return
    texts = [
        k
        for k in range(max(0, verb - _LONGEST_LEAD), verb)
        if lexicon.has(tree.low[k], "text") and tree.dep[k] == "obl" and tree.head[k] < k
    ]
    for text in texts:
        led, opening = tree.head[text], [k for k in of(tree, own, text, "case") if tree.low[k] in _LEADING]
        told = [k for k in range(text, verb) if tree.dep[k].startswith("acl") and tree.low[k - 1] == ","]
        subjects = of(tree, own, led, *SUBJECTS) or of(tree, own, verb, *SUBJECTS)
        if led == verb or not opening or not told or not subjects or "," in tree.low[subjects[0] : text]:
            continue
        if tree.dep[led] != "ROOT":
            governor = tree.head[verb]
            move(tree, own, led, led if governor == verb else governor, tree.dep[verb])
        move(tree, own, subjects[0], led, "nsubj")
        move(tree, own, verb, led, "advcl")
        move(tree, own, text, verb, "nsubj")
        move(tree, own, opening[0], verb, "mark")
        return


def mend_parenthesis(tree: Tree, verb: int, own: dict[int, list[int]], lexicon: Lexicon) -> None:
    """ "The last survey, the board confirmed, took place": who stands between commas with a verb of saying, taken for
    one with the noun before it and the verb for its participle."""
    noun = tree.head[verb]
    who = next(
        (k for k in range(verb - 1, max(0, verb - _LONGEST_SUBJECT), -1) if tree.dep[k] == "appos"), None
    )
    if who is None or not tree.dep[verb].startswith("acl") or of(tree, own, verb, *SUBJECTS):
        return
    first = min([who, *(k for k in own.get(who, ()) if tree.pos[k] != "PUNCT")])
    noun = tree.head[who] if noun == who else noun
    if tree.low[first - 1] != "," or tree.head[who] not in (noun, first - 2) or _is_passive(tree, own, verb):
        return
    names = (tree.low[who], tree.low[who].removesuffix("s"))
    speaks = any(lexicon.is_body(name) or lexicon.role(name) is not None for name in names)
    behind = verb + 2 if tree.dep[verb + 1 : verb + 2] == ["compound:prt"] else verb + 1
    closes = tree.low[behind : behind + 1] == [","]
    closes = closes or (speaks and _closes(tree, own, verb))
    words = (k for k in range(first, verb) if tree.pos[k] != "PUNCT")
    if closes and all(k == who or within(tree, k, who) for k in words):
        move(tree, own, who, verb, "nsubj")


def _is_passive(tree: Tree, own: dict[int, list[int]], verb: int) -> bool:
    """Whether an agent or an auxiliary shows that a verb is in the passive."""
    cases = [
        case for child in of(tree, own, verb, "obl", "obl:agent") for case in of(tree, own, child, "case")
    ]
    return bool(of(tree, own, verb, "aux:pass")) or any(tree.low[case] == "by" for case in cases)


def _closes(tree: Tree, own: dict[int, list[int]], verb: int) -> bool:
    """Whether a comma comes behind a verb and what hangs on it."""
    last = max([verb, *(k for child in own.get(verb, ()) for k in (child, *own.get(child, ())) if k > verb)])
    return tree.low[last : last + 1] == [","] or tree.low[last + 1 : last + 2] == [","]


def mend_adding(tree: Tree, verb: int, own: dict[int, list[int]], lexicon: Lexicon) -> None:
    """ "“…,” said Ada Lind, adding that …": a participle behind who speaks goes with the verb there, and with none in
    the marks."""
    if (
        not tree.low[verb].endswith("ing")
        or tree.low[verb - 1 : verb] != [","]
        or of(tree, own, verb, *SUBJECTS)
    ):
        return
    for said in range(verb - 2, max(-1, verb - _FARTHEST), -1):
        if tree.low[said] in _MARKS or tree.low[said] in (".", ";", ":"):
            return
        speaks = tree.pos[said] == "VERB" and any(
            "q" in form.verb.frames for form in lexicon.cues.get(tree.low[said], ())
        )
        if speaks and any(said < k < verb for k in of(tree, own, said, *SUBJECTS)):
            if tree.head[verb] < said:
                move(tree, own, verb, said, "advcl")
            return


def mend_that(tree: Tree, verb: int, own: dict[int, list[int]]) -> None:
    """ "and that foremen told them": "that" before another subject opens the clause, which is joined to that before."""
    subjects = of(tree, own, verb, *SUBJECTS)
    if not subjects or subjects[-1] > verb:
        return
    plural = [k for k in of(tree, own, subjects[0], "det") if tree.low[subjects[0]].endswith("s")]
    opening = subjects[0] if len(subjects) > 1 else plural[0] if plural else verb
    if tree.low[opening] != "that" or tree.low[opening - 1 : opening] not in (["and"], ["but"]):
        return
    move(tree, own, opening, verb, "mark")
    said = tree.head[verb]
    first = [k for k in of(tree, own, said, "ccomp") if said < k < opening]
    if tree.dep[verb] == "conj" and first:
        move(tree, own, verb, first[-1], "conj")


def mend_smiling(tree: Tree, verb: int, own: dict[int, list[int]]) -> None:
    """ "“…,” said the keeper, laughing": who stands between the verb and a comma speaks, and what he does besides is
    not what is said."""
    if of(tree, own, verb, *SUBJECTS) or not tree.low[verb - 1 : verb] or tree.low[verb - 1] not in _MARKS:
        return
    for clause in of(tree, own, verb, "ccomp"):
        subjects = [k for k in of(tree, own, clause, *SUBJECTS) if verb < k < clause]
        if (
            subjects
            and tree.low[clause].endswith("ing")
            and tree.low[clause - 1] == ","
            and not of(tree, own, clause, "aux")
        ):
            move(tree, own, subjects[0], verb, "nsubj")
            tree.dep[clause] = "advcl"
            return


def mend_in_marks(tree: Tree, verb: int, own: dict[int, list[int]]) -> None:
    """ "“She told me she had seen it,” said Lind": the clause behind a verb in the marks is what is said there, and not
    by the verb behind them."""
    outer = tree.head[verb]
    if tree.dep[verb] != "ccomp" or outer < verb or of(tree, own, verb, "ccomp", "xcomp"):
        return
    for clause in of(tree, own, outer, "ccomp"):
        if not verb < clause < outer or of(tree, own, clause, "cc"):
            continue
        subjects = of(tree, own, clause, *SUBJECTS)
        between = range(verb + 1, subjects[0]) if subjects else ()
        if (
            subjects
            and subjects[0] > verb
            and all(tree.head[k] in (verb, clause, subjects[0]) for k in between)
        ):
            if "," not in tree.low[verb:clause]:
                move(tree, own, clause, verb, "ccomp")
            return
