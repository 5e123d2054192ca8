"""Finding German frames whose cue is a noun or an adjective: "ist überzeugt, dass", "vertritt die Ansicht, dass"."""

from annotator.suggest.claims.frame_values import Frame, Kind
from annotator.suggest.claims.german import word_lists as de
from annotator.suggest.claims.german.phrases import can_speak, subject_after, subject_before
from annotator.suggest.claims.german.word_lists import Verb
from annotator.suggest.claims.rules import verb_frame
from annotator.suggest.claims.sentence import Sentence
from annotator.suggest.claims.sentence_words import TokenRange

_BELIEF = Verb("glauben")
_FEAR = Verb("befürchten", Kind.PREDICTION)
_HOPE = Verb("hoffen", Kind.OPINION)
_FINDING = Verb("folgern")
_FEELING = Verb("bedauern", Kind.OPINION)
_CUES = {
    **dict.fromkeys(
        "überzeugt sicher ansicht meinung auffassung überzeugung standpunkt glauben einschätzung eindruck".split(),
        _BELIEF,
    ),
    **dict.fromkeys("zuversichtlich optimistisch besorgt sorge befürchtung angst warnung".split(), _FEAR),
    **dict.fromkeys("hoffnung wunsch zuversicht".split(), _HOPE),
    **dict.fromkeys(
        "schluss ergebnis fazit erkenntnis folgerung vorwurf verdacht behauptung these hinweis".split(), _FINDING
    ),
    **dict.fromkeys("enttäuscht erfreut froh dankbar verärgert empört erleichtert stolz".split(), _FEELING),
}
_VERBS = frozenset(
    "äußert äußerte äußerten bekräftigte bleiben bleibt blieb erheben erhebt erhob gab gaben gelangen gelangt gelangte"
    " gelangten gibt haben hat hatte hatten hegt hegte ist kam kamen kommen kommt sei seien sind teilt teilte"
    " verbreitete verteidigte vertrat vertraten vertreten vertritt war waren wiederholte zeigen zeigt zeigte"
    " zeigten zieht zog zogen".split()
)
_NAMED = {  # nouns for what somebody says, before "lautet"
    **dict.fromkeys("rat empfehlung forderung bitte appell vorschlag wunsch".split(), Verb("fordern", Kind.DEMAND)),
    **dict.fromkeys("prognose vorhersage warnung".split(), Verb("warnen", Kind.PREDICTION)),
    **dict.fromkeys("antwort auskunft begründung botschaft erklärung these vorwurf".split(), Verb("erklären")),
    **dict.fromkeys("fazit urteil bilanz eindruck ansicht meinung diagnose".split(), _BELIEF),
}
_PAPERS = (*de.PAPERS, "erhebung", "prüfung")
_AFTER_RELATIVE = 2  # stretches: "Ärzte", "die es prüften"
_SHORTEST, _LONGEST = 3, 5  # words of "Ihr erstes Fazit lautet"
_READS = frozenset("lautet lautete lauten".split())
_BE = frozenset("ist war bleibt".split())
_OWNERS = frozenset("sein seine ihr ihre".split())
CUES = frozenset(_CUES) | _READS
"""Lower-case words; a sentence without any of them has no such frame."""


def nominal(sentence: Sentence, number: int) -> Frame | None:
    """Return the frame of a noun or adjective for a belief in a stretch, if a clause depends on it; otherwise None."""
    if CUES.isdisjoint(sentence.words) or number + 1 >= len(sentence.stretches):
        return None
    tokens, stretch, following = sentence.tokens, sentence.stretches[number], sentence.stretches[number + 1]
    if following.before not in {",", ":"}:
        return None
    owned = _owned(sentence, number)
    if owned is not None:
        return owned
    if following.before == "," and tokens[following.first].low not in de.INTRODUCERS:
        return None
    verb = next((i for i in range(stretch.first, stretch.last) if tokens[i].low in _VERBS), None)
    cue = next((i for i in range(stretch.last - 1, stretch.first, -1) if tokens[i].low in _CUES), None)
    if verb is None or cue is None or stretch.last - cue > 2:
        return None
    place = subject_before(tokens, stretch.first, verb) or _before_relative(sentence, number, verb)
    place = place or subject_after(tokens, verb + 1, cue)
    if place is None or place[0] <= cue < place[1]:
        return None
    meant = _CUES[tokens[cue].low]
    found = meant is _FINDING and any(token.low.endswith(_PAPERS) for token in tokens[slice(*place)])
    if not found and not can_speak(sentence, place):
        return None
    return verb_frame(sentence, number, meant, cue, sentence.speaker(place), after=stretch.last)


def _before_relative(sentence: Sentence, number: int, verb: int) -> TokenRange | None:
    """Return the subject that a relative clause separates from its verb: "Ärzte, die es prüften, | kommen"."""
    tokens, stretches = sentence.tokens, sentence.stretches
    if (
        number != _AFTER_RELATIVE
        or verb != stretches[number].first
        or tokens[stretches[1].first].low not in de.RELATIVES
    ):
        return None
    return subject_before(tokens, stretches[0].first, stretches[0].last)


def _owned(sentence: Sentence, number: int) -> Frame | None:
    """Return the frame of "Sein Rat lautet: …" or "Ihr Fazit ist, dass …", or None."""
    tokens, stretch = sentence.tokens, sentence.stretches[number]
    words = [i for i in range(stretch.first, stretch.last) if tokens[i].is_word]
    if len(words) < _SHORTEST or len(words) > _LONGEST or tokens[words[0]].low not in _OWNERS:
        return None
    cue = next((i for i in words[1:-1] if tokens[i].low in _NAMED), None)
    verb = tokens[words[-1]].low
    if cue is None or not (verb in _READS or (verb in _BE and tokens[stretch.last + 1].low in de.INTRODUCERS)):
        return None
    named, owner = _NAMED[tokens[cue].low], sentence.pronoun(words[0])
    return verb_frame(sentence, number, named, words[-1], owner, after=stretch.last, cue=sentence.place(cue))
