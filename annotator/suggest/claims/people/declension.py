"""The forms of German nouns for people: "des Vorsitzenden" is a "Vorsitzender", "des Trainers" a "Trainer"."""

from annotator.suggest.claims.people.genders import FEMALE, LIKE_ADJECTIVES, MALE, has_feminine_ending

_ENDINGS = ("e", "er", "en", "em")
_WEAK = ("ent", "ist", "ant", "loge", "at", "graf", "herr")  # "des Präsidenten", "des Juristen"
_SHORTEST = 5


def forms_of(low: str) -> list[str]:
    """Return the other forms of a German noun for a person, all in lower case."""
    stem = _stem(low)
    if stem:
        return [stem + ending for ending in _ENDINGS if stem + ending != low]
    if low.endswith("en") and low[:-2].endswith(_WEAK):
        return [low[:-2]]
    if low.endswith("s") and len(low) > _SHORTEST and low[-2] not in "sx":
        return [low[:-1], low[:-2]] if low.endswith(("tes", "nnes")) else [low[:-1]]
    return []


def gender_of(article: str, low: str) -> int:
    """Return the gender that an article and a noun show together: "der Vorsitzenden" is a woman; 0 if unknown."""
    if article in {"der", "die"} and has_feminine_ending(low):
        return FEMALE
    if not _stem(low):
        return 0
    if article in {"des", "dem", "den"} or low.endswith(("er", "em")):
        return MALE
    return FEMALE if (article, low[-1]) in {("die", "e"), ("der", "n")} else MALE if article == "der" else 0


def _stem(low: str) -> str:
    """Return the stem of a noun that is declined like an adjective, "" for other nouns."""
    stem = next((low.removesuffix(ending) for ending in ("en", "er", "em", "e") if low.endswith(ending)), "")
    return stem if stem.endswith(LIKE_ADJECTIVES) else ""
