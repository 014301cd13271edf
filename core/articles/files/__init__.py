"""Files that hold articles: which kind they are, and the articles in them.

Each kind is read by a module of its own, imported only when such a file is read.
"""
