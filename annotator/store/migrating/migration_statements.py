"""SQL statements of the migrations. A released statement is never changed."""

# m006: priorities, replaced articles and read files

ORGANISED = (
    """
    ALTER TABLE document ADD COLUMN priority TEXT GENERATED ALWAYS AS
        (CAST(CASE WHEN json_valid(meta) THEN json_extract(meta, '$.priority') END AS TEXT)) VIRTUAL
    """,
    "CREATE INDEX document_by_priority ON document(priority) WHERE priority IS NOT NULL",
    """
    ALTER TABLE document ADD COLUMN replaced_by TEXT GENERATED ALWAYS AS
        (CAST(CASE WHEN json_valid(meta) THEN json_extract(meta, '$.replaced_by') END AS TEXT)) VIRTUAL
    """,
    "CREATE INDEX document_by_replacement ON document(replaced_by) WHERE replaced_by IS NOT NULL",
    """
    CREATE VIEW replaced AS
        SELECT old.id AS document, old.title, new.id AS replaced_by, new.title AS replaced_by_title
        FROM document AS old JOIN document AS new ON new.id = old.replaced_by
        WHERE old.replaced_by IS NOT NULL AND new.id != old.id
    """,
    """
    CREATE TABLE file_read (
        digest TEXT NOT NULL, document TEXT NOT NULL REFERENCES document(id) ON DELETE CASCADE,
        documents INTEGER NOT NULL, PRIMARY KEY (digest, document)) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX file_read_by_document ON file_read(document)",
    "DROP VIEW annotation",
    """
    CREATE VIEW annotation AS
        SELECT span.id, document.title, span.layer, span.label, span.quote, span.start, span.end, span.annotator,
            span.note, span.doubt, json_extract(span.origin, '$.kind') AS origin, document.language, document.publisher,
            document.published, span.document
        FROM span JOIN document ON document.id = span.document
        WHERE span.document NOT IN (SELECT document FROM replaced)
    """,
    "DROP VIEW claim_card",
    """
    CREATE VIEW claim_card AS
        SELECT claim.id, document.title, claim.quote AS claim, claimant.quote AS claimant, cue.quote AS cue,
            json_extract(claim.attributes, '$.kind') AS kind,
            json_extract(claim.attributes, '$.fact_type') AS fact_type,
            json_extract(claim.attributes, '$.worthiness') AS worthiness,
            json_extract(claim.attributes, '$.stance') AS stance, json_extract(claim.attributes, '$.speech') AS speech,
            json_extract(claim.attributes, '$.topic') AS topic, json_extract(claim.attributes, '$.verdict') AS verdict,
            claim.annotator, document.published, claim.document
        FROM span AS claim JOIN document ON document.id = claim.document
            LEFT JOIN relation AS to_claimant ON to_claimant.head = claim.id AND to_claimant.label = 'claimant'
            LEFT JOIN span AS claimant ON claimant.id = to_claimant.tail
            LEFT JOIN relation AS to_cue ON to_cue.head = claim.id AND to_cue.label = 'cue'
            LEFT JOIN span AS cue ON cue.id = to_cue.tail
        WHERE claim.layer = 'claims' AND claim.document NOT IN (SELECT document FROM replaced)
    """,
    "DROP VIEW progress",
    """
    CREATE VIEW progress AS
        SELECT annotator.name AS annotator, coalesce(document_state.state, 'open') AS state, count(*) AS documents
        FROM annotator CROSS JOIN document
            LEFT JOIN document_state
                ON document_state.document = document.id AND document_state.annotator = annotator.name
        WHERE document.id NOT IN (SELECT document FROM replaced)
        GROUP BY annotator.name, coalesce(document_state.state, 'open')
    """,
)

# m009: versions of rows in the log

VERSIONS = (
    "ALTER TABLE edit ADD COLUMN turn INTEGER",
    "ALTER TABLE edit ADD COLUMN copy TEXT",
    "ALTER TABLE edit ADD COLUMN facts TEXT",
    "CREATE INDEX edit_by_turn ON edit(turn) WHERE turn > number",
    """
    CREATE TABLE row_head (
        kind TEXT NOT NULL, row TEXT NOT NULL, edit TEXT NOT NULL, PRIMARY KEY (kind, row, edit)) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE dispute (
        kind TEXT NOT NULL, row TEXT NOT NULL, field TEXT NOT NULL, said TEXT NOT NULL,
        PRIMARY KEY (kind, row, field)) STRICT, WITHOUT ROWID
    """,
)

HEADS_FROM_ORDER = """
INSERT OR IGNORE INTO row_head (kind, row, edit)
WITH side AS MATERIALIZED (
    SELECT edit.number, edit.id AS edit, change.key AS place, sides.key = 'before' AS before, sides.value AS row
    FROM edit, json_each(CASE WHEN json_valid(edit.changes) THEN edit.changes ELSE '[]' END) AS change,
        json_each(CASE WHEN change.type = 'object' THEN change.value ELSE '{}' END) AS sides
    WHERE sides.key IN ('before', 'after') AND sides.type = 'object'
), written AS (
    SELECT number, edit, before, row ->> '$.row' AS kind, CASE row ->> '$.row'
        WHEN 'setting' THEN row ->> '$.name'
        WHEN 'document_split' THEN row ->> '$.document'
        WHEN 'document_state' THEN json_array(row ->> '$.document', row ->> '$.annotator')
        WHEN 'document_label' THEN
            json_array(row ->> '$.document', row ->> '$.annotator', row ->> '$.label', row ->> '$.value')
        WHEN 'sentence_mark' THEN
            json_array(row ->> '$.document', row ->> '$.annotator', row ->> '$.start', row ->> '$.end')
        ELSE CAST(row ->> '$.id' AS TEXT) END AS id
    FROM side
), last AS (
    SELECT kind, id, edit, max(number), count(DISTINCT number) AS times, max(before) AS known
    FROM written WHERE kind IS NOT NULL AND id IS NOT NULL GROUP BY kind, id
)
SELECT kind, id, edit FROM last
WHERE times > 1 OR known
    OR kind IN ('document_label', 'document_split', 'document_state', 'sentence_mark', 'setting')
"""

# m010: assignments and written packages

PACKAGES = (
    """
    CREATE TABLE assignment (
        document TEXT NOT NULL REFERENCES document(id) ON DELETE CASCADE, annotator TEXT NOT NULL,
        purpose TEXT NOT NULL, PRIMARY KEY (document, annotator)) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX assignment_by_annotator ON assignment(annotator, document)",
    """
    CREATE TABLE package (
        id TEXT PRIMARY KEY, annotator TEXT NOT NULL, purpose TEXT NOT NULL, made TEXT NOT NULL,
        options TEXT NOT NULL) STRICT
    """,
)

# m012: reviews and comments

TALK = (
    """
    CREATE TABLE review (
        document TEXT NOT NULL REFERENCES document(id) ON DELETE CASCADE, annotator TEXT NOT NULL,
        made TEXT NOT NULL, PRIMARY KEY (document, annotator)) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE comment (
        id TEXT PRIMARY KEY, document TEXT NOT NULL REFERENCES document(id) ON DELETE CASCADE, span TEXT,
        start INTEGER NOT NULL, end INTEGER NOT NULL, text TEXT NOT NULL,
        annotator TEXT NOT NULL REFERENCES annotator(name), made TEXT NOT NULL, reply_to TEXT) STRICT
    """,
    "CREATE INDEX comment_by_document ON comment(document, start)",
    "CREATE INDEX comment_by_reply ON comment(reply_to) WHERE reply_to IS NOT NULL",
)
