"""The reader's state and logic, independent of widgets: lenses, marks, reading modes, undo, descriptions."""
