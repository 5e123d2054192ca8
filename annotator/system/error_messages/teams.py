"""The error messages about assigning articles and about packages, by error code."""

from collections.abc import Mapping

from annotator.system.error_messages.general import QT_TRANSLATE_NOOP

TEAM_SENTENCES: Mapping[str, str] = {
    "person.name": QT_TRANSLATE_NOOP(
        "Errors",
        "The name “{name}” cannot be used: 1 to {longest} characters are allowed, without line breaks and the like.",
    ),
    "person.same": QT_TRANSLATE_NOOP(
        "Errors",
        "The names “{name}” and “{other}” are too similar to be told apart. Give each annotator a different name.",
    ),
    "deal.per": QT_TRANSLATE_NOOP(
        "Errors",
        "Articles cannot be shared among {per} annotators: name at least {per}, or share 0% of them.",
    ),
    "deal.share": QT_TRANSLATE_NOOP("Errors", "The overlap is a percentage from 0 to 100, not {share}."),
    "deal.giver": QT_TRANSLATE_NOOP("Errors", "The articles of “{name}” must go to others: name somebody else."),
    "deal.held": QT_TRANSLATE_NOOP("Errors", "There is nothing to take back: “{name}” has no unfinished articles."),
    "deal.by": QT_TRANSLATE_NOOP("Errors", "Articles cannot be mixed by “{name}”. Choose from: {names}."),
    "package.fixed": QT_TRANSLATE_NOOP(
        "Errors",
        "{file} is a package for {annotator}: its schema, articles, annotator and sources of suggestions cannot be"
        " changed in it. Ask the person who sent it.",
    ),
    "package.broken": QT_TRANSLATE_NOOP(
        "Errors", "{file} is a package, but the name of its annotator cannot be read. Ask for the package again."
    ),
    "package.within": QT_TRANSLATE_NOOP(
        "Errors", "{file} is a package itself. Deal articles in the project that it came from."
    ),
    "package.other": QT_TRANSLATE_NOOP(
        "Errors",
        "{file} cannot be merged into {package}, which is a package: only copies of the same package can. Merge"
        " packages into the project that they came from.",
    ),
    "comment.empty": QT_TRANSLATE_NOOP("Errors", "A comment needs at least one word."),
    "comment.long": QT_TRANSLATE_NOOP("Errors", "A comment has at most {longest} characters."),
    "retest.nothing": QT_TRANSLATE_NOOP(
        "Errors", "{annotator} has no article to label again: none was finished {days} days ago or earlier."
    ),
    "practice.nothing": QT_TRANSLATE_NOOP(
        "Errors",
        "There is no article for {annotator} to practise on: none that {by} finished is new to {annotator}.",
    ),
    "package.sent": QT_TRANSLATE_NOOP(
        "Errors",
        "All articles for “{name}” are in packages that were written before. To write them again, add --again.",
    ),
    "package.nobody": QT_TRANSLATE_NOOP("Errors", "There are no articles to send for “{name}”. Deal articles first."),
}
