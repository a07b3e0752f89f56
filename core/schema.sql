-- The inside of an assessment file (.spbe), version 1: one SQLite database, application_id
-- 0x53504245 ("SPBE"), user_version = the version of this schema. The comments within a statement
-- stay in the file, so that `sqlite3 kota.spbe .schema` explains it to whoever opens it without
-- spbe.
--
-- Everything here follows from `journal`: each fact in the other tables is the `now` of the last
-- entry for its subject and field, and `spbe verify` compares the two. Change a file with spbe, not
-- by hand.
--
-- Texts that were not given are NULL. Ids (I07, I07.3.a) are those of the rule pack. Values are
-- exact decimals written as text ("3", "1.26").

CREATE TABLE assessment (
    -- What this file is about: exactly one row.
    only        INTEGER PRIMARY KEY CHECK (only = 1),
    instrument  TEXT CHECK (length(instrument) > 0),      -- id of the rule pack: "spbe-2020"
    rules       TEXT CHECK (length(rules) = 64),          -- SHA-256 of its pack at the start
    agency      TEXT CHECK (length(agency) > 0),          -- name of the agency
    kind        TEXT CHECK (kind IN ('kementerian', 'lembaga', 'provinsi', 'kabupaten', 'kota',
                                     'lainnya')),
    year        INTEGER CHECK (year BETWEEN 2000 AND 2100), -- the year that is assessed
    person      TEXT CHECK (length(person) > 0)           -- who makes changes when no name is given
) STRICT;

CREATE TABLE rule_file (
    -- The rules as they were when the file was made, so that it can be scored by them later.
    name        TEXT PRIMARY KEY,                         -- "domain_1.lua"
    sha256      TEXT CHECK (length(sha256) = 64),         -- of `bytes`
    bytes       BLOB                                      -- the file itself
) STRICT;

CREATE TABLE unit (
    -- Organisational units that answer for indicators.
    name        TEXT PRIMARY KEY,
    listed      TEXT CHECK (listed = name)                -- NULL once it was taken from the list
) STRICT;

CREATE TABLE general (
    -- Answers to the general questions of the instrument.
    question    TEXT PRIMARY KEY,                         -- id of the question
    text        TEXT                                      -- the answer
) STRICT;

CREATE TABLE response (
    -- What was said about an indicator as a whole.
    indicator   TEXT PRIMARY KEY,                         -- "I07"
    claimed     TEXT,                                     -- value that the agency states
    verified    TEXT,                                     -- value that an assessor set last
    verified_reason TEXT,                                 -- why
    note        TEXT,
    unit        TEXT REFERENCES unit (name),              -- the unit that owns it
    state       TEXT CHECK (state IN ('submitted', 'returned', 'locked')), -- NULL: open
    state_reason TEXT,                                    -- why it was returned
    carried     TEXT                                      -- where an answer was carried over from
) STRICT;

CREATE TABLE explanation (
    -- The agency's own words on a level of an indicator.
    level       TEXT PRIMARY KEY,                         -- "I07.3"
    indicator   TEXT NOT NULL,
    text        TEXT
) STRICT;

CREATE TABLE answer (
    -- Whether a criterion is met.
    criterion   TEXT PRIMARY KEY,                         -- "I07.3.a"
    indicator   TEXT NOT NULL,
    met         TEXT CHECK (met IN ('yes', 'no')),
    note        TEXT
) STRICT;

CREATE TABLE item (
    -- In an instrument that scores them: whether an evidence item was accepted.
    id          TEXT PRIMARY KEY,                         -- "I07.3.e1"
    indicator   TEXT NOT NULL,
    met         TEXT CHECK (met IN ('yes', 'no')),
    note        TEXT
) STRICT;

CREATE TABLE measure (
    -- Values of outside indices that score an indicator.
    id          TEXT PRIMARY KEY,                         -- "I07/indeks_sdi"
    indicator   TEXT NOT NULL,
    value       TEXT
) STRICT;

CREATE TABLE evidence (
    -- Documents put forward for an indicator. Rows are never deleted; a withdrawn one says so.
    number      INTEGER PRIMARY KEY CHECK (number BETWEEN 1 AND 1000000000), -- 12 is known as "E12"
    indicator   TEXT NOT NULL,
    for         TEXT CHECK (for = indicator),             -- says that the item was put forward
    title       TEXT,
    reference   TEXT,                                     -- number of the document: "12/2023"
    date        TEXT,                                     -- of the document
    file        TEXT,                                     -- its file's name when it was attached
    sha256      TEXT,                                     -- of the file, whether kept or not
    unit        TEXT,                                     -- who holds it
    pages       TEXT,                                     -- where to look: "3-7"
    note        TEXT,
    supports    TEXT,                                     -- ids of criteria, by commas
    withdrawn   TEXT                                      -- why it no longer counts
) STRICT;

CREATE TABLE verdict (
    -- Values that assessors set, stage by stage; all are kept.
    number      INTEGER PRIMARY KEY CHECK (number BETWEEN 1 AND 1000000000), -- 3 is known as "V3"
    indicator   TEXT NOT NULL,
    for         TEXT CHECK (for = indicator),             -- says that the verdict was given
    stage       TEXT CHECK (stage IN ('dokumen', 'interviu', 'visitasi', 'reviu')),
    value       TEXT,
    reason      TEXT,
    assessor    TEXT                                      -- who set it
) STRICT;

CREATE TABLE content (
    -- Documents whose bytes are, or were, in this file: once for each SHA-256.
    sha256      TEXT PRIMARY KEY CHECK (length(sha256) = 64),
    size        INTEGER CHECK (size >= 0)                 -- in bytes; NULL once it was purged
) STRICT;

CREATE TABLE chunk (
    -- The bytes of the documents, in pieces of 1 MiB (the last one is shorter).
    sha256      TEXT NOT NULL REFERENCES content (sha256),
    piece       INTEGER NOT NULL CHECK (piece >= 0),      -- 0, 1, 2, …
    bytes       BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 1048576),
    PRIMARY KEY (sha256, piece)
) STRICT;

CREATE TABLE journal (
    -- Every change ever made, in order; entries are only added.
    number      INTEGER PRIMARY KEY CHECK (number BETWEEN 1 AND 1000000000), -- without a gap
    step        INTEGER NOT NULL,                         -- number of its first entry
    at          TEXT NOT NULL,                            -- UTC: "2026-11-22T01:50:03Z"
    who         TEXT NOT NULL CHECK (length(who) > 0),    -- the person, as named
    origin      TEXT NOT NULL,                            -- how: "attach", "import kota.json"
    field       TEXT NOT NULL,                            -- what changed: "claimed"
    indicator   TEXT,                                     -- indicator concerned, if one is
    subject     TEXT NOT NULL,                            -- of what: "I07", "E12"; "": the file
    was         TEXT,                                     -- before; NULL: nothing
    now         TEXT,                                     -- after; NULL: taken away
    -- SHA-256, in hexadecimal, over the bytes of: the hash of the entry before (64 zeros for the
    -- first), a line feed, and the compact JSON array [number, step, at, who, origin, field,
    -- indicator, subject, was, now], numbers as numbers, NULL as null, only " \ and control
    -- characters escaped.
    hash        TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;

-- Finds the last word on a fact.
CREATE INDEX journal_fact ON journal (subject, field, number);
