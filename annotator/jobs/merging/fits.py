"""Fit rows to schema changes that their author did not know, with edits that each merge works out anew.

An earlier merge may have fitted a row before all copies had come. So the rows follow from the log without its fits.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from annotator.editing.edits import Change, Edit
from annotator.editing.log.replaying import Own, Replayed, Version, fields_of, resolved, settled, versions
from annotator.editing.log.row_keys import RowKey, document_of, key_of
from annotator.jobs.merging.schema_history import SCHEMA_KEY, SchemaHistory, Words
from annotator.model.schema import Schema
from annotator.model.values import DocumentLabel, Row

FIT = "fit"  # a fact of the edits that fit rows
_KINDS = frozenset({"span", "relation", "suggestion", "identity"})


def fits(log: Sequence[Edit], found: Replayed, schema: Schema, words: Words) -> list[Change]:
    """Return the changes that fit all rows to the schema; ``found`` are the rows of the log."""
    fitted = _Fitted(log)
    plain = fitted.plain(log)
    own = versions(plain)
    schemas = own.get(SCHEMA_KEY)
    history = SchemaHistory(schema, plain, schemas) if schemas else None
    if history is None or not history.moves_anything:
        return []
    rows, every = (found, own) if plain is log else (settled(own), versions(log))
    gone = {key[1] for key in rows.heads if key[0] == "document" and key not in rows.rows}
    changes = _of_documents(found, rows, own, history)
    for key, each in own.items():
        if key[0] in _KINDS and not (gone and _is_in(each, gone)):
            before = found.rows.get(key) or found.loose.get(key)
            after = _fitted(key, each, rows, history, words)
            tips = found.heads[key]
            if not _is_disputed(key, each, rows):  # so a fit makes no dispute
                if before != after or _is_disputed(key, every[key], found):
                    changes.append(Change(before=before, after=after, over=tuple(tips)))
            elif before != after:  # a fit settles no dispute
                branch = fitted.branch([every[key][tip] for tip in tips], before, after)
                changes.append(Change(before=before, after=after, over=(branch.edit,)))
    return changes


def _is_disputed(key: RowKey, own: Own, rows: Replayed) -> bool:
    """Return whether versions of a row contradict each other; a missing label alone is no contradiction."""
    return key in rows.disputes and (key not in rows.loose or bool(resolved(key, own)[1]))


def _fitted(key: RowKey, own: Own, rows: Replayed, history: SchemaHistory, words: Words) -> Row | None:
    """Return a row fitted to the schema; if it has several heads, as it follows from its fitted versions."""
    row = rows.rows.get(key) or rows.loose.get(key)
    if row is None or len(rows.heads[key]) == 1:
        return row and history.fitted(row, own[rows.heads[key][-1]].turn, words)

    def fit(side: Row | None, turn: int) -> Row | None:
        return side and history.fitted(side, turn, words)

    branches = {id_: replace(v, before=fit(v.before, v.turn), after=fit(v.after, v.turn)) for id_, v in own.items()}
    return resolved(key, branches)[0]


def _is_in(own: Own, documents: set[str]) -> bool:
    rows = (row for version in own.values() for row in (version.before, version.after) if row is not None)
    return any(document_of(row) in documents for row in rows)


class _Fitted:
    """The changes of the edits that fitted rows, by edit and row."""

    def __init__(self, log: Iterable[Edit]) -> None:
        edits = [edit for edit in log if FIT in edit.facts]
        self._changes = {(edit.id, key): change for edit in edits for change in edit.changes for key in _keys(change)}
        self.edits = {edit.id for edit in edits}

    def branch(self, tips: Sequence[Version], before: Row | None, after: Row | None) -> Version:
        """Return the head of a row on which to make a fit: one with the values that the fit changes.

        On another head, the fit would put these values in dispute. A head that is itself a fit comes first among those.
        """
        alive = [tip for tip in tips if tip.after is not None] or tips
        old, new = fields_of(before), fields_of(after)
        changed = {name: value for name, value in old.items() if name not in new or new[name] != value}

        def order(tip: Version) -> tuple[int, bool, tuple[bool, int, str]]:
            kept = fields_of(tip.after)
            has = sum(name in kept and kept[name] == value for name, value in changed.items())
            return has, tip.edit in self.edits, tip.rank

        return max(alive, key=order)

    def plain(self, log: Sequence[Edit]) -> Sequence[Edit]:
        """Return a log without fits; what was made on a fit counts as made on what was fitted."""
        if not self.edits:
            return log
        return [
            edit
            if all(self.edits.isdisjoint(change.over) for change in edit.changes)
            else replace(edit, changes=tuple(each for change in edit.changes for each in self._on_plain(change)))
            for edit in log
            if edit.id not in self.edits
        ]

    def _on_plain(self, change: Change, passed: frozenset[str] = frozenset()) -> Iterator[Change]:
        keys = _keys(change)
        yield replace(change, over=tuple(sorted(self._origins(change.over, keys))))
        if isinstance(change.before, DocumentLabel):  # a fit gives it another key: the row before the fit goes, too
            for id_ in set(change.over) - passed:
                fit = self._changes.get((id_, key_of(change.before)))
                if fit is not None and fit.before is not None and fit.before != change.before:
                    yield from self._on_plain(Change(before=fit.before, over=fit.over), passed | {id_})

    def _origins(self, edits: Iterable[str], keys: Iterable[RowKey]) -> set[str]:
        """Return the edits that are no fits, among some edits and those on which the fits among them were made."""
        found: set[str] = set()
        rest, keys = list(edits), tuple(keys)
        while rest:
            one = rest.pop()
            if one not in found:
                found.add(one)
                rest += [id_ for key in keys if (one, key) in self._changes for id_ in self._changes[one, key].over]
        return found - self.edits


def _of_documents(found: Replayed, plain: Replayed, own: dict[RowKey, Own], history: SchemaHistory) -> list[Change]:
    """Return the changes that fit labels of whole documents, whose keys change with them."""
    became: dict[DocumentLabel, DocumentLabel | None] = {}
    for key, row in plain.rows.items():
        if isinstance(row, DocumentLabel):
            turn = max(own[key][head].turn for head in plain.heads[key])
            became[row] = history.fitted_document_label(row, turn)
    there = {row for row in found.rows.values() if isinstance(row, DocumentLabel)}
    wanted = {row for row in became.values() if row is not None}
    missing: dict[tuple[str, str], list[DocumentLabel]] = defaultdict(list)
    for row in sorted(wanted - there, key=key_of):
        missing[row.document, row.annotator].append(row)
    changes = []
    for before in sorted(there - wanted, key=key_of):
        near = missing[before.document, before.annotator]
        after = became.get(before) or (near[0] if near else None)
        if after in near:
            near.remove(after)
        changes.append(Change(before=before, after=after))
    changes += [Change(after=row) for rows in missing.values() for row in rows]
    return [replace(c, over=tuple(sorted({h for k in _keys(c) for h in found.heads.get(k, ())}))) for c in changes]


def _keys(change: Change) -> list[RowKey]:
    return [key_of(row) for row in (change.before, change.after) if row is not None]
