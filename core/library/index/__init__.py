"""The index: a SQLite database of everything in the library, to list, count and search it at any size.

It holds nothing of its own. `database` is the file, which is made anew when it is missing, damaged or of another form;
`upkeep` keeps it in step with the files of the library; `entries` is what it has of each; `listing` and `searching` are
what is asked of it.
"""
