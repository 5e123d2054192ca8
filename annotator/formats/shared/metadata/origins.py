"""The origin of a row in an untrusted record."""

from annotator.formats.shared.json_fields import Fields
from annotator.model.values import Acceptance, Origin, OriginKind

_FIELDS = frozenset("kind source version score rule confirmed acceptance changed".split())


def origin_of(row: Fields, imported: Origin) -> Origin:
    """Return the origin that a row names, or ``imported`` if it names none."""
    if "origin" not in row.value:
        return imported
    given = row.inner("origin")
    given.report_unknown(_FIELDS)
    kind = given.text("kind", OriginKind.IMPORT)
    if kind not in set(OriginKind):
        given.report("row.kind", field="kind", expected=", ".join(OriginKind))
        kind = OriginKind.IMPORT
    known = {each.value: each for each in Acceptance}
    return Origin(
        kind=OriginKind(kind),
        source=given.optional_text("source") if given.value else imported.source,
        version=given.optional_text("version"),
        score=given.number("score"),
        rule=given.optional_text("rule"),
        confirmed=tuple(name for name in given.entries("confirmed") if isinstance(name, str)),
        acceptance=known.get(given.optional_text("acceptance") or ""),
        changed=given.value.get("changed") is True,
    )
