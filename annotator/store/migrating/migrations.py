"""The migrations that make the project file's schema. A released migration is never changed; new ones are appended.

Tables and columns have plain names, so that users of datasette, DuckDB and pandas need no manual. Offsets are code
points, end exclusive. The columns parts, excluded, attributes, relations, meta, aliases, origin and changes hold JSON.
"""

import json
from typing import TYPE_CHECKING, Any

from sqlite_utils.migrations import Migrations

from annotator.store.migrating.migration_statements import HEADS_FROM_ORDER, ORGANISED, PACKAGES, TALK, VERSIONS

if TYPE_CHECKING:
    from sqlite_utils import Database

MIGRATIONS = Migrations("spanwright")

_ROWS = """
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE annotator (name TEXT PRIMARY KEY, created TEXT NOT NULL) STRICT;
CREATE TABLE document (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, sha256 TEXT NOT NULL, language TEXT NOT NULL,
    publisher TEXT, author TEXT, url TEXT, published TEXT, meta TEXT NOT NULL, excluded TEXT NOT NULL,
    characters INTEGER NOT NULL, added TEXT NOT NULL, split TEXT) STRICT;
CREATE INDEX document_by_sha256 ON document(sha256);
CREATE TABLE document_text (
    document TEXT PRIMARY KEY REFERENCES document(id) ON DELETE CASCADE, text TEXT NOT NULL) STRICT;
CREATE TABLE document_tokens (
    document TEXT PRIMARY KEY REFERENCES document(id) ON DELETE CASCADE,
    tokenizer TEXT NOT NULL, version TEXT NOT NULL, starts BLOB NOT NULL, ends BLOB NOT NULL) STRICT;
CREATE TABLE document_state (
    document TEXT NOT NULL REFERENCES document(id) ON DELETE CASCADE,
    annotator TEXT NOT NULL REFERENCES annotator(name),
    state TEXT NOT NULL, note TEXT NOT NULL, PRIMARY KEY (document, annotator)) STRICT;
CREATE TABLE document_label (
    document TEXT NOT NULL REFERENCES document(id) ON DELETE CASCADE,
    annotator TEXT NOT NULL REFERENCES annotator(name),
    label TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (document, annotator, label, value)) STRICT;
CREATE TABLE sentence_mark (
    document TEXT NOT NULL REFERENCES document(id) ON DELETE CASCADE,
    annotator TEXT NOT NULL REFERENCES annotator(name),
    start INTEGER NOT NULL, end INTEGER NOT NULL, state TEXT NOT NULL,
    PRIMARY KEY (document, annotator, start, end)) STRICT;
CREATE TABLE span (
    id TEXT PRIMARY KEY, document TEXT NOT NULL REFERENCES document(id) ON DELETE CASCADE,
    layer TEXT NOT NULL, label TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, parts TEXT NOT NULL,
    quote TEXT NOT NULL, attributes TEXT NOT NULL, note TEXT NOT NULL, doubt INTEGER NOT NULL,
    annotator TEXT NOT NULL REFERENCES annotator(name), origin TEXT NOT NULL) STRICT;
CREATE INDEX span_by_document ON span(document, start);
CREATE TABLE relation (
    id TEXT PRIMARY KEY, label TEXT NOT NULL,
    head TEXT NOT NULL REFERENCES span(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    tail TEXT NOT NULL REFERENCES span(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    attributes TEXT NOT NULL, annotator TEXT NOT NULL REFERENCES annotator(name), origin TEXT NOT NULL) STRICT;
CREATE INDEX relation_by_head ON relation(head);
CREATE INDEX relation_by_tail ON relation(tail);
CREATE TABLE identity (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, label TEXT NOT NULL, aliases TEXT NOT NULL, kb_id TEXT) STRICT;
CREATE TABLE suggestion (
    id TEXT PRIMARY KEY, document TEXT NOT NULL REFERENCES document(id) ON DELETE CASCADE,
    layer TEXT NOT NULL, label TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, parts TEXT NOT NULL,
    quote TEXT NOT NULL, attributes TEXT NOT NULL, relations TEXT NOT NULL, score REAL,
    source TEXT NOT NULL, version TEXT NOT NULL, rule TEXT, state TEXT NOT NULL) STRICT;
CREATE INDEX suggestion_by_document ON suggestion(document, state, start);
CREATE TABLE document_source (
    document TEXT NOT NULL REFERENCES document(id) ON DELETE CASCADE, source TEXT NOT NULL, version TEXT NOT NULL,
    PRIMARY KEY (document, source)) STRICT, WITHOUT ROWID;
CREATE TABLE edit (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
    annotator TEXT NOT NULL REFERENCES annotator(name), at TEXT NOT NULL, milliseconds INTEGER NOT NULL,
    changes TEXT NOT NULL, undoes TEXT) STRICT;
CREATE TABLE edit_document (
    document TEXT NOT NULL, edit INTEGER NOT NULL REFERENCES edit(number), PRIMARY KEY (document, edit)
    ) STRICT, WITHOUT ROWID;
CREATE VIEW annotation AS
    SELECT span.id, document.title, span.layer, span.label, span.quote, span.start, span.end, span.annotator,
        span.note, span.doubt, json_extract(span.origin, '$.kind') AS origin, document.language, document.publisher,
        document.published, span.document
    FROM span JOIN document ON document.id = span.document;
CREATE VIEW claim_card AS
    SELECT claim.id, document.title, claim.quote AS claim, claimant.quote AS claimant, cue.quote AS cue,
        json_extract(claim.attributes, '$.kind') AS kind, json_extract(claim.attributes, '$.fact_type') AS fact_type,
        json_extract(claim.attributes, '$.worthiness') AS worthiness,
        json_extract(claim.attributes, '$.stance') AS stance, json_extract(claim.attributes, '$.speech') AS speech,
        json_extract(claim.attributes, '$.topic') AS topic, json_extract(claim.attributes, '$.verdict') AS verdict,
        claim.annotator, document.published, claim.document
    FROM span AS claim JOIN document ON document.id = claim.document
        LEFT JOIN relation AS to_claimant ON to_claimant.head = claim.id AND to_claimant.label = 'claimant'
        LEFT JOIN span AS claimant ON claimant.id = to_claimant.tail
        LEFT JOIN relation AS to_cue ON to_cue.head = claim.id AND to_cue.label = 'cue'
        LEFT JOIN span AS cue ON cue.id = to_cue.tail
    WHERE claim.layer = 'claims';
CREATE VIEW progress AS
    SELECT annotator.name AS annotator, coalesce(document_state.state, 'open') AS state, count(*) AS documents
    FROM annotator CROSS JOIN document
        LEFT JOIN document_state
            ON document_state.document = document.id AND document_state.annotator = annotator.name
    GROUP BY annotator.name, coalesce(document_state.state, 'open')
"""


