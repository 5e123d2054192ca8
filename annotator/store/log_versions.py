"""Migration m009: versions of rows in the log. Released statements are never changed."""

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
