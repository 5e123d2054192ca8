import pytest


@pytest.fixture
def show(qtbot):
    """Return a function that shows a panel over an open article; both are closed after the test."""
    shown = []

    def make(kind, session, decisions):
        panel = kind(session, decisions)
        qtbot.addWidget(panel)
        panel.show()
        shown.append((session, panel))
        return session, decisions, panel

    yield make
    for session, panel in shown:
        panel.close()
        session.close_project()
