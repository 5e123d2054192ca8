"""Migration m010: who was dealt which article, and the packages that were written. Never changed once released."""

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
