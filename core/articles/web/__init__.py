"""Articles on the web: fetch a page and separate its article from everything around it.

Only `fetching` uses the network, and only for an address the user opened. The rest is pure: bytes to text, page to
article. Trafilatura (Barbaresi, ACL 2021) decides which passages belong to the article; the kind of each passage, and
the captions that trafilatura leaves out, are read from the page.
"""
