"""Evaluation of suggested claims: `python -m tests.benchmarks.claims [--thorough] [SET …]`.

The fast answer, for which the rules alone work, is compared with the gold claims of each annotator. With `--thorough`,
the thorough answer is compared instead.

A set is `tune` or `held` (each a half of the gold articles), `gold` (both halves), `fresh` (articles labelled later),
`third` to `eighth` (longer articles), or `own` (articles by the author of the rules). Rules were written in view of all
sets except `fourth` and `sixth` to `eighth`, and the reader of claims has learnt from all except `eighth`; the READMEs
say what each set measured before that. So only `eighth` is blind. Nobody who writes rules reads the articles and
answers of `sixth` to `eighth`. Names come from the shipped sources.
"""

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from annotator.model.values import Document, new_id
from annotator.suggest.claims.by_meaning.claimants import claimants_of
from annotator.suggest.claims.by_meaning.finder import finder_of
from annotator.suggest.claims.by_meaning.kinds import kinds_of
from annotator.suggest.claims.claim_source import names_in
from annotator.suggest.claims.engine import find
from annotator.suggest.claims.frame_values import Found, Name, Rule
from annotator.suggest.sources.registry import ENCODER, available
from annotator.suggest.sources.source import EncoderFolder, SourceKind
from annotator.suggest.work import prepare
from annotator.text.normalization import fingerprint
from tests.gold import agreement, gold_claims
from tests.gold.agreement import Both
from tests.gold.gold_claims import Answers, Claim

FOLDERS = {
    "gold": gold_claims.FOLDER,
    "fresh": gold_claims.FRESH,
    "third": gold_claims.THIRD,
    "fourth": gold_claims.FOURTH,
    "fifth": gold_claims.FIFTH,
    "sixth": gold_claims.SIXTH,
    "seventh": gold_claims.SEVENTH,
    "eighth": gold_claims.EIGHTH,
    "own": gold_claims.OWN,
}
_ONE_HAND = ("third", "fourth", "fifth", "sixth", "seventh", "eighth", "own")
_LABELS = ("PER", "ORG", "LOC", "MISC")


def folder_of(article: str) -> Path:
    """Return the folder of an article's set."""
    return next(folder for folder in FOLDERS.values() if article in gold_claims.article_ids(folder))


@cache
def names_of(article: str) -> tuple[Name, ...]:
    """Return the names that the program's sources find in a gold article."""
    answers = gold_claims.load(1, article, folder_of(article))
    document = Document(
        id=new_id(), title=article, text=answers.text, sha256=fingerprint(answers.text), language=answers.language
    )
    sources = tuple(each for each in available().sources if each.kind is SourceKind.MODEL)
    prepared = prepare(document, answers.language, _LABELS, (), sources)
    return names_in(suggestion for result in prepared.results for suggestion in result.suggestions)


def found_in(answers: Answers, encoder: EncoderFolder | None = None) -> Answers:
    """Return suggested claims in the form of a person's answers, so that both can be compared.

    Without an encoder, they are those of the rules alone.
    """
    names = names_of(answers.id)
    found = find(answers.text, answers.language, names, lambda: False)
    if encoder is not None:
        more, who, decide = finder_of(*encoder), claimants_of(*encoder), kinds_of(*encoder)
        if more is None or who is None or decide is None:
            raise ValueError("the encoder is not the one that the heads were learnt with")
        for step in (more, who):
            found = step(answers.text, answers.language, found, names)
        found = decide(answers.text, answers.language, found)
    claims = tuple(_as_claim(one) for one in found)
    return Answers(answers.id, answers.language, answers.half, answers.text, answers.sentences, claims)


def kinds_right(articles: Sequence[Answers], encoder: EncoderFolder) -> tuple[float, float]:
    """Return the share of claims found that have the right kind: by the rules alone, and by meaning with an encoder."""
    decide = kinds_of(*encoder)
    if decide is None:
        raise ValueError("the encoder is not the one that the head was learnt with")
    right, claims = [0, 0], 0
    for answers in articles:
        found = find(answers.text, answers.language, names_of(answers.id), lambda: False)
        for number, ours in enumerate((found, decide(answers.text, answers.language, found))):
            second = replace(answers, claims=tuple(_as_claim(one) for one in ours))
            alike = [pair.first.kind == pair.second.kind for pair in agreement.pairs(answers, second)]
            right[number] += sum(alike)
            claims += len(alike)
    return 2 * right[0] / claims, 2 * right[1] / claims


def _as_claim(one: Found) -> Claim:
    return Claim(
        parts=one.parts,
        claimant_kind=_claimant_kind(one),
        claimant=one.speaker.part,
        reference=None,
        cue=one.cue,
        kind=str(one.kind),
        worthiness="",
        form=str(one.form),
        stance="refutes" if one.refutes else "unclear" if one.unclear else "affirms",
    )


