"""A project in a file of its own."""

import pytest

from tests.annotator.made import add_article, make_project


@pytest.fixture
def project(tmp_path):
    made = make_project(tmp_path)
    yield made
    made.close()


@pytest.fixture
def document(project):
    return add_article(project)
