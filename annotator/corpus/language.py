"""Which language a text is in."""

ENOUGH = 200  # characters below which a guess is no better than the project's language
_SAMPLE = 20_000


def detect(text: str, fallback: str | None) -> str | None:
    """Give "de", "en" or "other"; for a text under `ENOUGH` characters, the fallback.

    Belongs into a job process: the first call loads a model, which takes about a second.

    Source: py3langid, a maintained langid.py (Lui and Baldwin 2012).
    """
    if len(text) < ENOUGH:
        return fallback
    import py3langid

    language, _ = py3langid.classify(text[:_SAMPLE])
    return language if language in {"de", "en"} else "other"
