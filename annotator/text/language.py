"""Language detection."""

import re

LANGUAGES = ("de", "en")
OTHER = "other"

_SHORT = 200  # characters; in a shorter text, a name or a quotation could decide, so there must be little doubt
_SHORTEST = 30
_LITTLE_DOUBT = 25.0  # difference in log probability between both languages; a list of place names reaches 23
_FOREIGN = 40.0  # difference to a third language; a foreign sentence reaches 70, a list of foreign names 27
_FOREIGN_WORDS = 1  # common German and English words that a foreign text may contain: "die", "as", "was"
_NO_LANGUAGE = "zxx"
_FEWEST_LETTERS = 4
_READ = 20_000  # characters read; reading more changes nothing

# Words that are frequent in every article of the language and rare in other languages.
_COMMON = {
    "de": frozenset(
        "und der das nicht ist ein eine mit auf für von dem sich auch wird werden dass des zu im bei nach sind war hat"
        " wie einen einer zum zur oder aus als aber sie wurde".split()
    ),
    "en": frozenset(
        "the of and to that is was for with on it as by he are this from not have has been his their its be at which"
        " would were they had".split()
    ),
}
_MAY_BE_FOREIGN = re.compile(  # all but Latin letters and the quotes, dashes and signs of Latin texts
    "[^\u0000-\u02af\u1e00-\u1eff\u2000-\u206f\u20a0-\u20ff\u2190-\u2bff]"
)
_MANY, _FEW = 0.12, 0.03  # shares of common words in a text: in its language at least, in another language at most
_FEWEST_KINDS = 8


def detect(text: str, fallback: str) -> str:
    """Return ``"de"``, ``"en"`` or ``"other"``, or the fallback if the text is too short to tell.

    The first text whose common words do not decide takes half a second longer, because a model is loaded.
    """
    if _in_other_script(text[:_READ]):
        return OTHER
    if len(text) < _SHORT:
        return _by_few_letters(text) or fallback
    return _by_common_words(text[:_READ]) or _by_letters(text[:_READ])


def _in_other_script(text: str) -> bool:
    """Return whether most letters are not Latin, which even a headline shows."""
    if text.isascii():
        return False
    foreign = sum(map(str.isalpha, _MAY_BE_FOREIGN.findall(text)))
    if not foreign:  # faster than to look at each letter
        return False
    letters = sum(map(str.isalpha, text))
    return letters >= _FEWEST_LETTERS and foreign > letters / 2


def _by_common_words(text: str) -> str | None:
    """Return the language if common words leave no doubt, else None; this is much faster than the model."""
    words = text.lower().split()
    counts = {language: sum(map(common.__contains__, words)) for language, common in _COMMON.items()}
    shares = {language: count / len(words) for language, count in counts.items()} if words else {}
    for language, share in shares.items():
        others = max(other for name, other in shares.items() if name != language)
        if share >= _MANY and others <= _FEW and len(_COMMON[language].intersection(words)) >= _FEWEST_KINDS:
            return language
    return None


def _by_letters(text: str) -> str:
    from py3langid import langid

    language, _ = langid.classify(text)
    return language if language in LANGUAGES else OTHER


def _by_few_letters(text: str) -> str | None:
    """Return the language of a short text, or None if there is too much doubt.

    German or English needs the best score, and the other of the two a much lower one. A third language needs a score
    far above both, and the text hardly any common words of German or English.
    """
    if len(text) < _SHORTEST:
        return None
    from py3langid import langid

    ranked = langid.rank(text)
    scores = dict(ranked)
    first, second = sorted(LANGUAGES, key=scores.__getitem__, reverse=True)
    best, score = ranked[0]
    if best == first:
        return first if scores[first] - scores[second] >= _LITTLE_DOUBT else None
    known = sum(any(word in common for common in _COMMON.values()) for word in text.lower().split())
    foreign = best != _NO_LANGUAGE and score - scores[first] >= _FOREIGN and known <= _FOREIGN_WORDS
    return OTHER if foreign else None
