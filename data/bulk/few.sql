-- few: numbers of steps in 32 bits, for leaves whose bounds fit.
CREATE OR REPLACE TEMP TYPE steps AS INTEGER
