"""The window's language: its translators, and the format of its numbers and dates."""

from datetime import date as calendar_date
from functools import cache, lru_cache

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLibraryInfo, QLocale, Qt, QTranslator

from annotator.system.errors import QT_TRANSLATE_NOOP
from annotator.system.resources import resource_path

LANGUAGES = ("en", "de")
_MEGABYTE = 2**20  # bytes
_ENGLISH = QLocale(QLocale.Language.English)  # the system's locale would name months in its own language
# Qt's German translation leaves this key English; the program's translator comes first.
QT_TRANSLATE_NOOP("QShortcut", "Return")

translate = QCoreApplication.translate


def system_language() -> str:
    """Return the first of the system's languages that the program is translated into, else "en"."""
    wanted = (name.split("-")[0] for name in QLocale.system().uiLanguages())
    return next((name for name in wanted if name in LANGUAGES), "en")


def install(language: str) -> None:
    """Switch the language. Widgets that already exist keep their text."""
    application = QCoreApplication.instance()
    assert application is not None  # noqa: S101  # for the types
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


def text_in(language: str, context: str, text: str) -> str:
    """Return a text of the program in ``language``, whatever the window's; untranslated text stays as it is."""
    return text if language == "en" else _texts(language).translate(context, text) or text


@cache
def _texts(language: str) -> QTranslator:
    translator = QTranslator()
    translator.load(f"spanwright_{language}", str(resource_path("translations")))
    return translator


def ui_language() -> str:
    """Return the window's language, ``de`` or ``en``."""
    application = QCoreApplication.instance()
    return str(application.property("language") or "en") if application is not None else "en"


def locale() -> QLocale:
    """Return the system's locale if it has the window's language, else the usual locale of that language."""
    return _customs(ui_language())


@cache
def _customs(language: str) -> QLocale:
    system = QLocale.system()
    if system.name().split("_")[0] == language:
        return system
    return QLocale(QLocale.Language.German if language == "de" else QLocale.Language.English)


def number(value: float, digits: int = 0) -> str:
    """Format a number in the window's language, with this number of decimal places."""
    return _number(float(value), digits, ui_language())


@lru_cache(maxsize=1024)  # a few hundred scores are formatted with each layout and painting
def _number(value: float, digits: int, language: str) -> str:
    return _customs(language).toString(value, "f", digits)


def date(iso: str | None) -> str:
    """Format an ISO date in short form. None gives "", and any other text is returned unchanged."""
    if not iso:
        return ""
    try:
        day = calendar_date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    if ui_language() == "de":
        return day.strftime("%d.%m.%Y")
    return _ENGLISH.toString(QDate(day.year, day.month, day.day), "d MMM yyyy")


def moment(iso: str) -> str:
    """Format an ISO time in short form and local time, without the date if it is today.

    Any other text is returned unchanged.
    """
    found = QDateTime.fromString(iso, Qt.DateFormat.ISODateWithMs).toLocalTime()
    if not found.isValid():
        return iso
    form = QLocale.FormatType.ShortFormat
    time = locale().toString(found.time(), form)
    if found.date() == QDateTime.currentDateTime().date():
        return time
    return f"{locale().toString(found.date(), form)} {time}"


def file_size(count: int) -> str:
    """Format a file size; ``count`` is in bytes."""
    return locale().formattedDataSize(count, 0 if count < _MEGABYTE else 1)


def language_name(language: str) -> str:
    """Return the name of an article's language, in the window's language."""
    known = {"de": translate("Search", "German"), "en": translate("Search", "English")}
    return known.get(language, translate("Search", "Other language"))
