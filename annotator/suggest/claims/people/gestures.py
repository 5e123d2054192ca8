"""Finding who reacts with a gesture to what somebody said about them: "Der Mann winkt ab. Das Fass sei neu"."""

import re

from annotator.model.values import Part
from annotator.suggest.claims.frame_values import NOBODY, Context, Form, Speaker
from annotator.suggest.claims.people.cast import Cast
from annotator.suggest.claims.people.genders import FEMALE, MALE

_GESTURE = re.compile(
    r"\s*(?P<who>(?:Der|Die|Das) (?P<noun>[A-ZÄÖÜ][\w-]+)) (?:(?:winkt|winkte) (?:nur )?ab"
    r"|(?:lacht|lachte|lächelt|lächelte|nickt|nickte|schweigt|schwieg|seufzt|seufzte|stutzt|stutzte)"
    r"|(?:hebt|hob) (?:abwehrend )?die (?:Arme|Hände|Schultern)|(?:runzelt|runzelte) die Stirn"
    r"|(?:schüttelt|schüttelte) (?:nur )?den Kopf|(?:verdreht|verdrehte) die Augen|(?:wehrt|wehrte) ab"
    r"|(?:zuckt|zuckte) (?:nur )?(?:mit den |die )(?:Achseln|Schultern))\W*"
)
_FIRST = re.compile(r"(?P<phrase>(?:der|die|das|sein|seine|ihr|ihre) (?:[a-zäöüß]+ )?(?P<noun>[A-ZÄÖÜ][\w-]+)) ")
_ANYBODY = frozenset(
    "alte angegriffene angesprochene beschuldigte chef chefin dame frau gescholtene getadelte herr junge jüngere mann"
    " ältere".split()
)
_WORKERS = ("dler", "tler", "tner", "wärter")


def reacting(cast: Cast, text: str, sentence: Part, context: Context) -> Speaker:
    """Return the subject of the previous sentence's claim if this sentence tells their gesture, otherwise `NOBODY`.

    "A guest says the porter slept. The old man shakes his head." The porter goes on to speak; the gesture's subject
    is a general noun such as "der Mann", or the same role.
    """
    claim = context.claim
    if claim is None or claim.form is not Form.INDIRECT or claim.parts[0][0] < text.rfind("\n", 0, sentence[0]):
        return NOBODY
    found = _GESTURE.fullmatch(text, *sentence)
    start, end = claim.parts[0]
    names = cast.within(start, end) if found is not None else []
    if found is None:
        return NOBODY
    gender = FEMALE if found["who"].startswith("Die") else MALE
    if names and names[0].start == start and cast.is_person(names[0]):
        able = cast.genders.of(names[0]) & gender and found["noun"].lower() in _ANYBODY
        return Speaker((names[0].start, names[0].end), names[0]) if able else NOBODY
    subject = _FIRST.match(text, start, end)
    if subject is None or not cast.genders.of_phrase(subject["phrase"]) & gender:
        return NOBODY
    if found["noun"].lower() not in _ANYBODY and found["noun"] != subject["noun"]:
        return NOBODY
    if not (cast.genders.is_person_noun(subject["noun"]) or subject["noun"].endswith(_WORKERS)):
        return NOBODY
    holder = cast.roles.holder(subject["noun"], start)
    return Speaker(subject.span("phrase")) if holder is None else Speaker((holder.start, holder.end), holder)
