-- leaf: the leaves of the tables to be scored (LeafRow in data/bulk/integers.py).
-- Grain: one row a leaf, and one a gate (numbered below 0). In: bulk_rows, whole numbers as text, for they may need 128 bits.
CREATE OR REPLACE TEMP TABLE leaf AS
SELECT
    leaf::INTEGER AS leaf, table_no::INTEGER AS table_no, alone::BOOLEAN AS alone, combine::VARCHAR AS combine,
    scale::whole AS scale, lowest::steps AS lowest, highest::steps AS highest,
    nothing::INTEGER AS nothing, nothing_points::steps AS nothing_points, not_applicable::steps AS not_applicable,
    rebase::BOOLEAN AS rebase, node::INTEGER AS node, base::steps AS base, bonus::BOOLEAN AS bonus,
    also_low::steps AS also_low, also_high::steps AS also_high
FROM bulk_rows
