"""Counts of claims by claimant in a whole corpus, from the models' suggestions, which nobody has checked."""

from enum import StrEnum
from typing import NamedTuple

from annotator.scale.results.asking import RunResults

_ROWS, _COLUMNS = 200, 24


class Across(StrEnum):
    """The choices for the columns of the board."""

    STANCE = "stance"
    PUBLISHER = "publisher"
    MONTH = "month"


_COLUMN = {
    Across.STANCE: "coalesce(attributes->>'$.stance', '')",
    Across.PUBLISHER: "coalesce(publisher, '')",
    Across.MONTH: "coalesce(substr(published, 1, 7), '')",
}
_SAID = (
    "SELECT coalesce(trim([r.quote FOR r IN relations IF r.label = 'claimant'][1]), '') AS who, {column} AS across,"
    " key FROM suggestions JOIN once USING (key) WHERE layer = 'claims'"
)


class CountedClaimant(NamedTuple):
    """A claimant as the text names it, or "" for nobody, with the numbers of claims, articles, and claims by column."""

    name: str
    claims: int
    articles: int
    cells: tuple[int, ...]


class ClaimantTable(NamedTuple):
    """A table of the claimants with the most claims; ``claims`` counts the claims of all claimants.

    A claimant's total also counts the claims in columns that are not shown.
    """

    columns: tuple[str, ...]
    claimants: tuple[CountedClaimant, ...]
    claims: int


def board(answers: RunResults, across: Across, rows: int = _ROWS, columns: int = _COLUMNS) -> ClaimantTable:
    """Count the claims in all articles, by claimant and column; copies of an article count once.

    Raises:
        ModelError: ``corpus.question``.
    """
    said = _SAID.format(column=_COLUMN[across])
    query = (
        f"WITH said AS ({said}), cells AS (SELECT who, across, count(*) AS claims FROM said GROUP BY 1, 2),"  # noqa: S608
        " top AS (SELECT who, count(*) AS claims, count(DISTINCT key) AS articles FROM said GROUP BY 1"
        " ORDER BY 2 DESC, 1 LIMIT $rows),"
        " heads AS (SELECT across, sum(claims) AS claims FROM cells GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT $columns)"
        " SELECT 0, who, '', claims, articles FROM top"
        " UNION ALL SELECT 1, '', across, claims, 0 FROM heads"
        " UNION ALL SELECT 2, who, across, claims, 0 FROM cells"
        " SEMI JOIN top USING (who) SEMI JOIN heads USING (across)"
        " UNION ALL SELECT 3, '', '', count(*), 0 FROM said"
    )
    found = answers.rows(query, {"rows": rows, "columns": columns})
    heads = sorted(
        ((int(count), head) for kind, _, head, count, _ in found if kind == 1), key=lambda one: (-one[0], one[1])
    )
    shown = sorted(head for _, head in heads) if across is Across.MONTH else [head for _, head in heads]
    cells = {(who, head): int(count) for kind, who, head, count, _ in found if kind == 2}
    claimants = [
        CountedClaimant(who, int(count), int(articles), tuple(cells.get((who, head), 0) for head in shown))
        for kind, who, _, count, articles in found
        if kind == 0
    ]
    total = sum(int(count) for kind, *_, count, _ in found if kind == 3)
    return ClaimantTable(tuple(shown), tuple(sorted(claimants, key=lambda one: (-one.claims, one.name))), total)
