-- read: the figures of some units for an engine outside the database, in the order of unit, month and term.
-- Grain: one row a (unit, month, term). In: first and last (parameters; last not included), store.figures.
SELECT state, num, den FROM store.figures WHERE unit >= $first AND unit < $last
