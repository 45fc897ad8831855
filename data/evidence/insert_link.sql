-- insert_link: append one act of linking or unlinking.
-- Parameters: evidence_id, unit, year, table_id, leaf_id, need (NULL: additional), page, linked, person, person_name,
-- acted_at.
INSERT INTO evidence_link VALUES (nextval('act'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
