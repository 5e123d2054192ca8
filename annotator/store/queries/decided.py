"""Queries of decisions about suggestions, from the tables and the log. Each query covers the whole project."""

import json
from collections.abc import Iterable
from typing import NamedTuple

from annotator.model.values import Acceptance, Part
from annotator.store.queries.base import Queries
from annotator.suggestions.reliability import Decision, Verdict, fate_of

# These make SQLite use an index; without them 20,000 labels would take minutes. Overlapping rows are only searched as
# far back as the longest row is long. Suggestions are selected by a list of states. A + keeps SQLite from selecting
# spans by label. CAST gives ids their type.
# `last` finds the last decision about a suggestion: SQLite takes the other columns from the row with the maximum. How
# it was accepted stands in its span, else in a span that the edit added. Rejection of several in one edit is by sight.
_DECIDED = """
WITH way AS MATERIALIZED (
    SELECT number, (SELECT made.value ->> '$.after.origin.acceptance' FROM json_each(edit.changes) AS made
        WHERE made.value ->> '$.after.row' = 'span' LIMIT 1) AS acceptance
    FROM edit WHERE kind = 'accept'
), decision AS (
    SELECT change.value ->> '$.after.id' AS suggestion, edit.number, edit.at, edit.kind,
        CASE WHEN edit.undoes IS NULL THEN edit.milliseconds ELSE 0 END AS milliseconds,
        count(*) OVER (PARTITION BY edit.number, change.value ->> '$.after.layer') AS together
    FROM edit, json_each(edit.changes) AS change
    WHERE edit.kind IN ('accept', 'correct', 'reject') AND change.value ->> '$.after.row' = 'suggestion'
), last AS (
    SELECT suggestion, max(number) AS number, at, kind, milliseconds, together FROM decision GROUP BY suggestion
),
longest AS (SELECT coalesce(max(end - start), 0) AS length FROM span)
SELECT suggestion.layer, suggestion.label, suggestion.score, suggestion.state,
    EXISTS (SELECT 1 FROM span WHERE span.document = suggestion.document AND span.start = suggestion.start
        AND +span.layer = suggestion.layer AND +span.label = suggestion.label AND span.parts = suggestion.parts),
    EXISTS (SELECT 1 FROM span WHERE span.document = suggestion.document AND span.start < suggestion.end
        AND span.start > suggestion.start - (SELECT length FROM longest)
        AND span.end > suggestion.start AND +span.layer = suggestion.layer),
    last.at, last.together, last.milliseconds,
    CASE WHEN suggestion.state = 'corrected' THEN 'looked'
        WHEN suggestion.state = 'rejected' THEN iif(last.kind = 'reject' AND last.together > 1, 'sight', 'looked')
        ELSE coalesce((SELECT span.origin ->> '$.acceptance' FROM span WHERE span.document = suggestion.document
            AND span.start = suggestion.start AND +span.layer = suggestion.layer AND +span.label = suggestion.label
            AND span.parts = suggestion.parts ORDER BY span.id LIMIT 1), way.acceptance) END
FROM suggestion JOIN last ON last.suggestion = suggestion.id LEFT JOIN way ON way.number = last.number
WHERE suggestion.source = coalesce(:source, suggestion.source)
    AND suggestion.state IN ('accepted', 'corrected', 'rejected')
ORDER BY last.at, suggestion.id
"""
# Spans made before the first suggestions are left out, since labelled words are not suggested. Imported spans are, too.
_MISSED = """
WITH made AS (
    SELECT CAST(change.value ->> '$.after.id' AS TEXT) AS span, min(edit.number) AS number
    FROM edit, json_each(edit.changes) AS change
    WHERE change.value ->> '$.after.row' = 'span' AND edit.kind NOT IN ('bring', 'import') GROUP BY span
), asked AS (
    SELECT edit_document.document, min(edit.number) AS number
    FROM edit JOIN edit_document ON edit_document.edit = edit.number WHERE edit.kind = 'suggest'
        AND (edit.facts IS NULL OR edit.facts ->> '$.suggested' IS NOT NULL)
    GROUP BY edit_document.document
), longest AS (SELECT coalesce(max(end - start), 0) AS length FROM suggestion WHERE source = :source)
SELECT span.layer, span.label, count(*)
FROM span JOIN document ON document.id = span.document
    JOIN document_source ON document_source.document = span.document AND document_source.source = :source
    JOIN made ON made.span = span.id LEFT JOIN asked ON asked.document = span.document
WHERE span.origin ->> '$.kind' = 'human' AND (:language IS NULL OR document.language = :language)
    AND (asked.number IS NULL OR made.number > asked.number)
    AND NOT EXISTS (SELECT 1 FROM suggestion WHERE suggestion.document = span.document
        AND suggestion.state IN ('pending', 'held', 'accepted', 'corrected', 'rejected', 'superseded')
        AND suggestion.start < span.end AND suggestion.start > span.start - (SELECT length FROM longest)
        AND suggestion.end > span.start AND suggestion.source = :source AND suggestion.layer = span.layer)
GROUP BY span.layer, span.label ORDER BY span.layer, span.label
"""
_PENDING = """
SELECT layer, label, count(*) FROM suggestion WHERE source = :source AND state = 'pending'
GROUP BY layer, label ORDER BY layer, label
"""
_BY_HAND = """
SELECT edit.changes ->> '$[0].after.layer', edit.milliseconds FROM edit
WHERE edit.kind = 'add' AND edit.undoes IS NULL AND edit.milliseconds > 0 AND json_array_length(edit.changes) = 1
    AND edit.changes ->> '$[0].after.row' = 'span'
ORDER BY edit.number
"""
# The head of a row is the edit that wrote it last. A suggestion without a head was imported; a head of kind "schema"
# hides who decided before. Both count for everybody.
DECIDED_BY = """
(SELECT count(*) FROM suggestion WHERE suggestion.document = {document}
    AND suggestion.state IN ('accepted', 'corrected', 'rejected')
    AND coalesce((SELECT max(edit.annotator = :annotator OR edit.kind = 'schema')
        FROM row_head JOIN edit ON edit.id = row_head.edit
        WHERE row_head.kind = 'suggestion' AND row_head.row = suggestion.id), 1))
"""
_IN_DOCUMENT = f"SELECT {DECIDED_BY.format(document=':document')}"
_BY_ANYBODY = """
SELECT count(*) FROM suggestion WHERE document = :document AND state IN ('accepted', 'corrected', 'rejected')
"""
_OF_SOURCE = """
SELECT DISTINCT document FROM suggestion WHERE source = :source AND state = 'pending' ORDER BY document
"""
_HELD_SENTENCES = "SELECT start, end FROM held_sentence WHERE document = :document ORDER BY start"
_HELD = """
SELECT id FROM document WHERE EXISTS (SELECT 1 FROM held_sentence WHERE document = document.id)
    AND EXISTS (SELECT 1 FROM document_state WHERE document = document.id AND state = 'done') ORDER BY rowid
"""
_TO_HOLD = """
SELECT id FROM document WHERE NOT EXISTS (SELECT 1 FROM document_state WHERE document = document.id AND state = 'done')
    AND (EXISTS (SELECT 1 FROM held_sentence WHERE document = document.id)
        OR EXISTS (SELECT 1 FROM suggestion WHERE document = document.id AND state = 'pending')) ORDER BY rowid
"""
_SEEN = """
SELECT quote, layer, label, sum(taken), sum(refused), sum(known) FROM (
    SELECT quote, layer, label, 1 AS taken, 0 AS refused,
            (layer, document) IN (SELECT value ->> 0, value ->> 1 FROM json_each(:learnt)) AS known
        FROM span WHERE annotator = :annotator AND layer NOT IN ('claims', 'attribution')
    UNION ALL
    SELECT quote, layer, label, 0, 1, 0 FROM suggestion
        WHERE state = 'rejected' AND layer NOT IN ('claims', 'attribution')
    UNION ALL
    SELECT substr(rule, 1, instr(rule || ':', ':') - 1), layer, label, state = 'accepted',
            state = 'rejected' AND NOT EXISTS (SELECT 1 FROM span WHERE span.document = suggestion.document
                AND span.layer = 'claims' AND span.start < suggestion.end AND suggestion.start < span.end), 0
        FROM suggestion WHERE layer = 'claims' AND rule IS NOT NULL AND state IN ('accepted', 'rejected'))
GROUP BY quote, layer, label ORDER BY quote, layer, label
"""
# What a rejected name means depends on the labels at its place now. Without a label it was no name. A label within its
# words replaced it. A longer label says nothing about it. Labels are ordered as they were made (rowid). The words
# before a name are only read in short articles, because SQLite counts characters from the start of the text. A refused
# convention ("like …") says nothing about its name: "Siemens" may be one, though not in "Siemens-Chef".
_NAMES = """
WITH late AS (SELECT document, max(rowid) AS last FROM span GROUP BY document),
named AS (
    SELECT quote, layer, label, document, 1 AS taken, 0 AS refused, 0 AS replaced,
        (layer, document) IN (SELECT value ->> 0, value ->> 1 FROM json_each(:learnt)) AS known,
        CASE WHEN instr(quote, ' ') = 0 THEN (
            SELECT substr(text, max(1, span.start - :reach + 1), min(span.start, :reach))
            FROM document_text JOIN document ON document.id = document_text.document
            WHERE document_text.document = span.document AND document.characters <= :shortest) END AS before
    FROM span WHERE annotator = :annotator AND layer NOT IN ('claims', 'attribution')
    UNION ALL
    SELECT quote, layer, label, document, 0,
        NOT EXISTS (SELECT 1 FROM span WHERE span.document = suggestion.document AND +span.layer = suggestion.layer
            AND span.start < suggestion.end AND span.start > suggestion.start - :longest
            AND span.end > suggestion.start),
        EXISTS (SELECT 1 FROM span WHERE span.document = suggestion.document AND +span.layer = suggestion.layer
            AND span.start >= suggestion.start AND span.start < suggestion.end AND span.end <= suggestion.end),
        0, NULL
    FROM suggestion WHERE state IN ('rejected', 'corrected') AND layer NOT IN ('claims', 'attribution')
        AND coalesce(rule, '') NOT GLOB 'like *'
)
SELECT quote, layer, label, sum(taken), sum(refused), sum(replaced), sum(known), named.document, document.title,
    json_group_array(DISTINCT before)
FROM named JOIN document ON document.id = named.document LEFT JOIN late ON late.document = named.document
GROUP BY quote, layer, label, named.document
HAVING sum(taken) + sum(refused) + sum(replaced) > 0
ORDER BY quote, layer, coalesce(late.last, 0) DESC, named.document, label
"""
# The latest decisions are enough to learn from, and bound the time. A label or suggestion of several parts, or in a
# long article, counts as a whole word: reading what follows it would take too long.
_LABELLED = """
SELECT quote, span.label, attributes ->> '$.part_of_word',
    CASE WHEN document.characters <= :shortest AND json_array_length(parts) = 1 THEN (
        SELECT substr(text, span.end + 1, :reach) FROM document_text WHERE document_text.document = span.document)
    ELSE '' END, document.language, span.document, document.title
FROM span JOIN document ON document.id = span.document
WHERE +span.annotator = :annotator AND +span.layer = 'entities'
ORDER BY span.rowid DESC LIMIT :most
"""
_ANSWERED = """
SELECT quote, suggestion.label, suggestion.state = 'rejected' AND NOT EXISTS (
        SELECT 1 FROM span WHERE span.document = suggestion.document AND +span.layer = suggestion.layer
            AND span.start < suggestion.end AND span.start > suggestion.start - :longest
            AND span.end > suggestion.start),
    suggestion.source, coalesce(suggestion.rule, ''),
    CASE WHEN document.characters <= :shortest AND json_array_length(parts) = 1 THEN (
        SELECT substr(text, suggestion.end + 1, :reach) FROM document_text
        WHERE document_text.document = suggestion.document)
    ELSE '' END, document.language, suggestion.document, document.title
FROM suggestion JOIN document ON document.id = suggestion.document
WHERE suggestion.state IN ('accepted', 'corrected', 'rejected') AND suggestion.layer = 'entities'
ORDER BY suggestion.rowid DESC LIMIT :most
"""
_LATEST = 2_000  # names to learn conventions from
_REST = 40  # characters of a word after its first part
_LONGEST_NAME = 400  # characters; longer labels around a rejected name are missed
_SHORT = 20_000  # characters of an article in which the words before a name are read
_STAMP = """
SELECT (SELECT coalesce(max(number), 0) FROM edit), (SELECT count(*) FROM document_number),
    (SELECT coalesce(max(number), 0) FROM document_number)
"""


