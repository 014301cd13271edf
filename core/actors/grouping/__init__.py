"""Which mentions name the same actor: people and families, bodies, places."""
