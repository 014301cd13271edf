"""What the reader has set: settings and keys, each in a file that can be edited."""
