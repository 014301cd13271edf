"""Long runs at random that nothing may survive but Lesart: run by hand, with `make soak`."""
