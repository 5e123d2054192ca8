"""While a long step is stored, no other article is opened, so adjudication neither begins nor ends."""

from tests.ui import worked
from tests.ui.adjudicating.test_mode import team_path  # noqa: F401 - a fixture
from ui.jobs.suggesting.source_finder import Work


def test_adjudication_neither_begins_nor_ends_during_a_long_step(qtbot, make_window, team_path):  # noqa: F811
    window = make_window(team_path, work=Work(draw_tokens=worked.draw, prepare=worked.prepare, sources=()))
    session, mode = window.session, window.adjudication.mode
    document = session.project.read.find_document("Weifang wird Metaverse")
    session.open_document(document)
    connection = session.project._store._connection
    connection.execute("BEGIN")
    with qtbot.waitSignal(session.failed, timeout=30_000) as failed:
        window.adjudication.adjudicate(document)
    assert failed.args[0].code == "store.busy"
    qtbot.wait(0)
    assert not mode.is_on
    connection.execute("ROLLBACK")
    with qtbot.waitSignal(mode.begun, timeout=30_000):
        window.adjudication.adjudicate(document)
    connection.execute("BEGIN")
    with qtbot.waitSignal(session.failed, timeout=30_000):
        mode.leave()
    assert mode.is_on
    connection.execute("ROLLBACK")
    mode.leave()
    assert not mode.is_on
