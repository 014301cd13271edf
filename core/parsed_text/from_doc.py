"""A spaCy document as a ParsedText."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from core.articles.article import Block, BlockKind
from core.language.sentences import BLOCKS
from core.lexicon.lexicon import Lexicon
from core.parsed_text.mending.mend import mend
from core.parsed_text.mending.tree import Tree
from core.parsed_text.parsed_text import ParsedText
from core.text.marked_spans import lines
from core.text.spans import Span

_FEATURES = ("Gender", "Number", "Case", "VerbForm", "Mood")
_HYPHENS = ("-", "--")
_BRACKET_AND_COLON = ("):", "]:")
_VERBS = frozenset(("VERB", "AUX"))


def parsed_text(doc: Doc, lexicon: Lexicon) -> ParsedText:
    """Read a document with sentence starts; names, grammar and blocks are taken where the pipeline has set them.

    Without blocks, each line is a paragraph. Later changes of the document are not seen.
    """
    text = doc.text
    tokens = list(doc)  # each time a document is iterated, its tokens are made anew
    words = [_word(token) for token in tokens]
    pos = [token.pos_ for token in tokens]
    has_parse = doc.has_annotation("DEP")
    gender, number, case, verb_form, mood = _features(doc, tokens)
    paragraphs, kinds = _paragraphs(doc, text)
    low = [word.lower() for word in words]
    dep, head = [token.dep_ for token in tokens], [token.head.i for token in tokens]
    if has_parse and lexicon.reads_by_parse:
        tree = Tree(low, pos, dep, head, [token.ent_type_ for token in tokens])
        mend(tree, lexicon)
    return ParsedText(
        text=text,
        language=doc.lang_,
        lexicon=lexicon,
        blocks=doc._.blocks or [Block(BlockKind.PARAGRAPH, start, end) for start, end in lines(text)],
        paragraphs=paragraphs,
        kinds=kinds,
        words=words,
        low=low,
        starts=[token.idx for token in tokens],
        ends=[token.idx + len(token) for token in tokens],
        space=[token.is_space for token in tokens],
        sentence_start=[token.i == 0 or bool(token.is_sent_start) for token in tokens],
        entity=[token.ent_type_ for token in tokens],
        continues_entity=[token.ent_iob_ == "I" for token in tokens],
        has_parse=has_parse,
        lemma=[token.lemma_ for token in tokens],
        tag=[token.tag_ for token in tokens],
        pos=pos,
        dep=dep,
        head=head,
        gender=gender,
        number=number,
        case=case,
        verb_form=verb_form,
        mood=[value if has_parse and tag in _VERBS else "" for value, tag in zip(mood, pos, strict=True)],
    )


def _word(token: Token) -> str:
    """A token's text; a hyphen between blanks is a dash, as agencies write it, and a colon behind a bracket a colon."""
    if token.text in _BRACKET_AND_COLON:
        return ":"
    is_dash = token.text in _HYPHENS and token.i > 0 and token.whitespace_ and token.nbor(-1).whitespace_
    return "–" if is_dash else token.text


def _features(doc: Doc, tokens: Sequence[Token]) -> list[list[str]]:
    """One list per feature. Few combinations of features occur, so each is read once."""
    known: dict[int, tuple[str, ...]] = {}
    rows: list[tuple[str, ...]] = []
    for token, key in zip(tokens, doc.to_array("MORPH").tolist(), strict=True):
        if key not in known:
            known[key] = tuple(next(iter(token.morph.get(name, [])), "") for name in _FEATURES)
        rows.append(known[key])
    return [[row[at] for row in rows] for at in range(len(_FEATURES))]


def _paragraphs(doc: Doc, text: str) -> tuple[Sequence[Span], Sequence[str]]:
    """The blocks of the article as whole tokens with their kinds, else the lines of the text."""
    if BLOCKS in doc.spans and len(doc.spans[BLOCKS]):
        blocks = sorted(doc.spans[BLOCKS], key=lambda span: span.start)
        return [(span.start_char, span.end_char) for span in blocks], [span.label_ for span in blocks]
    found = list(lines(text))
    return found, ["paragraph"] * len(found)
