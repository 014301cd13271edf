"""Who is meant by a cue: its subject, a named source, somebody acting nearby, a text; and who is addressed."""
