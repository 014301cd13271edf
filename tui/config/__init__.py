"""The user's configuration: settings and keys, each in an editable file."""
