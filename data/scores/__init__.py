"""Scores of a unit: the figures in force, run through the kernel, with where each figure came from."""
