import pytest


@pytest.fixture
def window(make_window, project_path):
    """A window wide enough for cards beside the text."""
    window = make_window(project_path)
    window.resize(1600, 900)
    return window
