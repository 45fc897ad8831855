"""Điều hành: what leaders look at."""
