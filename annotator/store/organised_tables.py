"""Migration m006: priorities, replaced articles and read files. Released statements are never changed."""

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
