-- named: every SHA-256 that some row names: kept files, evidence in any revision, imported workbooks.
-- Grain: one row a SHA-256. No parameters.
SELECT sha256 FROM kept_file
UNION SELECT sha256 FROM evidence
UNION SELECT sha256 FROM import_act
