"""A corpus reader for spaCy, which trains directly from a project, without an export.

Once this package is installed, spaCy finds the reader by its name::

    [corpora.train]
    @readers = "spanwright.Corpus.v1"
    path = "news.spanwright"
    split = "train"
    layer = "entities"

Source: https://spacy.io/api/top-level#corpus-readers
"""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.editing.splitting import SPLITS
from annotator.formats.fit import Options, fit
from annotator.formats.training_sets.docbin import DOCBIN, annotate, class_of
from annotator.formats.training_sets.docbin_file import fill_classes, pack
from annotator.jobs.exporting.export_files import Request, chosen_documents
from annotator.model.values import GOLD, Annotated
from annotator.project.project import Project
from annotator.system.errors import AnnotatorError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.training import Example

NAME = "spanwright.Corpus.v1"


def corpus(
    path: Path,
    split: str | None = None,
    layer: str | None = None,
    annotator: str | None = None,
    gold: bool = False,  # noqa: FBT001, FBT002  # spaCy passes keys of its configuration
) -> "Callable[[Language], Iterator[Example]]":
    """Return a function that yields a project's training examples for a spaCy pipeline.

    The examples are the same as in a DocBin export: names in ``ents``, each layer as a group in ``spans``.

    Args:
        path: The project file.
        split: ``train``, ``dev`` or ``test``, as recorded in the project; None for all articles.
        layer: Only this layer.
        annotator: Whose labels; by default the labels of the only annotator who has any, else the current annotator's.
        gold: The adjudicated labels of adjudicated articles, as with ``annotator="gold"``.

    Raises:
        AnnotatorError: ``python.value``. Reading raises ``python.gold`` if nothing was adjudicated.
    """
    annotator = GOLD if gold else annotator
    if split is not None and split not in SPLITS:
        raise AnnotatorError("python.value", value=split, names=", ".join(SPLITS))
    request = Request(
        format=DOCBIN.name, options=Options(layers=(layer,) if layer is not None else ()), annotator=annotator
    )

    def examples(nlp: "Language") -> "Iterator[Example]":
        from spacy.training import Example

        with closing(Project.open(Path(path).expanduser(), read_only=True)) as project:
            if annotator == GOLD and GOLD not in project.read.annotators():
                raise AnnotatorError("python.gold", file=project.path.name)
            classes = sorted({class_of(label) for label in project.read.walk.document_labels()})
            for annotated in _in_split(project, request, split):
                reference = _reference(annotated, request.options, nlp)
                fill_classes(reference.cats, classes)
                if len(reference):
                    yield Example(nlp.make_doc(reference.text), reference)

    return examples


def _in_split(project: Project, request: Request, split: str | None) -> Iterator[Annotated]:
    found = False
    for annotated in chosen_documents(project, request):
        if split in {None, annotated.split}:
            found = True
            yield annotated
    if not found and split is not None:
        raise AnnotatorError("python.split", file=project.path.name, split=split)


def _reference(annotated: Annotated, options: Options, nlp: "Language") -> "Doc":
    """Return an article as a spaCy document, as a DocBin export holds it, in the pipeline's vocabulary."""
    from spacy.tokens import DocBin

    packed = DocBin(store_user_data=True)
    pack(annotate(fit(annotated, DOCBIN.holds, options), options), packed)
    return next(iter(packed.get_docs(nlp.vocab)))
