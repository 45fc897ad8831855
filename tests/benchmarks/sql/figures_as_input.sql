-- figures_as_input: the figures as score.sql reads them, straight from the file, in 64 bits.
-- Grain: one row a (unit_month, term). In: store.figures. num and den have no meaning but where measured.
CREATE OR REPLACE TEMP VIEW input AS
SELECT 100 * unit + month AS unit_month, term, state, num, den,
    NULL::BIGINT AS low, NULL::BIGINT AS high
FROM store.figures
