"""Names set right before anybody is told apart: trimmed, extended, found where the model missed them, or dropped."""