@MIGRATIONS()
def m001_rows(db: "Database") -> None:
    """Create the tables, and views for common questions."""
    for statement in _ROWS.split(";\n"):
        db.execute(statement)


_SEARCH = (
    """
    CREATE TABLE document_number (
        number INTEGER PRIMARY KEY,
        document TEXT NOT NULL UNIQUE REFERENCES document(id) ON DELETE CASCADE) STRICT
    """,
    "INSERT INTO document_number (document) SELECT id FROM document ORDER BY rowid",
    """
    CREATE VIEW document_words AS
        SELECT document_number.number, document.title, document_text.text
        FROM document_number JOIN document ON document.id = document_number.document
            JOIN document_text ON document_text.document = document.id
    """,
    """
    CREATE VIRTUAL TABLE document_search USING fts5(
        title, text, content = 'document_words', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2')
    """,
    "INSERT INTO document_search (document_search) VALUES ('rebuild')",
    """
    CREATE TRIGGER document_search_delete BEFORE DELETE ON document BEGIN
        INSERT INTO document_search (document_search, rowid, title, text)
            SELECT 'delete', number, title, text FROM document_words
            WHERE number = (SELECT number FROM document_number WHERE document = old.id);
    END
    """,
    """
    CREATE TRIGGER document_search_title AFTER UPDATE OF title ON document WHEN old.title IS NOT new.title BEGIN
        INSERT INTO document_search (document_search, rowid, title, text)
            SELECT 'delete', number, old.title, text FROM document_words
            WHERE number = (SELECT number FROM document_number WHERE document = old.id);
        INSERT INTO document_search (rowid, title, text)
            SELECT number, title, text FROM document_words
            WHERE number = (SELECT number FROM document_number WHERE document = new.id);
    END
    """,
    """
    CREATE TRIGGER document_search_text AFTER UPDATE OF text ON document_text WHEN old.text IS NOT new.text BEGIN
        INSERT INTO document_search (document_search, rowid, title, text)
            SELECT 'delete', number, title, old.text FROM document_words
            WHERE number = (SELECT number FROM document_number WHERE document = old.document);
        INSERT INTO document_search (rowid, title, text)
            SELECT number, title, text FROM document_words
            WHERE number = (SELECT number FROM document_number WHERE document = new.document);
    END
    """,
    "CREATE INDEX document_by_publisher ON document(publisher)",
    """
    ALTER TABLE document ADD COLUMN batch TEXT GENERATED ALWAYS AS
        (CAST(CASE WHEN json_valid(meta) THEN json_extract(meta, '$.batch') END AS TEXT)) VIRTUAL
    """,
    "CREATE INDEX document_by_batch ON document(batch)",
    "CREATE INDEX span_by_label ON span(layer, label, annotator, document)",
)


