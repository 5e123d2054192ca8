"""The language of the window: its translators, and numbers and dates as it writes them."""

from datetime import date as calendar_date
from functools import cache, lru_cache

from PySide6.QtCore import QCoreApplication, QDate, QLibraryInfo, QLocale, QTranslator

from annotator.system.errors import QT_TRANSLATE_NOOP
from annotator.system.resources import resource_path

LANGUAGES = ("en", "de")
_MEGABYTE = 2**20  # bytes
_ENGLISH = QLocale(QLocale.Language.English)  # the system's would name months in the system's language
# Qt's own German leaves this key English; our words come before Qt's
QT_TRANSLATE_NOOP("QShortcut", "Return")


def system_language() -> str:
    """Give the first language of the system that the program speaks."""
    wanted = (name.split("-")[0] for name in QLocale.system().uiLanguages())
    return next((name for name in wanted if name in LANGUAGES), "en")


def install(language: str) -> None:
    """Speak a language from now on; what is on screen already keeps its words."""
    application = _application()
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.deleteLater()
    places = (
        (f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        (f"spanwright_{language}", str(resource_path("translations"))),
    )
    for name, folder in places if language != "en" else ():
        translator = QTranslator(application)
        if translator.load(name, folder):
            application.installTranslator(translator)
        else:
            translator.deleteLater()
    application.setProperty("language", language)
    QLocale.setDefault(locale())


def ui_language() -> str:
    """Give the language of the window, ``de`` or ``en``."""
    application = QCoreApplication.instance()
    return str(application.property("language") or "en") if application is not None else "en"


def locale() -> QLocale:
    """Give the customs of the window's language: those of the system where it speaks the same."""
    return _customs(ui_language())


@cache
def _customs(language: str) -> QLocale:
    system = QLocale.system()
    if system.name().split("_")[0] == language:
        return system
    return QLocale(QLocale.Language.German if language == "de" else QLocale.Language.English)


def number(value: float, digits: int = 0) -> str:
    """Write a number."""
    return _number(float(value), digits, ui_language())


@lru_cache(maxsize=1024)  # scores of suggestions: a few hundred, written with each layout and painting
def _number(value: float, digits: int, language: str) -> str:
    return _customs(language).toString(value, "f", digits)


def date(iso: str | None) -> str:
    """Write an ISO date the short way; what is no date stays as it is."""
    if not iso:
        return ""
    try:
        day = calendar_date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    if ui_language() == "de":
        return day.strftime("%d.%m.%Y")
    return _ENGLISH.toString(QDate(day.year, day.month, day.day), "d MMM yyyy")


def file_size(count: int) -> str:
    """Write how large a file is; ``count`` are bytes."""
    return locale().formattedDataSize(count, 0 if count < _MEGABYTE else 1)


def language_name(language: str) -> str:
    """Name a language that articles are in."""
    translate = QCoreApplication.translate
    known = {"de": translate("Search", "German"), "en": translate("Search", "English")}
    return known.get(language, translate("Search", "Other language"))


def _application() -> QCoreApplication:
    application = QCoreApplication.instance()
    if application is None:
        raise RuntimeError("there is no application")
    return application
