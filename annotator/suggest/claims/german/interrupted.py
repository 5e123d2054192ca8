"""Finding where a German main clause goes on after a clause inside it: "Das Gutachten, wonach …, habe überzeugt"."""

from annotator.suggest.claims.german import word_lists as de
from annotator.suggest.claims.german.phrases import is_like_verb, phrase_end
from annotator.suggest.claims.german.word_lists import CONDITIONAL, SUBJUNCTIVE, VERBS
from annotator.suggest.claims.sentence import Sentence

_SUBJUNCTIVES = SUBJUNCTIVE | CONDITIONAL
_SPEECH = {form for form, verbs in VERBS.items() if not any(verb.participle for verb in verbs)}
_FINITE = _SUBJUNCTIVES.union(_SPEECH, "hat haben hatte hatten ist sind war waren wird werden wurde wurden".split())
_PAST = ("te", "ten")
_INTERRUPTING = de.RELATIVES | {"wonach"}


def main_goes_on(sentence: Sentence, number: int) -> int | None:
    """Return the stretch in which a main clause goes on with its verb after a subordinate clause, or None.

    ``number`` is the stretch of the subordinate clause.
    """
    for later in range(number + 1, len(sentence.stretches)):
        stretch = sentence.stretches[later]
        token = sentence.tokens[stretch.first]
        finite = token.low in _FINITE or (is_like_verb(token) and token.low.endswith(_PAST))
        if stretch.before == "," and not token.is_capital and finite:
            return later
    return None


def clause_begin(sentence: Sentence, free: int) -> int:
    """Return where a main clause begins that goes on at a free token after "wonach …"; else the token itself."""
    for number, stretch in enumerate(sentence.stretches[1:], 1):
        if sentence.tokens[stretch.first].low == "wonach":
            later = main_goes_on(sentence, number)
            if later is not None and sentence.stretches[later].first - free in {0, 1}:
                return sentence.stretches[number - 1].first
    return free


def is_interrupted(sentence: Sentence, number: int) -> bool:
    """Return whether a stretch is only the subject of a clause that goes on: "sagte, das Dach, das leckt, werde …"."""
    stretch = sentence.stretches[number]
    if number + 2 >= len(sentence.stretches) or sentence.is_quotation(number + 1):
        return False
    opens = sentence.tokens[sentence.stretches[number + 1].first].low in _INTERRUPTING
    if not opens or phrase_end(sentence.tokens, stretch.first, stretch.last) < stretch.last:
        return False
    later = main_goes_on(sentence, number + 1)
    return later is not None and sentence.tokens[sentence.stretches[later].first].low in _SUBJUNCTIVES
