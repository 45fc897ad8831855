"""The bulk engine: many units and months scored at once by one set-based SQL statement in DuckDB.

``scoring.evaluator`` is the definition; this is its fast twin, held equal to it by generated tests. Read
``cover.py`` (how a figure finds its piece), ``integers.py`` (how rules become rows of whole numbers), ``score.sql``
(the statement), then ``engine.py``.
"""
