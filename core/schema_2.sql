-- Version 2 of the inside of an assessment file: what it adds to version 1 (schema.sql). Both texts
-- stay as they are; what is wanted next comes into a file of its own.

CREATE TABLE replacement (
    -- Evidence items in whose place a newer version stands: they are kept and no longer count.
    number      INTEGER PRIMARY KEY CHECK (number BETWEEN 1 AND 1000000000), -- 12 is known as "E12"
    indicator   TEXT NOT NULL,
    successor   TEXT CHECK (successor GLOB 'E[1-9]*')     -- id of the newer version: "E15"
) STRICT;

CREATE TABLE inspection (
    -- What a look inside a document found, once for each SHA-256.
    sha256      TEXT PRIMARY KEY CHECK (length(sha256) = 64),
    findings    TEXT                                      -- "pages=12 year=2023", see inspection.h
) STRICT;
