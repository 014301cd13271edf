"""The links of an article: which words lead where, kept from its markup through everything that is done to its text."""
