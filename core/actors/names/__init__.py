"""Names set right before they become actors: trimmed, extended, found where the model missed them, or dropped."""
