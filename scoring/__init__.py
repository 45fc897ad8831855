"""The functional core: what a criteria table is, and what it gives for a set of figures.

Nothing here opens a file, a database or a clock. What a function needs is an argument; what it answers is a value.
Start with ``table.py`` (what a criteria table is made of), then ``evaluator.py`` (what it gives).
"""
