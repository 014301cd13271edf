"""Feeds that the reader names: parsed, fetched only when asked for, and taken into the library.

parsing (RSS, Atom and JSON Feed) · opml · entries (an article of an entry) -> taking_in · naming ·
retelling -> troubles -> following (adding) · errands (to many hosts at once) -> fetching
"""
