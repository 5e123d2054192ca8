"""The project of the examples: two articles, labels, a claim, suggestions."""

from annotator.corpus.article import Article
from annotator.editing import edits, splitting
from annotator.model.values import State
from tests.annotator.made import claim, make_project, span, suggestion

FERRY = "Mayor Ilka Brandt opened the ferry line to Port Holm.\n\nThe line will carry 900 passengers a day, she said."
SHIPS = "Die Reederei Nordwind kauft zwei 🎈 Fähren. Kapitän Ole Timm lobt den Kauf."


def make_news(folder):
    """Make the project, close it, and return its path."""
    project = make_project(folder, "news")
    articles = [
        Article(name="ferry", title="Ferry line", text=FERRY, language="en", publisher="Holm Courier"),
        Article(name="ships", title="Zwei Fähren", text=SHIPS, language="de"),
    ]
    ferry, ships = project.add_articles(articles).ids
    said = claim(ferry, "The line will carry 900 passengers a day", text=FERRY)
    who = span(ferry, "Ilka Brandt", "PER", text=FERRY)
    project.do(edits.add([said, who, span(ferry, "Port Holm", "LOC", text=FERRY)]))
    project.do(edits.relate(said, "claimant", who, annotator="anna"))
    project.do(edits.add(span(ships, "Ole Timm", "PER", text=SHIPS)))
    project.do(edits.set_state(None, ferry, State.DONE, annotator="anna"))
    waiting = [suggestion(ships, "Nordwind", "ORG", text=SHIPS, score=0.94)]
    waiting.append(suggestion(ships, "Kapitän", "LOC", text=SHIPS, score=0.31))
    project.put_suggestions(ships, "de_news", waiting)
    project.do(splitting.remember({ferry: None, ships: None}, {ferry: "train", ships: "dev"}, annotator="anna"))
    project.close()
    return project.path
