"""A small encoder and a few annotated sentences, in the formats that the commands read."""

import gzip
import json
import struct
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from core.training.e5 import Shape

SHAPE = Shape(width=32, layers=2, heads=2, inner=64, positions=64, epsilon=1e-12)
FOREIGN = "▁порт"
"""A piece that no word of ours needs."""

GERMAN_TREES = (
    """1\tIda\tIda\tPROPN\tNE\tCase=Nom|Gender=Fem\t2\tnsubj\t_\t_
2\tsagt\tsagen\tVERB\tVVFIN\tMood=Ind|VerbForm=Fin\t0\troot\t_\t_
3\t,\t,\tPUNCT\t$,\t_\t6\tpunct\t_\t_
4\ter\ter\tPRON\tPPER\tCase=Nom|Gender=Masc\t6\tnsubj\t_\t_
5\tnie\tnie\tADV\tADV\t_\t6\tadvmod\t_\t_
6\tkomme\tkommen\tVERB\tVVFIN\tMood=Sub|VerbForm=Fin\t2\tccomp\t_\t_
7\t.\t.\tPUNCT\t$.\t_\t2\tpunct\t_\t_
""",
    """1\tKomm\tkommen\tVERB\tVVIMP\tMood=Imp|VerbForm=Fin\t0\troot\t_\t_
2-3\tzum\t_\t_\t_\t_\t_\t_\t_\t_
2\tzu\tzu\tADP\tAPPR\t_\t4\tcase\t_\t_
3\tdem\tder\tDET\tART\tCase=Dat|Gender=Masc\t4\tdet\t_\t_
4\tHafen\tHafen\tNOUN\tNN\tCase=Dat|Gender=Masc\t1\tobl\t_\t_
5\t!\t!\tPUNCT\t$.\t_\t1\tpunct\t_\t_
""",
    """1\tUwe\tUwe\tPROPN\tNE\tCase=Nom|Gender=Masc\t2\tnsubj\t_\t_
2\tkommt\tkommen\tVERB\tVVFIN\tMood=Ind|VerbForm=Fin\t0\troot\t_\t_
3\tnie\tnie\tADV\tADV\t_\t2\tadvmod\t_\t_
""",
)
NAMES = (
    "1\tIda\tB-PER\tO\n2\tsagt\tO\tO\n3\tnie\tO\tO\n",
    "1\tUwe\tB-PER\tO\n2\tkommt\tO\tO\n3\taus\tO\tO\n4\tEms\tB-LOC\tO\n",
    "1\tkommt\tO\tO\n2\tIda\tB-PER\tO\n3\taus\tO\tO\n4\tEms\tB-LOC\tO\n",
)
SPEECHES: Sequence[tuple[Sequence[str], dict[str, list[str]]]] = (
    (
        ("Ida", "sagt", ",", "er", "komme", "."),
        {"Cue": ["0:1"], "Source": ["0:0"], "Message": ["0:3", "0:4"]},
    ),
    (("Uwe", "kommt", "nie", "."), {}),
    (("er", "sagt", "nie", "."), {"Cue": ["0:1"], "Source": ["0:0"], "Message": ["0:2"]}),
)
OWN = "number\tsource\twords\tnames\n1\tx-1\tIda kommt aus Ems\tPER=Ida | LOC=Ems\n2\tx-2\ter kommt nie\t-\n"
MOODS = "er [komme|Sub] nie .\nIda [sagt|Ind] , Uwe [kommt|Ind] .\n[Komm|Imp] zum Hafen !\n"

ENGLISH_TREES = (
    """# text = Ada doesn't row.
1\tAda\tAda\tPROPN\tNNP\tNumber=Sing\t4\tnsubj\t_\t_
2-3\tdoesn't\t_\t_\t_\t_\t_\t_\t_\t_
2\tdoes\tdo\tAUX\tVBZ\tMood=Ind|VerbForm=Fin\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
4\trow\trow\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\t_
5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_
""",
    """# text = They row
1\tThey\tthey\tPRON\tPRP\tNumber=Plur\t2\tnsubj\t_\t_
2\trow\trow\tVERB\tVBP\tMood=Ind|VerbForm=Fin\t0\troot\t_\t_
""",
)
ENGLISH_NAMES = (
    "# text = Ada doesn't row.\n"
    "1\tAda\tB-PER\t-\tx\n2\tdoes\tO\t-\tx\n3\tn't\tO\t-\tx\n4\trow\tO\t-\tx\n5\t.\tO\t-\tx\n",
    "# text = Ems does row\n1\tEms\tB-LOC\t-\tx\n2\tdoes\tO\t-\tx\n3\trow\tO\t-\tx\n",
)
ENGLISH_OWN = "number\tsource\twords\tnames\n1\tx-1\tAda does n't row .\tPER=Ada\n"
WORDS = (
    *"Ida Uwe Ems Hafen sagt kommt komme Komm kommen sagen er nie aus zum , . !".split(),
    *"Ada They does n't row".split(),
)


