-- year_bounds: the different ranges of x that the year's figures vouch for, although months are missing.
-- Grain: one row a (code, low_num, high_num, bound_den) that occurs. In: temp.year_to_date.
SELECT DISTINCT code, low_num, high_num, bound_den FROM temp.year_to_date WHERE bound_den IS NOT NULL ORDER BY ALL