@MIGRATIONS()
def m002_search(db: "Database") -> None:
    """Create the full text index of titles and texts.

    Each document gets its own number, because VACUUM may renumber rows. The index stores no second copy of the texts.
    Triggers follow changes and deletions. New documents have no trigger, since FTS5 would write a segment for each; the
    store indexes many of them at once. The column ``batch`` comes from ``meta``.
    """
    for statement in _SEARCH:
        db.execute(statement)


def _words_of_claim(row: str) -> str:
    """Build the SQL expression for a claim's words and self-contained text, with ß as ss: the index does not fold ß."""
    text = f"CASE WHEN json_valid({row}.attributes) THEN json_extract({row}.attributes, '$.claim_text') END"
    return f"replace({row}.quote || ' ' || coalesce({text}, ''), 'ß', 'ss')"


_CLAIM_SEARCH = (
    """
    CREATE TABLE claim_words (number INTEGER PRIMARY KEY, claim TEXT NOT NULL UNIQUE, words TEXT NOT NULL) STRICT
    """,
    """
    CREATE VIRTUAL TABLE claim_search USING fts5(
        words, content='claim_words', content_rowid='number', tokenize='unicode61 remove_diacritics 2', detail=none)
    """,
    """
    CREATE VIRTUAL TABLE claim_search_word USING fts5vocab(claim_search, row)
    """,
    """
    CREATE TRIGGER claim_words_added AFTER INSERT ON claim_words BEGIN
        INSERT INTO claim_search (rowid, words) VALUES (new.number, new.words); END
    """,
    """
    CREATE TRIGGER claim_words_removed AFTER DELETE ON claim_words BEGIN
        INSERT INTO claim_search (claim_search, rowid, words) VALUES ('delete', old.number, old.words); END
    """,
    f"""
    CREATE TRIGGER claim_added AFTER INSERT ON span WHEN new.layer = 'claims' BEGIN
        INSERT INTO claim_words (claim, words) VALUES (new.id, {_words_of_claim("new")}); END
    """,  # noqa: S608  # names of ours
    """
    CREATE TRIGGER claim_removed AFTER DELETE ON span WHEN old.layer = 'claims' BEGIN
        DELETE FROM claim_words WHERE claim = old.id; END
    """,
    f"""
    CREATE TRIGGER claim_changed AFTER UPDATE ON span WHEN (old.layer = 'claims' OR new.layer = 'claims') BEGIN
        DELETE FROM claim_words WHERE claim = old.id;
        INSERT INTO claim_words (claim, words) SELECT new.id, {_words_of_claim("new")} WHERE new.layer = 'claims'; END
    """,  # noqa: S608  # names of ours
    f"""
    INSERT INTO claim_words (claim, words) SELECT id, {_words_of_claim("span")} FROM span WHERE layer = 'claims'
    """,  # noqa: S608  # names of ours
)


@MIGRATIONS()
def m003_claim_search(db: "Database") -> None:
    """Create the full text index of claims; triggers keep it up to date, even if another program writes."""
    for statement in _CLAIM_SEARCH:
        db.execute(statement)


