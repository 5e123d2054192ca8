"""Text, numbers and dates in the window's language."""

from datetime import date

import pytest

from ui.base import i18n


@pytest.fixture
def speak(qapp):
    yield i18n.install
    i18n.install("en")


def test_numbers_and_dates_follow_language(speak):
    speak("de")
    assert (i18n.number(0.974, 2), i18n.date("2026-03-09")) == ("0,97", "09.03.2026")
    speak("en")
    assert (i18n.number(0.974, 2), i18n.date("2026-03-09")) == ("0.97", "9 Mar 2026")


def test_months_follow_window_language(speak, monkeypatch):
    class GermanDate(date):
        """A date that the C library formats after Qt has set a German locale."""

        def strftime(self, format_):
            return super().strftime(format_.replace("%b", "Mär"))

    monkeypatch.setattr(i18n, "calendar_date", GermanDate)
    speak("en")
    assert i18n.date("2024-03-05") == "5 Mar 2024"


def test_invalid_date_is_unchanged(speak):
    assert [i18n.date(value) for value in (None, "", "März 2026")] == ["", "", "März 2026"]


def test_qt_texts_are_german(speak, qapp):
    from PySide6.QtCore import QCoreApplication

    speak("de")
    assert i18n.ui_language() == "de"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    speak("en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_file_sizes_are_rounded(qapp):
    i18n.install("en")
    assert [i18n.file_size(count) for count in (0, 425_984, 5_662_310)] == ["0 bytes", "416 KiB", "5.4 MiB"]
    i18n.install("de")
    assert i18n.file_size(5_662_310) == "5,4 MiB"
    i18n.install("en")
