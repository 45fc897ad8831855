-- node: where sums are held on the way from leaves to a table's total (NodeRow in data/bulk/nodes.py).
-- Grain: one row a node that holds or closes, and one a table (depth 0). In: bulk_rows, whole numbers as text.
CREATE OR REPLACE TEMP TABLE node AS
SELECT
    node::INTEGER AS node, table_no::INTEGER AS table_no, parent::INTEGER AS parent, depth::INTEGER AS depth,
    cap::BIGINT AS cap, lowest::BIGINT AS lowest, gate::INTEGER AS gate, missing_closes::BOOLEAN AS missing_closes
FROM bulk_rows
