-- Version 3 of the inside of an assessment file: what it adds to version 2 (schema_2.sql). All texts
-- stay as they are; what is wanted next comes into a file of its own.

CREATE TABLE deadline (
    -- Until when the answers are to be in.
    unit        TEXT PRIMARY KEY,                         -- a unit of its own; "": all others
    day         TEXT CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]') -- 2026-12-15
) STRICT;