def _claimant_kind(one: Found) -> str:
    if one.rule is Rule.AUTHOR or one.by_author:
        return "author"
    if one.rule is Rule.MEANING and one.speaker.part is None and not one.by_nobody:
        return "open"
    return "entity" if one.speaker.name is not None else "unnamed"


def token_f(articles: list[Both]) -> float:
    """Return F1 over the characters of words in claims."""
    shared = gold = ours = 0
    for each in articles:
        first, second = _covered(each.first), _covered(each.second)
        shared, gold, ours = shared + len(first & second), gold + len(first), ours + len(second)
    return 2 * shared / (gold + ours) if gold + ours else 1.0


def _covered(answers: Answers) -> set[int]:
    return {
        place
        for claim in answers.claims
        for start, end in claim.parts
        for place in range(start, end)
        if answers.text[place].isalnum()
    }


def column(articles: list[Both]) -> dict[str, str]:
    """Return the figures of one group of articles, a column of the table."""
    overlapping, exact = agreement.overlapping_spans(articles), agreement.exact_spans(articles)
    matched = [pair for each in articles for pair in agreement.pairs(each.first, each.second)]
    by_speaker = [each for each in matched if each.first.claimant_kind != "author"]

    def part(agrees: Callable[[agreement.Pair], bool], *, referring: bool = False) -> str:
        pairs = [pair for pair in by_speaker if pair.first.reference is not None or not referring]
        return f"{agreement.agreement([(True, agrees(pair)) for pair in pairs]):.3f} of {len(pairs)}"

    def share(has: Callable[[Claim], bool], agrees: Callable[[agreement.Pair], bool]) -> str:
        """Return precision, recall and F1 of a field over all claims that have it, not only over the paired ones."""
        gold, ours = (sum(has(claim) for each in articles for claim in each[hand].claims) for hand in (0, 1))
        return _prf(agreement.Score(sum(has(pair.first) and agrees(pair) for pair in matched), gold, ours))

    return {
        "claims gold / rules": f"{overlapping.first} / {overlapping.second}",
        "claim P R F": _prf(overlapping),
        "span exact P R F": _prf(exact),
        "words in claims F": f"{token_f(articles):.2f}",
        "cue P R F": share(lambda claim: claim.cue is not None, lambda pair: pair.first.cue == pair.second.cue),
        "claimant P R F": share(lambda claim: claim.claimant_kind != "author", agreement.same_claimant),
        "cue, of claims of both": part(lambda pair: pair.first.cue == pair.second.cue),
        "claimant, of both": part(agreement.same_claimant),
        "pronouns and roles": part(agreement.same_claimant, referring=True),
        "form": part(lambda pair: pair.first.form == pair.second.form),
        "kind": part(lambda pair: pair.first.kind == pair.second.kind),
    }


def _prf(score: agreement.Score) -> str:
    return f"{score.precision:.2f} {score.recall:.2f} {score.f:.2f}"


def answers_of(name: str, annotator: int) -> list[Answers]:
    """Return one person's answers on a set: `tune`, `held` or one of `FOLDERS`."""
    articles = gold_claims.load_all(annotator, FOLDERS.get(name, gold_claims.FOLDER))
    return [article for article in articles if name in (*FOLDERS, article.half)]


def table(name: str, annotator: int, encoder: EncoderFolder | None = None) -> str:
    """Return the table of a set against one person's answers; without an encoder, for the rules alone."""
    articles = answers_of(name, annotator)
    groups = {group: [a for a in articles if group in ("all", a.language)] for group in ("all", "de", "en")}
    columns = {group: column([Both(a, found_in(a, encoder)) for a in members]) for group, members in groups.items()}
    lines = [f"{name}, hand {annotator}".ljust(24) + "".join(name.ljust(18) for name in columns)]
    lines += [row.ljust(24) + "".join(each[row].ljust(18) for each in columns.values()) for row in columns["all"]]
    return "\n".join(lines)


def speed() -> str:
    """Return the words per second of CPU time, by the rules alone."""
    articles = [(a.text, a.language, names_of(a.id)) for a in gold_claims.load_all(1) if a.half == "tune"]
    started, words = time.thread_time(), 0
    while time.thread_time() - started < 2:
        for text, language, names in articles:
            find(text, language, names, lambda: False)
            words += len(text.split())
    return f"{words / (time.thread_time() - started):,.0f} words a second"


def main() -> None:
    """Print the tables."""
    sets, encoder = sys.argv[1:], None
    if sets[:1] == ["--thorough"]:
        sets, encoder = sets[1:], ENCODER
    for name in sets or (*gold_claims.HALVES, "fresh", *_ONE_HAND):
        for annotator in (1,) if name in _ONE_HAND else (1, 2):
            print(table(name, annotator, encoder), end="\n\n")
    print(speed())


if __name__ == "__main__":
    main()