_CLAIM_INDEX = """
ALTER TABLE span ADD COLUMN identity TEXT
    GENERATED ALWAYS AS (CASE WHEN json_valid(attributes) THEN attributes ->> '$.identity' END) VIRTUAL;
CREATE INDEX span_by_identity ON span(identity) WHERE identity IS NOT NULL;
CREATE INDEX span_identities ON span(document, identity) WHERE identity IS NOT NULL;
CREATE VIEW claim_now AS
    SELECT claim.id AS claim, claim.document, claim.annotator, tail.id AS claimant, tail.identity,
        tail.quote AS words, tail.label, claim.attributes ->> '$.claimant_kind' AS claimant_kind,
        claim.attributes ->> '$.kind' AS kind, claim.attributes ->> '$.topic' AS topic,
        claim.attributes ->> '$.stance' AS stance, claim.attributes ->> '$.worthiness' AS worthiness,
        claim.attributes ->> '$.verdict' AS verdict
    FROM span AS claim
        LEFT JOIN relation ON relation.id = (
            SELECT min(led.id) FROM relation AS led WHERE led.head = claim.id AND led.label = 'claimant')
        LEFT JOIN span AS tail ON tail.id = relation.tail
    WHERE claim.layer = 'claims' AND json_valid(claim.attributes);
CREATE TABLE claim_index (
    claim TEXT PRIMARY KEY REFERENCES span(id) ON DELETE CASCADE, document TEXT NOT NULL, annotator TEXT NOT NULL,
    claimant TEXT, identity TEXT, words TEXT, label TEXT, claimant_kind TEXT, kind TEXT, topic TEXT, stance TEXT,
    worthiness TEXT, verdict TEXT) STRICT;
CREATE INDEX claim_index_by_claimant ON claim_index(claimant) WHERE claimant IS NOT NULL;
CREATE INDEX claim_index_by_document ON claim_index(document);
INSERT INTO claim_index SELECT * FROM claim_now"""

_CLAIM_INDEX_UPKEEP = """
CREATE TRIGGER claim_index_added AFTER INSERT ON span WHEN NEW.layer = 'claims' BEGIN
    INSERT OR REPLACE INTO claim_index SELECT * FROM claim_now WHERE claim = NEW.id;
END
CREATE TRIGGER claim_index_changed AFTER UPDATE ON span WHEN OLD.layer = 'claims' OR NEW.layer = 'claims' BEGIN
    DELETE FROM claim_index WHERE claim = NEW.id;
    INSERT INTO claim_index SELECT * FROM claim_now WHERE claim = NEW.id;
END
CREATE TRIGGER claim_index_claimant_changed AFTER UPDATE ON span WHEN NEW.layer != 'claims' BEGIN
    UPDATE claim_index SET identity = NEW.identity, words = NEW.quote, label = NEW.label WHERE claimant = NEW.id;
END
CREATE TRIGGER claim_index_led AFTER INSERT ON relation WHEN NEW.label = 'claimant' BEGIN
    INSERT OR REPLACE INTO claim_index SELECT * FROM claim_now WHERE claim = NEW.head;
END
CREATE TRIGGER claim_index_led_elsewhere AFTER UPDATE ON relation
    WHEN OLD.label = 'claimant' OR NEW.label = 'claimant' BEGIN
    INSERT OR REPLACE INTO claim_index SELECT * FROM claim_now WHERE claim IN (OLD.head, NEW.head);
END
CREATE TRIGGER claim_index_not_led AFTER DELETE ON relation WHEN OLD.label = 'claimant' BEGIN
    INSERT OR REPLACE INTO claim_index SELECT * FROM claim_now WHERE claim = OLD.head;
END
"""


@MIGRATIONS()
def m004_claim_index(db: "Database") -> None:
    """Create the table ``claim_index``, a row per claim with its claimant, so that claims are counted quickly.

    The view ``claim_now`` defines its content. Triggers keep it up to date, even if another program writes.
    """
    for statement in _CLAIM_INDEX.split(";\n"):
        db.execute(statement)
    for trigger in _CLAIM_INDEX_UPKEEP.split("\nEND\n"):
        if trigger.strip():
            db.execute(f"{trigger}\nEND")


@MIGRATIONS()
def m005_doubt(db: "Database") -> None:
    """Index pending suggestions by score, so that articles are ordered by learning value without reading their rows."""
    db.execute("CREATE INDEX suggestion_doubt ON suggestion(document, score) WHERE state = 'pending'")


@MIGRATIONS()
def m006_organised(db: "Database") -> None:
    """Add priorities, replaced articles, and the list of files that were read.

    The columns ``priority`` and ``replaced_by`` come from ``meta``. An article counts as replaced only while its
    replacement exists. Views for counting leave replaced articles out. ``file_read`` lists the files that were read
    without error, by the SHA-256 of their bytes, with their documents and the number of these documents. Such files
    need not be read again.
    """
    for statement in ORGANISED:
        db.execute(statement)


