"""Words for the choice “gold, else the only person”: in the lists of annotators of export and training."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel

from annotator.jobs.exporting.gold_or_only import GoldOrOnlyFigures
from ui.base.i18n import number
from ui.base.look.plain_text import one_line, tooltip

translate = QCoreApplication.translate
MIXED = "\tgold-or-only"  # the choice's data, which cannot be a person's name
_NAME = 40  # shown characters of a name


def choice_words() -> str:
    """Return the name of the choice."""
    return translate("GoldOrOnly", "gold, else the only person’s")


def articles_by(counts: Mapping[str, int]) -> str:
    """Return the sentence with the number of articles by annotator."""
    shown = ", ".join(f"{one_line(name, _NAME)} {number(count)}" for name, count in counts.items())
    return translate("GoldOrOnly", "Articles: {counts}.").format(counts=shown or number(0))


def _counts_words(found: GoldOrOnlyFigures) -> str:
    """Return the text for how many articles get whose labels, and how many articles are left out."""
    told = [articles_by(found.counts)]
    if found.left_out:
        words = translate("GoldOrOnly", "Left out until they are adjudicated: {count}.")
        told.append(words.format(count=number(found.left_out)))
    if found.unfinished:
        words = translate("GoldOrOnly", "Left out because nobody finished them: {count}.")
        told.append(words.format(count=number(found.unfinished)))
    return " ".join(told)


def _left_out_words(found: GoldOrOnlyFigures) -> str:
    """Return a tooltip with the titles of the articles that wait for adjudication; "" if there are none."""
    titles = [one_line(title) for title in found.titles]
    if (others := found.left_out - len(found.titles)) > 0:
        titles.append(translate("GoldOrOnly", "… and {count} more").format(count=number(others)))
    if not titles:
        return ""
    head = translate("GoldOrOnly", "Several people finished these, but nobody adjudicated:")
    return tooltip("\n".join((head, *titles)))


def show_whose(label: QLabel, found: GoldOrOnlyFigures | None) -> None:
    """Show below a list of annotators whose labels the articles get; hide the label if another choice is made."""
    label.setVisible(found is not None)
    if found is not None:
        label.setText(_counts_words(found))
        label.setToolTip(_left_out_words(found))
