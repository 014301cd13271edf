"""The sheets in which corrections are chosen: what is to be corrected, by whom or what, how it is called."""
