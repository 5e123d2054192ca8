"""The sample project, and the fresh copies of it for the tour; all are in the program's own folder."""

from pathlib import Path

from annotator.model import schema_file
from annotator.system.disk import make_folder, reason
from annotator.system.errors import StoreError
from ui.base.i18n import ui_language
from ui.base.settings import own_folder
from ui.bridge.session import Session


def tour_folder() -> Path:
    """Return the folder of the tour's copies, which are not listed as recent projects."""
    return own_folder() / "tour"


def make_sample(session: Session, path: Path) -> bool:
    """Create and open a project with the tour's article and the sample articles; return False if it did not open.

    If it fails, no file is left behind.

    Raises:
        StoreError: ``format.target``: the folder could not be made.
    """
    from annotator.project.project import AUTO  # imports SQLite, so only after the first paint

    try:
        make_folder(path.parent)
    except OSError as error:
        raise StoreError("format.target", file=path, reason=reason(error)) from error
    if not session.create_project(path, schema_file.load(schema_file.DEFAULT), AUTO):
        return False
    from annotator.corpus.samples import sample_articles
    from annotator.corpus.tour_article import tour_article
    from annotator.jobs.importing.import_read import Incoming
    from annotator.store.migrating import creation

    articles = (tour_article(ui_language()), *sample_articles(session.required().annotator))
    if session.take_in(Incoming(annotated=articles), exclude_furniture=False) is None:
        session.close_project()
        creation.unmake(path)  # otherwise the next start would open it empty
        return False
    session.open_first()
    return True
