"""Questions to an archive that has been analysed: who is quoted, how often, on what, by whom."""
