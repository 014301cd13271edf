"""Articles on the web: a page is fetched, and its article told from all that stands around it.

`fetching` alone touches the network, and only when an address was asked for. The rest is pure: bytes to text, page to
article. Which passages are the article is decided by trafilatura (Barbaresi, ACL 2021); what each of them is, and the
captions that it leaves out, is read from the page.
"""
