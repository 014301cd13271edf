"""Give each verb of saying, and each clause that it introduces, its own subject."""

from core.lexicon.lexicon import Lexicon
from core.parsed_text.mending.tree import Tree
from core.parsed_text.relations import NOUN_SUBJECTS

_NOMINAL = ("NOUN", "PROPN")
_HAVE = frozenset(("have", "has", "had"))
_NOT = frozenset(("not", "n't", "n’t", "never"))
_EVER = frozenset(("never", "always", "often", "rarely", "seldom", "hardly", "still"))
_CLOSING_MARKS = ('"', "”", "’", "'")
_MARKS = frozenset("\"”’'»«“‘„")
_LOOSE = ("parataxis", "appos", "dep", "obl", "obj", "vocative", "discourse")
"""Relations by which the parser hangs a name that it can place nowhere."""
_LEADING = frozenset(("after", "before", "when", "as", "since", "because"))
"""What opens a clause that says what led up to something."""
_LONGEST_SUBJECT, _LONGEST_LEAD = 5, 16


def mend_rank(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "Det Con Ada Lind said …": a rank taken for a preposition makes no adverbial of the subject."""
    if tree.dependents(verb, *NOUN_SUBJECTS):
        return
    for noun in tree.dependents(verb, "obl"):
        cases = [
            k for k in tree.dependents(noun, "case") if k + 1 == noun and lexicon.role(tree.low[k].title())
        ]
        if noun < verb and cases and not lexicon.has(tree.low[cases[0]], "preposition"):
            tree.dep[noun], tree.dep[cases[0]] = "nsubj", "nmod:desc"
            return


def mend_urged(tree: Tree, verb: int) -> None:
    """ "urged Ms Lind to go": of two subjects, the one between the verb and an infinitive is who shall act."""
    subjects = tree.dependents(verb, *NOUN_SUBJECTS)
    _mend_asked(tree, verb)
    if len(subjects) < 2 or not subjects[0] < verb < subjects[-1]:
        return
    for clause in tree.dependents(verb, "xcomp", "advcl", "ccomp"):
        if clause > subjects[-1] and any(tree.low[k] == "to" for k in tree.dependents(clause, "mark")):
            tree.dep[subjects[-1]] = "obj"
            tree.dep[clause] = "xcomp"


def _mend_asked(tree: Tree, verb: int) -> None:
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
        tree.move(clause, verb, "xcomp")
        if tree.head[heads[0]] != verb:
            tree.move(heads[0], verb, "obj")


def mend_perfect(tree: Tree, verb: int) -> None:
    """ "said Lind had once boasted that …": "have" with an adverb behind it is no verb of its own, nor is who stands
    before it an object."""
    have = verb - 1
    while have > 0 and tree.pos[have] == "ADV":
        have -= 1
    joined = tree.head[verb] == have or (tree.dep[have] == "ccomp" and tree.head[verb] == tree.head[have])
    if tree.low[have] in _HAVE and joined and not tree.dependents(verb, "aux", *NOUN_SUBJECTS):
        relation, governor = tree.dep[have], tree.head[have]
        tree.move(verb, verb if governor == have else governor, relation)
        tree.move(have, verb, "aux")
    if tree.low[have] in _HAVE and tree.head[have] == verb:
        for child in list(tree.children(have)):
            tree.move(child, verb, tree.dep[child])
    told = [k for k in tree.dependents(verb, "obj") if k < verb and tree.pos[k] in _NOMINAL]
    if told and have > told[-1] and tree.head[have] == verb and not tree.dependents(verb, *NOUN_SUBJECTS):
        tree.dep[told[-1]] = "nsubj"


def mend_relative(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "sent a bill by the bank, which says it needs the money": what speaks is the body right before the comma."""
    which = next((k for k in tree.dependents(verb, "nsubj") if tree.low[k] == "which"), 0)
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
        tree.move(verb, noun, "acl:relcl")


def mend_main_verb(tree: Tree, verb: int) -> None:
    """ "The head of the museum added visitors had been kept outside": a verb of saying taken for a participle of the
    noun before it, and what is said for the main clause."""
    told = tree.dependents(verb, "obj")
    if tree.dep[verb] != "acl" or tree.low[verb].endswith("ing") or not told:
        return
    behind = told[-1] + 1
    clause = tree.head[behind] if behind < len(tree.low) and tree.pos[behind] == "AUX" else verb
    subjects = [k for k in tree.dependents(clause, *NOUN_SUBJECTS) if k < verb]
    if clause <= behind or not subjects or tree.head[verb] not in range(subjects[0], verb):
        return
    relation, governor = tree.dep[clause], tree.head[clause]
    tree.move(verb, verb if governor == clause else governor, relation)
    tree.move(subjects[0], verb, "nsubj")
    tree.move(told[-1], clause, "nsubj")
    tree.move(clause, verb, "ccomp")


def mend_rivals(tree: Tree, verb: int) -> None:
    """Two subjects of one verb: one of them is that of the clause that lies between or follows."""
    subjects = tree.dependents(verb, *NOUN_SUBJECTS)
    if len(subjects) < 2:
        return
    first, last = subjects[0], subjects[-1]
    _mend_around_aside(tree, verb, first, last)
    for clause in tree.dependents(verb, "ccomp"):
        if first < verb < last < clause and not tree.dependents(clause, *NOUN_SUBJECTS):
            tree.move(last, clause, "nsubj")
        elif first < clause < last and first < verb:
            alone = tree.dependents(clause, *NOUN_SUBJECTS)
            tree.move(first, verb if alone else clause, "dep" if alone else "nsubj")


def _mend_around_aside(tree: Tree, verb: int, first: int, last: int) -> None:
    """ "It was, the firm said, too late": the first of two subjects goes with the auxiliary behind it."""
    auxiliary = first + 1
    rest = tree.head[auxiliary]
    parted = (
        tree.pos[auxiliary] == "AUX" and tree.low[auxiliary + 1] == "," and auxiliary < last < verb < rest
    )
    if parted and tree.head[verb] == rest:
        tree.move(first, rest, "nsubj")
        tree.dep[verb] = "parataxis"


def mend_addressed(tree: Tree, verb: int) -> None:
    """ "“…,” Senator Ada Lind, D-Ohio, told the manager, Jon Hale": who is told is not who tells, where a name before
    the verb hangs on nothing there."""
    subjects = tree.dependents(verb, *NOUN_SUBJECTS)
    for told in tree.dependents(verb, "obj", "iobj"):
        # "told friends he would go": who needs no article is told, and not told of.
        said = [k for k in tree.dependents(told, "acl:relcl") if tree.head[told + 1] == k]
        if said and told == verb + 1 and tree.low[told].endswith("s") and tree.pos[told + 1] == "PRON":
            tree.move(said[0], verb, "ccomp")
    if len(subjects) != 1 or subjects[0] < verb or tree.dependents(verb, "obj", "iobj"):
        return
    opens = next((k + 1 for k in range(verb - 1, -1, -1) if tree.low[k] in _CLOSING_MARKS), 0)
    names = [k for k in range(opens, verb) if tree.pos[k] == "PROPN" and not opens <= tree.head[k] < verb]
    if opens and len(names) == 1 and tree.dep[names[0]] in _LOOSE:
        tree.move(names[0], verb, "nsubj")
        tree.dep[subjects[0]] = "obj"


def mend_missing(tree: Tree, verb: int) -> None:
    """A verb without a subject beside a clause with two, or whose subject stands on the verb's other side."""
    if tree.dependents(verb, *NOUN_SUBJECTS, "aux:pass"):
        return
    for clause in tree.dependents(verb, "ccomp"):
        subjects = tree.dependents(clause, *NOUN_SUBJECTS)
        between = [k for k in subjects if clause < k < verb] if clause < verb else []
        ahead = [k for k in subjects if k < verb] if verb < clause else []
        if between and len(subjects) > len(between):
            tree.move(between[-1], verb, "nsubj")
        elif ahead and (len(subjects) > len(ahead) or tree.dependents(clause, "expl")):
            tree.move(ahead[0], verb, "nsubj")


def mend_object_or_subject(tree: Tree, verb: int) -> None:
    """ "admitted the roof leaked": an object with a finite verb right behind it is that verb's subject."""
    for clause in tree.dependents(verb, "xcomp", "ccomp"):
        told = [k for k in tree.dependents(verb, "obj", "iobj") if verb < k < clause]
        if not told or tree.dependents(clause, "mark", *NOUN_SUBJECTS):
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
        tree.move(told[0], clause, "nsubj")
        tree.dep[clause] = "ccomp"
        for k in between:
            tree.move(k, clause, tree.dep[k])


def _is_under(tree: Tree, i: int, noun: int) -> bool:
    """Whether a token hangs on a noun, however far below: "a third of his guests"."""
    for _ in range(_LONGEST_SUBJECT):
        if tree.head[i] == noun:
            return True
        i = tree.head[i]
    return False


def mend_according(tree: Tree, according: int) -> None:
    """ "according to papers seen by the bank": a participle that the parser reads as a clause says more of the noun."""
    verb = tree.head[according]
    nouns = [k for k in tree.dependents(verb, *NOUN_SUBJECTS) if according < k < verb]
    if nouns and tree.pos[verb] == "VERB" and not tree.dependents(verb, "aux", "aux:pass", "cop"):
        tree.move(nouns[0], tree.head[verb], "obl")
        tree.move(verb, nouns[0], "acl")
        tree.move(according, nouns[0], "case")


def mend_told(tree: Tree, verb: int, lexicon: Lexicon) -> None:
    """ "He fined her and thanked Ada Lind for coming": who stands behind a joined verb with more behind it is told."""
    subjects = tree.dependents(verb, *NOUN_SUBJECTS)
    joined = tree.dependents(verb, "cc")
    if len(subjects) != 1 or subjects[0] < verb or not joined or joined[-1] > verb:
        return
    if lexicon.has(tree.low[subjects[0]], "subject_pronoun") or tree.dependents(verb, "obj", "aux"):
        return
    last = max([subjects[0], *(k for k in tree.children(subjects[0]))])
    between = all(tree.is_near(k, subjects[0]) for k in range(verb + 1, subjects[0]))
    if between and tree.pos[last + 1 : last + 2] not in ([], ["PUNCT"]):
        tree.dep[subjects[0]] = "obj"


def mend_led_up_to(tree: Tree, verb: int, lexicon: Lexicon) -> None:
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
        led, opening = tree.head[text], [k for k in tree.dependents(text, "case") if tree.low[k] in _LEADING]
        told = [k for k in range(text, verb) if tree.dep[k].startswith("acl") and tree.low[k - 1] == ","]
        subjects = tree.dependents(led, *NOUN_SUBJECTS) or tree.dependents(verb, *NOUN_SUBJECTS)
        if led == verb or not opening or not told or not subjects or "," in tree.low[subjects[0] : text]:
            continue
        if tree.dep[led] != "ROOT":
            governor = tree.head[verb]
            tree.move(led, led if governor == verb else governor, tree.dep[verb])
        tree.move(subjects[0], led, "nsubj")
        tree.move(verb, led, "advcl")
        tree.move(text, verb, "nsubj")
        tree.move(opening[0], verb, "mark")
        return


def mend_laughing(tree: Tree, verb: int) -> None:
    """ "“…,” said the keeper, laughing": who stands between the verb and a comma speaks, and what he does besides is
    not what is said."""
    if (
        tree.dependents(verb, *NOUN_SUBJECTS)
        or not tree.low[verb - 1 : verb]
        or tree.low[verb - 1] not in _MARKS
    ):
        return
    for clause in tree.dependents(verb, "ccomp"):
        subjects = [k for k in tree.dependents(clause, *NOUN_SUBJECTS) if verb < k < clause]
        if (
            subjects
            and tree.low[clause].endswith("ing")
            and tree.low[clause - 1] == ","
            and not tree.dependents(clause, "aux")
        ):
            tree.move(subjects[0], verb, "nsubj")
            tree.dep[clause] = "advcl"
            return
