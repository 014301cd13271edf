"""The annotated files that German is trained on, as options of a command."""

import argparse
from dataclasses import dataclass
from pathlib import Path

from core.training.stages import checksum


@dataclass(frozen=True)
class Files:
    """The raw files that are annotated; each may be gzipped."""

    names: Path
    names_dev: Path
    treebanks: tuple[Path, ...]
    speeches: Path
    speeches_dev: Path


def add_files(parser: argparse.ArgumentParser) -> None:
    """Add an option for each file."""
    parser.add_argument(
        "--germeval-train", type=Path, required=True, help="GermEval 2014 sentences to train on"
    )
    parser.add_argument(
        "--germeval-dev", type=Path, required=True, help="GermEval 2014 sentences to choose by"
    )
    parser.add_argument(
        "--treebank",
        type=Path,
        nargs="+",
        required=True,
        help="CoNLL-U files of German treebanks; every tenth sentence of each is for measuring",
    )
    parser.add_argument("--spkatt-train", type=Path, required=True, help="SpkAtt-2023 to train on")
    parser.add_argument("--spkatt-dev", type=Path, required=True, help="SpkAtt-2023 to measure by")


def files_of(options: argparse.Namespace) -> Files:
    """The files that a command was given."""
    return Files(
        options.germeval_train,
        options.germeval_dev,
        tuple(options.treebank),
        options.spkatt_train,
        options.spkatt_dev,
    )


def materials(files: Files) -> dict[str, str]:
    """SHA-256 of each file that is learnt from, by its use."""
    return {
        "names": checksum(files.names),
        "names_dev": checksum(files.names_dev),
        **{f"treebank {path.name}": checksum(path) for path in files.treebanks},
        "speeches": checksum(files.speeches),
    }
