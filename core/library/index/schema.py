"""The tables of the index. An index of another form is made anew, so a change needs nothing but another number."""

FORM = 9
"""The number of this form."""

TABLES = """
CREATE TABLE looks (kind TEXT PRIMARY KEY, look TEXT NOT NULL);
CREATE TABLE pending (kind TEXT, key TEXT, PRIMARY KEY (kind, key)) WITHOUT ROWID;
CREATE TABLE files (kind TEXT, key TEXT, modified INTEGER, size INTEGER, PRIMARY KEY (kind, key)) WITHOUT ROWID;

CREATE TABLE articles (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL, source TEXT NOT NULL, name TEXT NOT NULL, outlet TEXT NOT NULL, language TEXT NOT NULL,
    published TEXT NOT NULL, first_opened TEXT NOT NULL, dated TEXT NOT NULL,
    previous TEXT NOT NULL, superseded INTEGER NOT NULL DEFAULT 0, versions INTEGER NOT NULL DEFAULT 1,
    words INTEGER NOT NULL, length INTEGER NOT NULL, opening TEXT NOT NULL, fingerprint TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'new', last_opened TEXT NOT NULL DEFAULT '', removed TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL DEFAULT 0,
    marks INTEGER NOT NULL DEFAULT 0, deletions INTEGER NOT NULL DEFAULT 0,
    analysed INTEGER NOT NULL DEFAULT 0, corrected INTEGER NOT NULL DEFAULT 0,
    statements INTEGER NOT NULL DEFAULT 0, chief TEXT NOT NULL DEFAULT '[]',
    partial INTEGER NOT NULL DEFAULT 0, authors TEXT NOT NULL DEFAULT '[]', address TEXT NOT NULL DEFAULT '',
    moment TEXT NOT NULL DEFAULT ''
);
CREATE INDEX articles_by_day ON articles (dated, moment, id, superseded, removed, state);
CREATE INDEX articles_by_opening ON articles (last_opened, id, superseded, removed);
CREATE INDEX articles_by_name ON articles (name);
CREATE INDEX articles_by_previous ON articles (previous) WHERE previous != '';
CREATE INDEX articles_by_fingerprint ON articles (fingerprint);
CREATE INDEX articles_hidden ON articles (id) WHERE removed != '' OR superseded = 1;
CREATE INDEX articles_with_deletions ON articles (deletions) WHERE deletions > 0;
CREATE INDEX articles_not_analysed ON articles (dated) WHERE analysed = 0;
CREATE TABLE addresses (address TEXT, article INTEGER, PRIMARY KEY (address, article)) WITHOUT ROWID;

CREATE VIRTUAL TABLE texts USING fts5 (title, text, content = '', tokenize = 'unicode61 remove_diacritics 0');
CREATE TABLE terms (id INTEGER PRIMARY KEY, term TEXT NOT NULL UNIQUE);
CREATE VIRTUAL TABLE term_parts USING fts5 (term, content = '', tokenize = 'trigram');

CREATE TABLE marks (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL, mark TEXT NOT NULL, start INTEGER NOT NULL,
    passage TEXT NOT NULL, tags TEXT NOT NULL, note TEXT NOT NULL, folded TEXT NOT NULL
);
CREATE INDEX marks_by_article ON marks (article);
CREATE VIRTUAL TABLE mark_parts USING fts5 (folded, content = 'marks', content_rowid = 'id', tokenize = 'trigram');
CREATE TABLE tags (same TEXT, article INTEGER, mark INTEGER, tag TEXT, PRIMARY KEY (same, article, mark)) WITHOUT ROWID;
CREATE INDEX tags_by_article ON tags (article);

CREATE TABLE actors (
    article INTEGER NOT NULL, actor TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, identity TEXT NOT NULL,
    names TEXT NOT NULL, about TEXT NOT NULL,
    mentions INTEGER NOT NULL, statements INTEGER NOT NULL, dated TEXT NOT NULL,
    words INTEGER NOT NULL, direct INTEGER NOT NULL, start INTEGER NOT NULL, sentence TEXT NOT NULL
);
CREATE INDEX actors_by_article ON actors (article);
CREATE INDEX actors_by_identity ON actors (identity, dated, article, name, kind, statements, words, direct);
CREATE INDEX actors_by_names ON actors (names);
CREATE TABLE statements (
    article INTEGER NOT NULL, quote TEXT NOT NULL, actor TEXT NOT NULL, spans TEXT NOT NULL, confidence REAL NOT NULL,
    start INTEGER NOT NULL, end INTEGER NOT NULL, kind TEXT NOT NULL,
    speaker TEXT NOT NULL, folded TEXT NOT NULL,
    identity TEXT NOT NULL, words TEXT NOT NULL, wording TEXT NOT NULL, cue TEXT NOT NULL,
    according TEXT NOT NULL, refusal INTEGER NOT NULL, before TEXT NOT NULL, dated TEXT NOT NULL
);
CREATE INDEX statements_by_article ON statements (article, actor);
CREATE INDEX statements_by_speaker ON statements (folded, dated, article, kind);
CREATE INDEX statements_by_day ON statements (dated, kind);
CREATE TABLE spoken_of (article INTEGER, actor TEXT, quote TEXT, PRIMARY KEY (article, actor, quote)) WITHOUT ROWID;
CREATE TABLE speakers (folded TEXT PRIMARY KEY) WITHOUT ROWID;
"""
