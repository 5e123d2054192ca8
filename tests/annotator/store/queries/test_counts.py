from annotator.editing import edits
from tests.annotator.made import claim


def test_topics_are_sorted_by_frequency(project, document):
    topics = ("Öffentlicher Verkehr", "Müll 🎈", "Müll 🎈", None)
    words = ("sie spare viel", "sie spare", "traf Ce\u0301line", "Köln ein")
    rows = [
        claim(document, quote, attributes={"topic": topic} if topic else {})
        for quote, topic in zip(words, topics, strict=True)
    ]
    project.do(edits.add(rows))
    assert project.read.counts.topics() == ["Müll 🎈", "Öffentlicher Verkehr"]
    project.do(edits.change(rows[0], annotator="anna", attributes={"topic": None}))
    assert project.read.counts.topics() == ["Müll 🎈"]
