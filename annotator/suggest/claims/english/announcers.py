"""Finding who announced what an English plan with "are to be" goes on to tell: "The zoo says the pandas will come"."""

from annotator.suggest.claims.frame_values import NOBODY, Form, Rule, Speaker
from annotator.suggest.claims.people.genders import may_be_person
from annotator.suggest.claims.sentence import Sentence

_AHEAD = frozenset({"will", "would"})
_BARE = 2  # words of "the zoo"


def announcer_before(sentence: Sentence) -> Speaker:
    """Return the body that said in the previous sentence of the paragraph what will happen; otherwise `NOBODY`."""
    context, text = sentence.context, sentence.text
    claim, who = context.claim, context.speaker
    if claim is None or not context.running or claim.speaker != who or who.part is None:
        return NOBODY
    if claim.rule is not Rule.SPEECH_VERB or claim.form is not Form.INDIRECT or claim.refutes or claim.unclear:
        return NOBODY
    told = {word for start, end in claim.parts for word in text[start:end].lower().split()}
    if claim.parts[0][0] < sentence.paragraph or _AHEAD.isdisjoint(told):
        return NOBODY
    if who.name is not None:
        return who if who.name.label == "ORG" else NOBODY
    words = text[slice(*who.part)].lower().split()
    able = len(words) == _BARE and words[0] == "the" and not may_be_person(words[1])
    return who if able and not may_be_person(words[1].removesuffix("s")) else NOBODY
