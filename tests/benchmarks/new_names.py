"""Names in ten new articles, labelled by a person who had not seen any model: fast and thorough answer.

``python -m tests.benchmarks.new_names [SET …]``; a set is ``third`` or ``fourth``; without one, both are measured. A
name is right if words and label are. "Sure" is a score of at least 0.9.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from annotator.model.values import Document, Suggestion, new_id
from annotator.suggest.sources.registry import available
from annotator.suggest.sources.source import SourceInfo, SourceKind, Speed, at_speed
from annotator.suggest.work import prepare
from annotator.text.normalization import fingerprint
from tests.gold import gold_claims, gold_names
from tests.gold.gold_claims import Answers

# by set: the folder of names, and of the claims whose articles they label
_SETS = {
    "third": (gold_names.THIRD, gold_claims.THIRD),
    "fourth": (gold_names.FOURTH, gold_claims.FOURTH),
}
_LABELS = ("PER", "ORG", "LOC")
_SURE = 0.9

Name = tuple[int, int, str]  # start and end in code points, end exclusive; label


def gold(answers: Answers, folder: Path) -> set[Name]:
    """Return the names that the person labelled in an article of the folder."""
    sentences = zip(answers.sentences, gold_names.load(answers.id, folder), strict=True)
    return {
        (place.start + start, place.start + end, label)
        for place, sentence in sentences
        for start, end, label in sentence.names
        if label in _LABELS
    }


def found(answers: Answers, sources: tuple[SourceInfo, ...]) -> Iterator[Suggestion]:
    """Yield the names that the models suggest in an article."""
    document = Document(
        id=new_id(),
        title=answers.id,
        text=answers.text,
        sha256=fingerprint(answers.text),
        language=answers.language,
    )
    for result in prepare(document, answers.language, _LABELS, (), sources).results:
        yield from (each for each in result.suggestions if each.label in _LABELS)


def count(speed: Speed, chosen: str) -> dict[str, Counter[str]]:
    """Count names of a set by language: right, suggested, gold, sure, and sure and right."""
    models = tuple(at_speed([each for each in available().sources if each.kind is SourceKind.MODEL], speed))
    counts = {"de": Counter[str](), "en": Counter[str]()}
    folder, claims = _SETS[chosen]
    for path in sorted(folder.glob("*.txt")):
        answers = gold_claims.load(1, path.stem, claims)
        names = gold(answers, folder)
        scores = {(each.start, each.end, each.label): each.score or 0 for each in found(answers, models)}
        sure = {name for name, score in scores.items() if score >= _SURE}
        counts[answers.language] += Counter(
            right=len(names & scores.keys()),
            suggested=len(scores),
            gold=len(names),
            sure=len(sure),
            sure_right=len(sure & names),
        )
    return counts


def main() -> None:
    """Print a table of each set."""
    for chosen in sys.argv[1:] or _SETS:
        _print(chosen)


def _print(chosen: str) -> None:
    print(f"{chosen:14}  P     R     F     sure  of which right")
    for speed in (Speed.FAST, Speed.THOROUGH):
        counts = count(speed, chosen)
        for language, each in {**counts, "all": counts["de"] + counts["en"]}.items():
            precision, recall = each["right"] / each["suggested"], each["right"] / each["gold"]
            f = 2 * each["right"] / (each["suggested"] + each["gold"])
            share, right = each["sure"] / each["suggested"], each["sure_right"] / each["sure"]
            print(f"{speed:9} {language:4}  {precision:.3f} {recall:.3f} {f:.3f} {share:.3f} {right:.3f}")


if __name__ == "__main__":
    main()
