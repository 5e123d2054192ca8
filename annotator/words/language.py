"""Which language a text is in."""

LANGUAGES = ("de", "en")
OTHER = "other"

_SHORTEST = 200  # in a shorter text, a name or a quotation decides
_READ = 20_000  # more tells nothing new


def detect(text: str, fallback: str) -> str:
    """Give ``"de"``, ``"en"`` or ``"other"``; the fallback where the text is too short to tell.

    The first call takes about half a second.
    """
    from py3langid import langid

    if len(text) < _SHORTEST:
        return fallback
    language, _ = langid.classify(text[:_READ])
    return language if language in LANGUAGES else OTHER
