-- wide: whole numbers of 128 bits.
CREATE OR REPLACE TEMP TYPE whole AS HUGEINT
