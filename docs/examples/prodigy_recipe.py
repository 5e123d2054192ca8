"""Review a project's suggestions in Prodigy, and store what is decided in the project.

``prodigy spanwright.review reviewed news.spanwright --annotator anna -F prodigy_recipe.py``

Each suggestion is one question. Accept labels the words in the project, reject rejects the suggestion, as in the
window; what is ignored stays open. Close the project in the window first.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import spanwright

try:
    import prodigy
except ImportError:  # the functions work without it
    prodigy = None

AROUND = 300  # characters of the article before and after the suggestion


def questions(path: str, layer: str = "entities") -> Iterator[dict[str, Any]]:
    """Yield a question for each pending suggestion: some words around it, and its place in them."""
    with spanwright.open(path) as project:
        for each in project.suggestions(layer=layer):
            text = project.article(each.article_id).text
            first = max(0, each.start - AROUND)
            yield {
                "text": text[first : each.end + AROUND],
                "spans": [{"start": each.start - first, "end": each.end - first, "label": each.label}],
                "label": each.label,
                "meta": {"source": each.source, "score": each.score},
                "suggestion": each.id,
            }


def store(path: str, annotator: str, answers: Iterable[dict[str, Any]]) -> None:
    """Store answers in the project, all in one transaction. What was decided meanwhile stays as it is."""
    with spanwright.open(path) as project:
        pending = {each.id for each in project.suggestions()}
        given = {each["suggestion"]: each["answer"] for each in answers if each["suggestion"] in pending}
        with project.edit(annotator=annotator) as edit:
            edit.reject(*(id_ for id_, answer in given.items() if answer == "reject"))
            edit.accept(*(id_ for id_, answer in given.items() if answer == "accept"), looked=True)


if prodigy is not None:

    @prodigy.recipe(
        "spanwright.review",
        dataset=("Prodigy's data set", "positional", None, str),
        project=("The project file", "positional", None, str),
        annotator=("Who decides", "option", "a", str),
        layer=("The layer", "option", "l", str),
    )
    def review(dataset: str, project: str, annotator: str, layer: str = "entities") -> dict[str, Any]:
        """Review the suggestions of a project."""
        return {
            "dataset": dataset,
            "stream": list(questions(project, layer)),
            "update": lambda answers: store(project, annotator, answers),
            "view_id": "ner",
        }
