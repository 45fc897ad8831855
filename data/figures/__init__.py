"""Figures as stored: appended, never changed in place; the newest of a month is the one in force."""
