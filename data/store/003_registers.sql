-- 003_registers: the rows of registers (sổ theo dõi) from which figures were formed, so that a figure leads to its rows.
-- Appended with the import that stored the figures, in the same transaction; never changed in place.

-- register_cell: grain one filled cell of one row of a register, as one import read it. row and sheet as Excel names
-- them; column_code and heading as the table called the column then. typed: what stood there, as text.
-- exact: the number, yes as 1, a day as its ordinal; NULL for a text.
CREATE TABLE register_cell (
    import_seq BIGINT NOT NULL, register VARCHAR NOT NULL, sheet VARCHAR NOT NULL, row INTEGER NOT NULL,
    place SMALLINT NOT NULL, column_code VARCHAR NOT NULL, heading VARCHAR NOT NULL,
    typed VARCHAR NOT NULL, exact DECIMAL(24, 6)
);

-- register_result: grain one row and one indicator formed from it. value: what the row adds to the figure.
CREATE TABLE register_result (
    import_seq BIGINT NOT NULL, register VARCHAR NOT NULL, row INTEGER NOT NULL, indicator VARCHAR NOT NULL,
    value DECIMAL(24, 6) NOT NULL
);
