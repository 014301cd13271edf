"""Articles on the web: fetch a page and separate its article from everything around it.

Only `fetching` uses the network, and only for an address the user opened. The rest is pure: bytes to text, page to
article. Trafilatura (Barbaresi, ACL 2021) proposes which passages belong to the article; then the page is read line by
line: `lines` are what a browser sets on lines of their own, `zones` and `notices` tell what stands around an article,
`selection` decides on each line, `kinds` says what it is.
"""
