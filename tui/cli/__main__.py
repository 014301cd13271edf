"""`python -m tui.cli`: the same as `lesart`."""

import sys

from tui.cli import program

sys.exit(program())
