"""Whether two states of Lesart say the same of the same articles, byte for byte.

    python -m tests.benchmarks.unchanged --save before.jsonl.gz TEXTS…
    python -m tests.benchmarks.unchanged --against before.jsonl.gz TEXTS…

TEXTS are text files, JSON files and (packed) JSON lines whose objects have a "text", and folders of these; without any,
the articles in `tests/data` and `assets/samples`. Everything that `lesart analyze` writes is compared but the version
of the pipeline. Ends with status 1 where anything differs, and names the first articles that do.
"""

import argparse
import gzip
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
OWN = ("tests/data", "assets/samples")
AT_ONCE = 100
"""Articles per call of `lesart analyze`."""


def texts(path: Path) -> Iterator[tuple[str, str]]:
    """The texts at a path, each with a name that says where it is from."""
    if path.is_dir():
        for inside in sorted(path.rglob("*")):
            if inside.is_file():
                yield from texts(inside)
    elif path.suffix == ".txt":
        yield path.name, path.read_text(encoding="utf-8")
    elif path.name.endswith((".json", ".jsonl", ".jsonl.gz")):
        packed = path.read_bytes()
        lines = (gzip.decompress(packed) if path.suffix == ".gz" else packed).decode("utf-8")
        for number, line in enumerate(lines.splitlines() if ".jsonl" in path.name else [lines]):
            data = json.loads(line)
            if isinstance(data, dict) and isinstance(data.get("text"), str):
                yield f"{path.name}:{number}", data["text"]


def analyses(named: list[tuple[str, str]]) -> Iterator[str]:
    """For each text a line of JSON with its name and its analysis, without the pipeline's version."""
    for first in range(0, len(named), AT_ONCE):
        part = named[first : first + AT_ONCE]
        with TemporaryDirectory() as folder:
            files = [Path(folder) / f"{number}.txt" for number in range(len(part))]
            for file, (_, text) in zip(files, part, strict=True):
                file.write_bytes(text.encode("utf-8"))
            command = [sys.executable, "-m", "tui.cli", "analyze", "--format", "jsonl", *map(str, files)]
            written = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout
        for (name, _), line in zip(part, written.decode("utf-8").splitlines(), strict=True):
            data = json.loads(line)
            del data["source"], data["pipeline"]
            yield json.dumps({"name": name, **data}, ensure_ascii=False)


def main() -> int:
    """Save what is found, or compare it with what was saved."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--save", type=Path, metavar="FILE")
    what.add_argument("--against", type=Path, metavar="FILE")
    parser.add_argument("texts", type=Path, nargs="*", default=[ROOT / path for path in OWN])
    options = parser.parse_args()
    lines = list(analyses([found for path in options.texts for found in texts(path)]))
    if options.save:
        options.save.write_bytes(gzip.compress("\n".join(lines).encode("utf-8")))
        print(f"{len(lines)} analyses saved in {options.save}")
        return 0
    before = gzip.decompress(options.against.read_bytes()).decode("utf-8").split("\n")
    different = [json.loads(line)["name"] for line, old in zip(lines, before, strict=True) if line != old]
    print(f"{len(lines) - len(different)} of {len(lines)} analyses are the same byte for byte")
    for name in different[:20]:
        print(f"  differs: {name}")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
