"""Sheets at the foot of the screen: each asks or shows one thing, over the page it is about."""
