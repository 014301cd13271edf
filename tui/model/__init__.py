"""What the reader holds and shows, without a widget: lenses, marks, reading modes, undo, descriptions in words."""
