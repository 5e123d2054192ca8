from annotator.system.resources import resource_path
from ui.choosing.synonyms import synonyms, table
from ui.shell.action_table import ACTIONS

_OF_SCHEMA = ("label.", "layer.")


def test_every_action_has_two_in_each_language():
    few = [spec.id for spec in ACTIONS if min(map(len, synonyms(spec.id))) < 2]
    assert few == [], "give each two or more in English and in German, divided by commas, in resources/synonyms.tsv"


def test_no_line_is_about_a_lost_action():
    ids = {spec.id for spec in ACTIONS}
    families = {id_[:-1] for id_ in table() if id_.endswith("*")}
    assert {id_ for id_ in table() if not id_.endswith("*")} <= ids
    empty = {start for start in families if not any(id_.startswith(start) for id_ in ids)}
    assert empty == set(_OF_SCHEMA)


def test_no_action_has_two_lines():
    lines = resource_path("synonyms.tsv").read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(table())


def test_family_adds_to_own_words():
    dark = synonyms("theme.dark")
    assert {"dark mode", "theme"} <= set(dark.english)
    assert {"Dunkelmodus", "Farben"} <= set(dark.german)
