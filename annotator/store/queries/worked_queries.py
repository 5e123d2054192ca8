"""Example SQL queries for use in other programs: the help shows them, and a test runs each.

They only use SQL that both SQLite (datasette, pandas) and DuckDB understand.
"""

from collections.abc import Mapping
from types import MappingProxyType

QUERIES: Mapping[str, str] = MappingProxyType(
    {
        "labels": """\
SELECT annotator, publisher, layer, label, count(*) AS labels
FROM annotation
GROUP BY annotator, publisher, layer, label
ORDER BY labels DESC, annotator, publisher, layer, label""",
        "claimants": """\
SELECT claimant, count(DISTINCT id) AS claims,
    count(DISTINCT CASE WHEN stance = 'refutes' THEN id END) AS refuting
FROM claim_card
WHERE claimant IS NOT NULL
GROUP BY claimant
ORDER BY claims DESC, claimant""",
        "progress": """\
SELECT annotator,
    sum(CASE WHEN state = 'open' THEN documents ELSE 0 END) AS open,
    sum(CASE WHEN state = 'done' THEN documents ELSE 0 END) AS done,
    sum(CASE WHEN state = 'skipped' THEN documents ELSE 0 END) AS skipped
FROM progress
GROUP BY annotator
ORDER BY annotator""",
        "names": """\
SELECT quote AS name, label, count(*) AS mentions, count(DISTINCT document) AS articles
FROM annotation
WHERE layer = 'entities'
GROUP BY quote, label
ORDER BY mentions DESC, name, label
LIMIT 20""",
        "time": """\
SELECT document.title, edit.annotator, count(*) AS steps,
    round(sum(edit.milliseconds) / 60000.0, 1) AS minutes
FROM edit
    JOIN edit_document ON edit_document.edit = edit.number
    JOIN document ON document.id = edit_document.document
WHERE edit.milliseconds BETWEEN 1 AND 300000
GROUP BY document.id, document.title, edit.annotator
ORDER BY minutes DESC, document.title""",
    }
)
