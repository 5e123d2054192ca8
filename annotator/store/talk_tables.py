"""Migration m012: who reviewed which article, and comments on places. Never changed once released."""

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
