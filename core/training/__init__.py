"""Training of the German pipeline that Lesart ships; needs the extra `lesart[train]`."""
