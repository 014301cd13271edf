"""Rules for names, where they are more reliable than the model: each a component that runs after it."""
