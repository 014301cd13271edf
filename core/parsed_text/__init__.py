"""The parsed text as the rules read it: tokens, noun phrases, clauses and the grammar between them."""
