"""The bundled pipeline as any spaCy program loads it."""

import subprocess
import sys

from core.locations import ASSETS


def test_spacy_loads_the_pipeline_from_its_folder_alone(tmp_path) -> None:
    code = "import sys, spacy; print(spacy.load(sys.argv[1])('Ada Lind fuhr nach Kiel.').ents)"
    command = [sys.executable, "-P", "-c", code, str(ASSETS / "models" / "de_lesart")]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.stdout.strip() == "(Ada Lind, Kiel)", done.stderr
