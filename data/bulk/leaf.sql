-- leaf: the leaves of the tables to be scored (LeafRow in data/bulk/integers.py).
-- Grain: one row a leaf, and one a gate (numbered below 0). In: bulk_rows, whole numbers as text, for they may need 128 bits.
CREATE OR REPLACE TEMP TABLE leaf AS
SELECT
    leaf::INTEGER AS leaf, table_no::INTEGER AS table_no, terms::INTEGER AS terms, combine::VARCHAR AS combine,
    scale::whole AS scale, lowest::BIGINT AS lowest, highest::BIGINT AS highest,
    nothing::TINYINT AS nothing, nothing_points::BIGINT AS nothing_points, not_applicable::BIGINT AS not_applicable,
    rebase::BOOLEAN AS rebase, node::INTEGER AS node, base::BIGINT AS base, bonus::BOOLEAN AS bonus,
    also_low::BIGINT AS also_low, also_high::BIGINT AS also_high
FROM bulk_rows
