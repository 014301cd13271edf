"""Measuring parts of speech, inflection, lemmas and trees against a treebank."""

from collections import Counter
from collections.abc import Iterable, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Token

from core.training.scoring import Score
from core.training.treebank import Tree, Word

BATCH = 64
MEASURES = ("UPOS", "XPOS", "features", "lemma", "UAS", "LAS", "LAS, subtypes too")


def score_grammar(nlp: Language, trees: Sequence[Tree]) -> tuple[dict[str, float], Score]:
    """Score every component but those that set sentences and names, on given words, one sentence a document.

    Returns:
        Shares of words that are right, punctuation included, by the names of `MEASURES` (tags of treebanks that
        do not use STTS are left out); and the score of Mood=Sub on single tokens.
    """
    docs = [Doc(nlp.vocab, words=[word.form for word in tree.words]) for tree in trees]
    for doc in docs:
        for token in doc:
            token.is_sent_start = token.i == 0
    encoder = nlp.get_pipe("lesart_encoder")
    read: Iterable[Doc] = encoder.pipe(docs, batch_size=BATCH)  # type: ignore[attr-defined]
    right: Counter[str] = Counter()
    count: Counter[str] = Counter()
    subjunctive: Counter[str] = Counter()
    for tree, doc in zip(trees, read, strict=True):
        for name in ("lesart_tagger", "lesart_morphologizer", "lesart_lemmatizer", "lesart_parser"):
            doc = nlp.get_pipe(name)(doc)
        for word, token in zip(tree.words, doc, strict=True):
            for measure, fits in _judge(word, token, tree.native):
                count[measure] += 1
                right[measure] += fits
            found = "Sub" in token.morph.get("Mood", [])
            true = ("Mood", "Sub") in word.features
            subjunctive.update({"right": found and true, "predicted": found, "true": true})
    shares = {measure: right[measure] / count[measure] for measure in MEASURES if count[measure]}
    return shares, Score(subjunctive["right"], subjunctive["predicted"], subjunctive["true"])


def _judge(word: Word, token: Token, native: bool) -> Iterable[tuple[str, bool]]:
    known = dict(word.features)
    found = {name: value for name, value in token.morph.to_dict().items() if native or name in known}
    attached = token.head.i == word.head
    yield "UPOS", token.pos_ == word.upos
    if native:
        yield "XPOS", token.tag_ == word.xpos
        yield "features", found == known
    yield "lemma", token.lemma_ == word.lemma
    yield "UAS", attached
    yield "LAS", attached and token.dep_.split(":")[0] == word.relation.split(":")[0]
    yield "LAS, subtypes too", attached and token.dep_ == word.relation


def layout(shares: dict[str, float], subjunctive: Score) -> str:
    """Lay the shares out as lines of measure and per cent, Mood=Sub last as P, R, F1 and the number of verbs."""
    lines = [f"{measure:18}{100 * share:8.2f}" for measure, share in shares.items()]
    measures = (subjunctive.precision, subjunctive.recall, subjunctive.f1)
    sub = "".join(f"{100 * value:8.2f}" for value in measures)
    return "\n".join([*lines, f"{'Mood=Sub (P R F1)':18}{sub}{subjunctive.true:8}"])