def write_encoder(path: Path) -> Path:
    """Write a file in the format E5S1 with random weights, the same each time."""
    generator = np.random.default_rng(4)
    letters = sorted({letter for word in WORDS for letter in word})
    pieces = ["<s>", "<pad>", "</s>", "<unk>", "▁", *letters, *(f"▁{word}" for word in WORDS), FOREIGN]
    text = [piece.encode() for piece in pieces]
    scores = [-9.0 if len(piece) == 1 else -1.0 for piece in pieces]
    starts = np.cumsum([0, *map(len, text)])
    count, width = len(pieces), SHAPE.width
    head = b"E5S1" + struct.pack(
        "<i7ifi5iQ", 1, width, SHAPE.layers, SHAPE.heads, SHAPE.inner, count, SHAPE.positions, 2,
        SHAPE.epsilon, 32, count, 0, 2, 1, 3, sum(map(len, text)),
    )  # fmt: skip
    head += (
        struct.pack(f"<{count + 1}I{count}f", *starts, *scores) + b"".join(text) + struct.pack("<iI", 0, 0)
    )
    rows = generator.integers(0, 256, (count, 18), np.uint8)
    rows[:, :2] = np.frombuffer(np.float16(0.1).tobytes(), np.uint8)
    tensors = {"emb.word": (1, count * width, rows.tobytes())}
    for name, shape in _tensors().items():
        values = np.ones(shape) if "ln.w" in name else generator.normal(scale=0.2, size=shape)
        tensors[name] = (0, values.size, values.astype("<f4").tobytes())
    path.write_bytes(_with_tensors(head, tensors))
    return path


def _tensors() -> dict[str, tuple[int, ...]]:
    width, inner = SHAPE.width, SHAPE.inner
    shapes: dict[str, tuple[int, ...]] = {
        "emb.pos": (SHAPE.positions, width),
        "emb.type": (2, width),
        "emb.ln.w": (width,),
        "emb.ln.b": (width,),
    }
    for layer in range(SHAPE.layers):
        for name, rows, columns in (
            *((name, width, width) for name in ("q", "k", "v", "ao")),
            ("fi", inner, width),
            ("fo", width, inner),
        ):
            shapes[f"l{layer}.{name}.w"] = (rows, columns)
            shapes[f"l{layer}.{name}.b"] = (rows,)
        for name in ("aln", "oln"):
            shapes[f"l{layer}.{name}.w"] = shapes[f"l{layer}.{name}.b"] = (width,)
    return shapes


def _with_tensors(head: bytes, tensors: dict[str, tuple[int, int, bytes]]) -> bytes:
    def table(start: int) -> bytes:
        written = struct.pack("<i", len(tensors))
        for name, (kind, count, data) in tensors.items():
            written += struct.pack("<H", len(name)) + name.encode()
            written += struct.pack("<BIQQ", kind, count, start, len(data))
            start += len(data)
        return written

    start = len(head) + len(table(0))
    return head + table(start) + b"".join(data for _, _, data in tensors.values())


def write_german(folder: Path) -> list[str]:
    """Write the files that German is trained on, and return the options that name them."""
    speeches = "".join(
        json.dumps(
            {
                "Sentences": [{"SentenceId": 0, "Tokens": list(words)}],
                "Annotations": [{"Cue": [], "Source": [], "Message": [], "Addr": [], **event}]
                if event
                else [],
            }
        )
        + "\n"
        for words, event in SPEECHES
    )
    contents = {
        "germeval-train": "\n".join(NAMES * 4),
        "germeval-dev": "\n".join(NAMES),
        "treebank": "\n".join(GERMAN_TREES * 7),
        "spkatt-train": speeches * 4,
        "spkatt-dev": speeches,
    }
    return _options(folder, contents)


def write_english(folder: Path) -> list[str]:
    """The same for English, whose own names go before."""
    contents = {
        "treebank": "\n".join(ENGLISH_TREES * 6),
        "treebank-dev": "\n".join(ENGLISH_TREES),
        "names": "\n".join(ENGLISH_NAMES * 2),
        "germeval": "\n".join(NAMES * 2),
    }
    own = folder / "own_en.tsv.gz"
    own.write_bytes(gzip.compress(ENGLISH_OWN.encode()))
    return [*_options(folder, contents), "--annotated", str(own)]


def _options(folder: Path, contents: dict[str, str]) -> list[str]:
    options = []
    for name, content in contents.items():
        path = folder / f"{name}.txt"
        path.write_text(content, encoding="utf-8")
        options += [f"--{name}", str(path)]
    return options