_WAYS = {str(way): way for way in Acceptance}


class DecidedSuggestion(NamedTuple):
    """A suggestion about which a person has decided.

    ``kept`` says whether its words have its label now, ``touched`` whether any label of its layer overlaps them now.
    ``at`` is when it was last decided (ISO 8601, UTC). ``together`` is how many suggestions of its layer that edit
    decided; other layers do not count, since a claim also accepts names. ``acceptance`` says whether it was looked at
    alone, for rejections and corrections too; None if unknown.
    """

    layer: str
    label: str
    score: float | None
    state: str
    kept: bool
    touched: bool
    at: str
    together: int
    milliseconds: int
    acceptance: Acceptance | None

    def as_counted(self) -> Decision:
        """Return the decision in the form that the figures are computed from."""
        fate = fate_of(self.state, kept=self.kept, touched=self.touched)
        return Decision(
            layer=self.layer,
            label=self.label,
            score=self.score,
            fate=fate,
            day=self.at[: len("2026-11-24")],
            together=self.together,
            milliseconds=self.milliseconds,
            acceptance=self.acceptance,
            overturned=self.state == Verdict.ACCEPTED and fate is not Verdict.ACCEPTED,
        )


class Decided(Queries):
    """Queries of decisions about suggestions. Suggestions belong to everybody, so most queries take no annotator."""

    def suggestions(self, source: str | None) -> list[DecidedSuggestion]:
        """Return the decided suggestions of a source, the oldest decision first, without imported decisions.

        None as ``source`` stands for all sources.
        """
        return [
            DecidedSuggestion(
                layer, label, score, state, bool(kept), bool(touched), at, together, milliseconds, _WAYS.get(way)
            )
            for layer, label, score, state, kept, touched, at, together, milliseconds, way in self._all(
                _DECIDED, {"source": source}
            )
        ]

    def missed(self, source: str, language: str | None) -> dict[tuple[str, str], int]:
        """Count, by (layer, label), the spans that people set where a source had suggested nothing.

        Only articles that the source has processed count, and only those in ``language`` unless it is None. Spans set
        before the article's first suggestions do not count.
        """
        found = self._all(_MISSED, {"source": source, "language": language})
        return {(layer, label): count for layer, label, count in found}

    def pending(self, source: str) -> dict[tuple[str, str], int]:
        """Count a source's pending suggestions by (layer, label)."""
        return {(layer, label): count for layer, label, count in self._all(_PENDING, {"source": source})}

    def count_in(self, document: str, annotator: str) -> int:
        """Count a document's suggestions that an annotator decided."""
        (count,) = self._one(_IN_DOCUMENT, {"document": document, "annotator": annotator})
        return int(count)

    def count_by_anybody(self, document: str) -> int:
        """Count a document's suggestions that somebody decided."""
        (count,) = self._one(_BY_ANYBODY, {"document": document})
        return int(count)

    def by_hand(self) -> list[tuple[str, int]]:
        """Return (layer, milliseconds) of each edit that set one label without a suggestion, oldest first."""
        return self._all(_BY_HAND)

    def documents_waiting(self, source: str) -> list[str]:
        """Return the ids of the documents in which a source has pending suggestions, sorted."""
        return self._column(_OF_SOURCE, {"source": source})

    def held_sentences(self, document: str) -> list[Part]:
        """Return the sentences of a document in which suggestions are held back, in code points, end exclusive."""
        return self._all(_HELD_SENTENCES, {"document": document})

    def documents_held(self) -> list[str]:
        """Return the ids of the finished documents in which suggestions were held back."""
        return self._column(_HELD)

    def documents_to_hold(self) -> list[str]:
        """Return the ids of the unfinished documents with pending or held suggestions."""
        return self._column(_TO_HOLD)

    def seen(self, annotator: str, learnt: Iterable[tuple[str, str]] = ()) -> list[tuple[str, str, str, int, int, int]]:
        """Return (quote, layer, label, used, refused, learnt) of each name that was labelled or refused.

        ``used`` counts the annotator's labels, ``refused`` everybody's rejections, and ``learnt`` the labels in the
        given (layer, document) pairs. The user's own layers are included. The words of claims do not recur, so for a
        claim the quote is the rule that found it; a rejected claim does not count if it overlaps a labelled one.
        """
        return self._all(_SEEN, {"annotator": annotator, "learnt": json.dumps(list(learnt))})

    def names(
        self, annotator: str, learnt: Iterable[tuple[str, str]] = (), *, reach: int = 24
    ) -> list[tuple[str, str, str, int, int, int, int, str, str, str]]:
        """Return how often each article used or refused each name, by name, the latest article first.

        Each row is (quote, layer, label, used, refused, replaced, learnt, document, title, before). ``replaced`` counts
        suggestions in whose place a label on the same words, or on some of them, was set. ``learnt`` counts the uses in
        the given (layer, document) pairs. ``before`` is a JSON list: for names of one word, the up to ``reach``
        characters before the name, else null.
        """
        bound = {"annotator": annotator, "learnt": json.dumps(list(learnt)), "reach": reach}
        return self._all(_NAMES, bound | {"longest": _LONGEST_NAME, "shortest": _SHORT})

    def labelled(self, annotator: str) -> list[tuple[str, str, str | None, str, str, str, str]]:
        """Return the annotator's latest labelled names, the latest first.

        Each row is (quote, label, form, following, language, document, title). ``form`` is the field `compounds.FORM`,
        ``following`` the text after the name, "" in a long article or after a name of several parts.
        """
        bound = {"annotator": annotator, "most": _LATEST, "shortest": _SHORT, "reach": _REST}
        return self._all(_LABELLED, bound)

    def answered(self) -> list[tuple[str, str, int, str, str, str, str, str, str]]:
        """Return the latest decided suggestions of names, the latest suggested first.

        Each row is (quote, label, refused, source, rule, following, language, document, title). ``refused`` is 1 if the
        suggestion was rejected and no label overlaps it now. ``following`` is as for `labelled`.
        """
        bound = {"most": _LATEST, "shortest": _SHORT, "reach": _REST, "longest": _LONGEST_NAME}
        return self._all(_ANSWERED, bound)

    def stamp(self) -> tuple[int, int, int]:
        """Return numbers that differ after any edit, and after any document was added or deleted."""
        edit, documents, last = self._one(_STAMP)
        return edit, documents, last
