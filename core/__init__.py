"""What Lesart reads and knows: articles, their language, the analysis, annotations and the library. No terminal."""

import os

# The matrices of the German pipeline are small: threads of the linear algebra library would only wait for each other,
# and on a busy machine a hundred times as long as the work takes. It must be said before NumPy is imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
