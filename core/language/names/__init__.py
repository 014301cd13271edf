"""Rules on names, where they are surer than learning: each a component behind the one that learnt."""
