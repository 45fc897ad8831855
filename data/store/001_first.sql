-- 001_first: the tables of the first edition of the store.
-- Numbers are DECIMAL(24,6): exact, up to 10^18 with six decimals; per cent in points (86.6), a day as its ordinal.
-- Everything that an office enters is appended, never changed in place: seq gives the order, acted_at the time in UTC.

CREATE TABLE store_version (version INTEGER NOT NULL, applied_at TIMESTAMP NOT NULL);

CREATE SEQUENCE act;

-- unit: grain one unit (đơn vị).
CREATE TABLE unit (
    id VARCHAR PRIMARY KEY, name VARCHAR NOT NULL, name_en VARCHAR NOT NULL, demo BOOLEAN NOT NULL
);

-- kept_file: grain one file content, kept under its SHA-256 in files/. kind: figures, evidence.
CREATE TABLE kept_file (
    sha256 VARCHAR PRIMARY KEY, size BIGINT NOT NULL, media_type VARCHAR NOT NULL, acted_at TIMESTAMP NOT NULL
);

-- import_act: grain one accepted import of one workbook for one unit and month.
CREATE TABLE import_act (
    seq BIGINT PRIMARY KEY, unit VARCHAR NOT NULL, year SMALLINT NOT NULL, month TINYINT NOT NULL,
    table_id VARCHAR NOT NULL, edition VARCHAR NOT NULL, file_name VARCHAR NOT NULL, sha256 VARCHAR NOT NULL,
    stored INTEGER NOT NULL, partial BOOLEAN NOT NULL, demo BOOLEAN NOT NULL,
    person VARCHAR NOT NULL, person_name VARCHAR NOT NULL, acted_at TIMESTAMP NOT NULL
);

-- observation: grain one figure entered once. The newest seq of (unit, indicator, year, month) is the one in force.
-- import_seq NULL: typed on screen. state: measured, nothing_arose, not_applicable. cells as Excel names them.
CREATE TABLE observation (
    seq BIGINT PRIMARY KEY, unit VARCHAR NOT NULL, indicator VARCHAR NOT NULL,
    year SMALLINT NOT NULL, month TINYINT NOT NULL,
    numerator DECIMAL(24, 6), denominator DECIMAL(24, 6), value DECIMAL(24, 6), state VARCHAR NOT NULL,
    note VARCHAR NOT NULL, import_seq BIGINT, sheet VARCHAR NOT NULL, cells VARCHAR NOT NULL, demo BOOLEAN NOT NULL,
    person VARCHAR NOT NULL, person_name VARCHAR NOT NULL, acted_at TIMESTAMP NOT NULL
);

CREATE VIEW observation_in_force AS
SELECT * FROM observation
QUALIFY row_number() OVER (PARTITION BY unit, indicator, year, month ORDER BY seq DESC) = 1;

-- evidence: grain one revision of one document. id is the document's number; the newest revision is in force.
-- removed: the document was withdrawn with this revision (nothing is deleted).
CREATE TABLE evidence (
    seq BIGINT PRIMARY KEY, id BIGINT NOT NULL, revision INTEGER NOT NULL, unit VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL, file_name VARCHAR NOT NULL, media_type VARCHAR NOT NULL, size BIGINT NOT NULL,
    number VARCHAR NOT NULL, issued_on DATE, issuer VARCHAR NOT NULL, abstract VARCHAR NOT NULL,
    removed BOOLEAN NOT NULL, demo BOOLEAN NOT NULL,
    person VARCHAR NOT NULL, person_name VARCHAR NOT NULL, acted_at TIMESTAMP NOT NULL
);

-- evidence_link: grain one act of linking (linked) or unlinking a document and a leaf of a table for a year.
-- need is the number (from 0) of the leaf's evidence need that it answers, NULL for additional evidence.
CREATE TABLE evidence_link (
    seq BIGINT PRIMARY KEY, evidence_id BIGINT NOT NULL, unit VARCHAR NOT NULL, year SMALLINT NOT NULL,
    table_id VARCHAR NOT NULL, leaf_id VARCHAR NOT NULL, need SMALLINT, page VARCHAR NOT NULL, linked BOOLEAN NOT NULL,
    person VARCHAR NOT NULL, person_name VARCHAR NOT NULL, acted_at TIMESTAMP NOT NULL
);

-- criteria_table, criteria_leaf, criteria_indicator: what is loaded now; written anew at each start.
CREATE TABLE criteria_table (
    id VARCHAR PRIMARY KEY, edition VARCHAR NOT NULL, kind VARCHAR NOT NULL, title VARCHAR NOT NULL,
    template BOOLEAN NOT NULL, file VARCHAR NOT NULL, sha256 VARCHAR NOT NULL
);
CREATE TABLE criteria_leaf (
    table_id VARCHAR NOT NULL, position INTEGER NOT NULL, leaf_id VARCHAR NOT NULL, field_id VARCHAR NOT NULL,
    title VARCHAR NOT NULL, max_points DECIMAL(24, 6) NOT NULL, scored_by VARCHAR NOT NULL
);
CREATE TABLE criteria_indicator (
    table_id VARCHAR NOT NULL, code VARCHAR NOT NULL, title VARCHAR NOT NULL, measure VARCHAR NOT NULL,
    unit VARCHAR NOT NULL, formation VARCHAR NOT NULL
);
