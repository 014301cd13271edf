"""The spaCy side: pipelines, their components and the lexicon."""

import os

# The matrices of the heads are small: threads of the linear algebra library would only wait for each other, and on a
# busy machine for long. This must be said before NumPy is imported, which every module here does.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
