/** Of the file's tables. A file with a higher one was made by a newer Hearsay. */
export const SCHEMA_VERSION = 2

/** Marks the file as Hearsay's ("hear" in ASCII), for `file` and for {@link openArchive}. */
export const APPLICATION_ID = 0x68656172

const FORMER_FAMILIES = "CREATE TABLE former_families (id TEXT PRIMARY KEY, report INTEGER NOT NULL);"
const PROBLEMS_BY_PLACE = "CREATE INDEX problems_by_place ON problems(place);"

/** What brings a file up to date, by the version it leads from. `page_address` is `addressOf` of address.ts. */
export const MIGRATIONS: Readonly<Record<number, string>> = {
  1: `${FORMER_FAMILIES} ${PROBLEMS_BY_PLACE} UPDATE reports SET address = page_address(url) WHERE url IS NOT NULL;`,
}

/** The tables of an archive, as docs/archive.md describes them. */
export const SCHEMA = `
CREATE TABLE reports (
  id INTEGER PRIMARY KEY,
  content TEXT NOT NULL UNIQUE,
  address INTEGER,
  version INTEGER NOT NULL,
  outlet TEXT, title TEXT, url TEXT, published TEXT, observed TEXT, modified TEXT, language TEXT,
  credits TEXT,
  place TEXT NOT NULL,
  words INTEGER NOT NULL,
  block INTEGER NOT NULL,
  slot INTEGER NOT NULL,
  added TEXT NOT NULL,
  witness TEXT,
  circle INTEGER,
  family TEXT
);
CREATE INDEX reports_by_address ON reports(address) WHERE address IS NOT NULL;
CREATE INDEX reports_by_circle ON reports(circle) WHERE circle IS NOT NULL;
CREATE INDEX reports_by_family ON reports(family) WHERE family IS NOT NULL;
CREATE INDEX reports_by_witness ON reports(witness) WHERE witness IS NOT NULL;

CREATE TABLE texts (block INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
CREATE TABLE captures (report INTEGER PRIMARY KEY, bytes BLOB NOT NULL);

CREATE TABLE segments (
  id INTEGER PRIMARY KEY,
  first INTEGER NOT NULL,
  reports INTEGER NOT NULL,
  outlets BLOB NOT NULL,
  features BLOB NOT NULL,
  joined INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE postings (
  segment INTEGER NOT NULL,
  part INTEGER NOT NULL,
  keys BLOB NOT NULL,
  reports BLOB NOT NULL,
  PRIMARY KEY (part, segment)
);

CREATE TABLE families (
  id TEXT PRIMARY KEY,
  circle INTEGER NOT NULL,
  reports INTEGER NOT NULL,
  outlets INTEGER NOT NULL,
  lost INTEGER NOT NULL,
  origins INTEGER NOT NULL,
  first TEXT, last TEXT,
  credits TEXT NOT NULL,
  title TEXT,
  stemma BLOB NOT NULL
);
CREATE INDEX families_by_circle ON families(circle);
${FORMER_FAMILIES}
CREATE TABLE kinships (
  family TEXT NOT NULL,
  a INTEGER NOT NULL, b INTEGER NOT NULL,
  kind TEXT NOT NULL,
  coverage_a REAL NOT NULL, coverage_b REAL NOT NULL,
  longest_run_words INTEGER NOT NULL,
  passages TEXT NOT NULL
);
CREATE INDEX kinships_by_family ON kinships(family);
CREATE TABLE descent (
  family TEXT NOT NULL,
  parent TEXT NOT NULL,
  child TEXT NOT NULL,
  confidence REAL NOT NULL
);
CREATE INDEX descent_by_family ON descent(family);

CREATE TABLE findings (family TEXT PRIMARY KEY, bytes BLOB NOT NULL);
CREATE TABLE judgements (id INTEGER PRIMARY KEY, at TEXT NOT NULL, judgement TEXT NOT NULL, undone TEXT);
CREATE TABLE problems (id INTEGER PRIMARY KEY, at TEXT NOT NULL, code TEXT NOT NULL, place TEXT NOT NULL, message TEXT NOT NULL, hint TEXT);
${PROBLEMS_BY_PLACE}
CREATE TABLE feeds (url TEXT PRIMARY KEY, etag TEXT, modified TEXT, asked TEXT NOT NULL);

CREATE VIRTUAL TABLE report_words USING fts5(title, text, content='', tokenize="unicode61 remove_diacritics 2");
CREATE TABLE indexed (upto INTEGER NOT NULL);
INSERT INTO indexed VALUES (0);

CREATE VIEW "report list" AS
  SELECT id, published, outlet, title, url, family, words, version, place FROM reports;
CREATE VIEW "families by size" AS
  SELECT id, reports, outlets, lost AS "lost texts", origins, first, last, title, credits FROM families ORDER BY reports DESC;
CREATE VIEW "who copied whom" AS
  SELECT descent.family, parent.outlet AS "from", child.outlet AS "to", round(confidence, 2) AS confidence,
    parent.title AS "title there", child.title AS "title here", descent.parent, descent.child
  FROM descent LEFT JOIN reports parent ON parent.witness = descent.parent LEFT JOIN reports child ON child.witness = descent.child;
`
