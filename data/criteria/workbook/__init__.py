"""A criteria table as an Excel workbook, for offices without programmers: written, read, every problem at its cell.

``sheets`` says which sheets there are; their columns come from the schema and from the rule kinds, so that a new key
needs only its words (``words_*``).
"""
