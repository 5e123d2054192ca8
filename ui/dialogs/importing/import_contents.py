"""The results of reading files for an import, and which of them are ticked in the table."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from annotator.corpus.article import Article, OriginWords, Sheet
from annotator.jobs.importing.import_read import Incoming, joined, repeat, with_file
from annotator.jobs.importing.near_versions import SketchedArticle
from annotator.model.values import IMPORTED, Annotated, DocumentLabel, DocumentState, Relation, SentenceMark, Span
from annotator.text.normalization import fingerprint
from ui.base.words.counted import counted
from ui.bridge.session import Session
from ui.dialogs.importing.import_table import ImportModel
from ui.dialogs.importing.token_columns import UNCLEAR

_NO_TEXT = "text.column"
_ASK_FOR_COLUMNS = frozenset({UNCLEAR, _NO_TEXT})
_Row = TypeVar("_Row", Span, Relation, DocumentLabel, SentenceMark, DocumentState)


def ascribe(annotated: Annotated, annotator: str) -> Annotated:
    """Return the record with rows of the placeholder annotator `IMPORTED` assigned to ``annotator``."""

    def all_of(rows: tuple[_Row, ...]) -> tuple[_Row, ...]:
        return tuple(replace(row, annotator=annotator) if row.annotator == IMPORTED else row for row in rows)

    return replace(
        annotated,
        spans=all_of(annotated.spans),
        relations=all_of(annotated.relations),
        labels=all_of(annotated.labels),
        sentences=all_of(annotated.sentences),
        states=all_of(annotated.states),
    )


translate = QCoreApplication.translate


class ImportContents:
    """The results of reading.

    Articles are in the table's model; records with labels, errors and columns are in `incoming`.
    """

    def __init__(self, session: Session, model: ImportModel) -> None:
        self._session = session
        self._model = model
        self.incoming = Incoming()
        self._texts: Sequence[Sequence[str]] = ()  # fingerprints of the texts, for each file with labels
        self._there: Collection[str] = ()  # fingerprints of texts that are already in the project
        self._is_partial = False  # whether a person stopped the reading
        self._sketched: dict[str, SketchedArticle] = {}  # by fingerprint of the text

    def clear(self) -> None:
        """Forget everything that was read."""
        self.incoming, self._texts, self._is_partial = Incoming(), (), False
        self._sketched.clear()
        self._model.clear()

    def add(self, portion: Incoming) -> None:
        """Add a batch of results; articles whose text was read before are left out."""
        given = self._without_repeats(portion)
        self._keep_sketches(given)
        self.incoming = joined((self.incoming, replace(given, articles=(), sketches=())))
        self._model.show_near(given.near)
        prints = _prints(given.articles)
        self._model.add_articles(given.articles, prints, self._known(prints))
        if given.labelled:
            self._model.show_labelled(self.incoming.labelled)

    def note_stop(self) -> None:
        """Note that a person stopped the reading, so that the summary says that files are missing."""
        self._is_partial = True

    def finish(self) -> None:
        """Find out which texts of labelled files are already in the project."""
        self._texts = [[entry.document.sha256 for entry in records] for records in self.records()]
        self._there = self._known(print_ for prints in self._texts for print_ in prints)

    def replace_labels(self, again: Incoming) -> None:
        """Replace the labelled files by the results of reading them again; other articles stay."""
        names = {file.name for file in self.incoming.labelled}
        others = tuple(problem for problem in self.incoming.problems if problem.file not in names)
        self.incoming = replace(
            self.incoming,
            annotated=again.annotated,
            labelled=again.labelled,
            labels=again.labels,
            problems=(*others, *again.problems),
        )
        self._model.show_labelled(again.labelled)

    def replace_file(self, path: Path, again: Incoming) -> None:
        """Replace all results of reading a file by the results of reading it again."""
        self._keep_sketches(again)
        self.incoming = with_file(self.incoming, path, again)
        if again.labelled:
            self._model.show_labelled(self.incoming.labelled)
        self._model.show_near(again.near)
        prints = _prints(again.articles)
        self._model.replace_file(path, again.articles, prints, self._known(prints))

    def sheet(self, path: Path | None) -> Sheet | None:
        """Return the columns of a table or JSON file, or None for another file."""
        return next((sheet for file, sheet in self.incoming.sheets if file == path), None)

    def without_text(self) -> list[tuple[Path, Sheet]]:
        """Return the tables and JSON files whose text column is unclear, with their columns."""
        asking = {path for path, error in self.incoming.failures if error.code == _NO_TEXT}
        return [(path, sheet) for path, sheet in self.incoming.sheets if path in asking]

    def records(self) -> list[tuple[Annotated, ...]]:
        """Return the records of each labelled file."""
        rest = iter(self.incoming.annotated)
        return [tuple(islice(rest, file.documents)) for file in self.incoming.labelled]

    def count_ticked(self) -> int:
        """Return the number of ticked articles and records."""
        files = zip(self.incoming.labelled, self._model.ticked_files(), strict=False)  # the model may lag behind
        return len(self._model.ticked()) + sum(file.documents for file, ticked in files if ticked)

    def count_repeats(self) -> tuple[int, int]:
        """Count the ticked records whose text is in the project, and those whose text comes earlier in the files."""
        if not self._texts:
            return 0, 0
        seen, there, earlier = set(self._model.ticked_prints()), 0, 0
        for prints, ticked in zip(self._texts, self._model.ticked_files(), strict=False):
            for print_ in prints if ticked else ():
                if print_ in self._there:
                    there += 1
                elif print_ in seen:
                    earlier += 1
                seen.add(print_)
        return there, earlier

    def ticked(self, annotator: str) -> Incoming:
        """Return all ticked results; labels without an annotator are assigned to ``annotator``."""
        files = list(zip(self.incoming.labelled, self.records(), self._model.ticked_files(), strict=True))
        return replace(
            self.incoming,
            articles=tuple(self._model.ticked()),
            annotated=tuple(ascribe(entry, annotator) for _, records, on in files if on for entry in records),
            labelled=tuple(file for file, _, on in files if on),
        )

    def findings(self) -> list[str]:
        """Return sentences that say what was found."""
        there, earlier = self.count_repeats()
        waiting = sum(error.code in _ASK_FOR_COLUMNS for _, error in self.incoming.failures)
        counts = (
            (
                len(self._model.articles),
                translate("ImportDialog", "One article found."),
                translate("ImportDialog", "{count} articles found."),
            ),
            (
                len(self.incoming.annotated),
                translate("ImportDialog", "One article has labels."),
                translate("ImportDialog", "{count} articles have labels."),
            ),
            (
                there,
                translate(
                    "ImportDialog",
                    "The labels of one article will be added to the project’s article with the same text.",
                ),
                translate(
                    "ImportDialog",
                    "The labels of {count} articles will be added to the project’s articles with the same text.",
                ),
            ),
            (
                earlier,
                translate("ImportDialog", "One article comes twice in the files; its labels are put together."),
                translate(
                    "ImportDialog", "{count} articles repeat others in the files; their labels are put together."
                ),
            ),
            (
                self._model.known,
                translate("ImportDialog", "One is already in the project."),
                translate("ImportDialog", "{count} are already in the project."),
            ),
            (
                len(self._model.near),
                translate("ImportDialog", "One is a near-duplicate."),
                translate("ImportDialog", "{count} are near-duplicates."),
            ),
            (
                waiting,
                translate("ImportDialog", "One file can be read once you choose its columns."),
                translate("ImportDialog", "{count} files can be read once you choose their columns."),
            ),
            (
                len(self.incoming.failures) - waiting,
                translate("ImportDialog", "One file could not be read."),
                translate("ImportDialog", "{count} files could not be read."),
            ),
        )
        found = [counted(count, one, more) for count, one, more in counts if count]
        stopped = translate("ImportDialog", "Stopped. Files that were not read yet are missing.")
        return [stopped, *found] if self._is_partial else found

    def earlier(self, path: Path | None) -> tuple[SketchedArticle, ...]:
        """Return the articles of the table, without those of the file ``path``, which is about to be read again."""
        prints = (print_ for print_, article in self._model.by_print().items() if path is None or article.path != path)
        return tuple(self._sketched[print_] for print_ in prints if print_ in self._sketched)

    def _keep_sketches(self, portion: Incoming) -> None:
        self._sketched.update((article.sha256, article) for article in portion.sketches)

    def _without_repeats(self, portion: Incoming) -> Incoming:
        """Leave out articles that an earlier choice of files has, too; each gets a notice."""
        before = self._model.by_print() if portion.articles else {}
        pairs = list(zip(_prints(portion.articles), portion.articles, strict=True))
        notices = tuple(repeat(_origin(article), _origin(before[one])) for one, article in pairs if one in before)
        articles = tuple(article for one, article in pairs if one not in before)
        return replace(portion, articles=articles, notices=(*portion.notices, *notices))

    def _known(self, prints: Iterable[str]) -> dict[str, str]:
        return self._session.required().read.documents_with_text(set(prints))


def _origin(article: Article) -> OriginWords:
    return OriginWords(article.name, article.unit)


def _prints(articles: Sequence[Article]) -> list[str]:
    return [fingerprint(article.text) for article in articles]
