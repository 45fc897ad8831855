-- narrow: whole numbers of 64 bits, for rules and figures whose products all fit.
CREATE OR REPLACE TEMP TYPE whole AS BIGINT
