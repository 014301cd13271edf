"""Lists of what the library holds, besides that of its articles, and what a list is built on."""
