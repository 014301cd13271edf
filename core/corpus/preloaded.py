"""Imported by the process that workers are copied from: the model is loaded once, and its memory shared."""

import contextlib
import gc

from core.corpus.analysing import warm_up

with contextlib.suppress(OSError):  # The first worker that needs the model says what is wrong with it.
    warm_up()
gc.collect()
gc.freeze()  # A collection would write into the pages that the workers share.
