-- different_totals: the same for totals.
-- Grain: one number. In: store.totals and store.totals_before.
SELECT count(*) FROM temp.totals AS a
FULL JOIN store.totals_before AS b ON a.unit = b.unit AND a.month = b.month AND a.table_no = b.table_no
WHERE a.unit IS NULL OR b.unit IS NULL
   OR (a.points, a.sure, a.possible, a.applicable_max, a.measured_max)
      IS DISTINCT FROM (b.points, b.sure, b.possible, b.applicable_max, b.measured_max)
