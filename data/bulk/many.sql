-- many: numbers of steps in 64 bits.
CREATE OR REPLACE TEMP TYPE steps AS BIGINT
