-- figures_as_input: the figures as score.sql reads them, straight from the file, in 64 bits.
-- Grain: one row a (unit, month, term). In: store.figures.
CREATE OR REPLACE TEMP VIEW input AS
SELECT unit, month, term, state,
    CASE WHEN state = 0 THEN num END AS num, CASE WHEN state = 0 THEN den END AS den,
    NULL::BIGINT AS low, NULL::BIGINT AS high
FROM store.figures