@MIGRATIONS()
def m007_held(db: "Database") -> None:
    """Create the table of sentences in which suggestions are held back; a text's sentences never change."""
    db.execute(
        "CREATE TABLE held_sentence (document TEXT NOT NULL REFERENCES document(id) ON DELETE CASCADE,"
        " start INTEGER NOT NULL, end INTEGER NOT NULL, PRIMARY KEY (document, start)) STRICT"
    )


_FORMER_FIELDS = ("evidence_url", "evidence_quote", "evidence_role")
_CITATIONS = {
    "id": "citations",
    "layer": "claims",
    "kind": "citations",
    "name": {"de": "Quellen", "en": "Sources"},
    "help": {
        "de": "Belege, die nicht im Projekt stehen: Adresse oder Werk, und was dort wörtlich steht.",
        "en": "Evidence that is not in the project: address or work, and what it says, word for word.",
    },
}
_FORMER_ENDS = ["entities.PER", "entities.ORG", "attribution.SPEAKER"]
_ENDS = ["entities.PER", "entities.ORG", "entities.LOC", "attribution.SPEAKER"]
_FORMER_RULE = "A claimant is a person or an organisation; a place that acts is an organisation."
_RULE = {
    "de": "Urheber ist, wer etwas sagen kann: eine Person, eine Organisation, ein Ort als Gemeinwesen.",
    "en": "A claimant is who can say something: a person, an organisation, a place that speaks as a body.",
}


@MIGRATIONS()
def m008_citations(db: "Database") -> None:
    """Let claims cite many sources and places be claimants, unless users changed these parts of the project's schema.

    Only the schema is rewritten. Existing claims keep their cited source in the former fields, which are still read.
    """
    for (text,) in db.execute("SELECT value FROM setting WHERE name = 'schema'").fetchall():
        schema = _with_citations(json.loads(text))
        _let_places_speak(schema)
        written = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        db.execute("UPDATE setting SET value = ? WHERE name = 'schema'", [written])


def _with_citations(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the schema with one field for many sources, in place of the three fields for one source."""
    fields = schema.get("attributes", [])
    of_claims = {field["id"]: field for field in fields if field.get("layer") == "claims"}
    former = [of_claims.get(name) for name in _FORMER_FIELDS]
    url, role = former[0], former[2]
    if url is None or role is None or None in former or "citations" in of_claims:
        return schema
    field = {**_CITATIONS, "key": url.get("key"), "shown": True, "values": role.get("values", [])}
    kept = [field if other is url else other for other in fields if other not in former[1:]]
    return {**schema, "attributes": kept}


def _let_places_speak(schema: dict[str, Any]) -> None:
    """Let the schema's rule about claimants allow places, if the schema has labels for them; change it in place."""
    known = {f"{layer['id']}.{label['id']}" for layer in schema["layers"] for label in layer.get("labels", ())}
    for rule in schema.get("rules", ()):
        ours = rule["id"] == "claimant_can_speak" and rule.get("words", {}).get("en") == _FORMER_RULE
        if ours and rule["then"].get("values") == _FORMER_ENDS and known.issuperset(_ENDS):
            rule["words"], rule["then"]["values"] = _RULE, _ENDS


@MIGRATIONS()
def m009_versions(db: "Database") -> None:
    """Let each logged change name the edits it was made over, so that the logs of two copies can be merged.

    In an older log, each change of a row is made over the previous change of that row. ``row_head`` names the edits
    that wrote a row last; ``dispute`` names the fields on which these edits disagree.
    """
    for statement in (*VERSIONS, HEADS_FROM_ORDER):
        db.execute(statement)


@MIGRATIONS()
def m010_packages(db: "Database") -> None:
    """Create the tables of assignments and of written packages."""
    for statement in PACKAGES:
        db.execute(statement)


@MIGRATIONS()
def m011_settled(db: "Database") -> None:
    """Create the table of settled adjudication questions; ``taken`` holds the gold spans made by each answer."""
    db.execute(
        "CREATE TABLE settled (id TEXT PRIMARY KEY, document TEXT NOT NULL REFERENCES document(id) ON DELETE CASCADE,"
        " layer TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,"
        " annotator TEXT NOT NULL REFERENCES annotator(name), asked TEXT NOT NULL, taken TEXT NOT NULL,"
        " rule TEXT NOT NULL) STRICT"
    )
    db.execute("CREATE INDEX settled_by_document ON settled(document)")


@MIGRATIONS()
def m012_talk(db: "Database") -> None:
    """Create the tables of reviews and comments."""
    for statement in TALK:
        db.execute(statement)
