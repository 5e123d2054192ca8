"""Queries by an author who had not seen the synonyms; the palette has to find the right actions."""

from pathlib import Path

from ui.choosing.palette import Palette

QUERIES = Path(__file__).with_name("palette_queries.tsv")
WANTED = 95  # of a hundred queries, so many show a wanted action among the first three
FIRST = 3


def _queries(language):
    rows = (line.split("\t") for line in QUERIES.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return [(query, set(wanted.split())) for known, query, wanted in rows if known == language]


def test_blind_queries_lead_to_the_wanted_action(make_window, project_path):
    asked, missed = 0, []
    for language in ("de", "en"):
        window = make_window(project_path, language=language)
        window.actions_by_id["edit.palette"].trigger()
        palette = window.findChild(Palette)
        for typed, wanted in _queries(language):
            palette.field.setText(typed)
            first = [row.id for row in palette.model.shown[:FIRST]]
            asked += 1
            if not wanted & set(first):
                missed.append((typed, sorted(wanted), first))
        window.projects.close()
    assert asked == 100
    assert len(missed) <= asked - WANTED, missed
