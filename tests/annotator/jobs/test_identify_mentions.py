"""Edits of the mentions in many articles: merging, parting and dissolving groups, each as one undoable step."""

from annotator.editing import edits
from annotator.editing.identities import KINDS, new_identity
from annotator.jobs.identify_mentions import (
    IdentityMerge,
    dissolving,
    parting,
    places,
    uniting,
    uniting_all,
    who_is_mentioned,
)
from annotator.model.values import ENTITIES, Span, new_id
from tests.annotator.made import add_article

FIRST = "Oh Se-hoon 🎈 kam. Oh ging. Weifang blieb."
SECOND = "Weifang wuchs, sagt Oh Se-hoon."


def label(project, document, text, *names, annotator="anna"):
    made = []
    for words in names:
        start = text.index(words) if words != "Oh" else text.index("Oh ging")
        of = "LOC" if words == "Weifang" else "PER"
        parts = ((start, start + len(words)),)
        made.append(Span(id=new_id(), document=document, layer=ENTITIES, label=of, parts=parts, annotator=annotator))
    project.do(edits.add(made))
    return [span.id for span in made]


def two_articles(project):
    first, second = add_article(project, "Erster", FIRST), add_article(project, "Zweiter", SECOND)
    ids = (
        label(project, first, FIRST, "Oh Se-hoon", "Oh", "Weifang"),
        label(project, second, SECOND, "Oh Se-hoon", "Weifang"),
    )
    return first, second, ids


def run(project, make):
    steps = project.timeline.doing(make)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def meant(project, document, annotator="anna"):
    """Return the identity of each mention of an article, by place."""
    annotated = project.read.annotated(document, annotator)
    names = {identity.id: identity.name for identity in annotated.identities}
    return [names.get(span.attributes.get("identity")) for span in annotated.spans]


def test_group_is_identified_in_all_articles_in_one_step(project):
    first, second, _ = two_articles(project)
    who = who_is_mentioned(project.path)
    assert [(g.name, len(g.proposed), g.documents) for g in who.groups] == [("Oh Se-hoon", 3, 2), ("Weifang", 2, 2)]
    person = new_identity(who.groups[0].name, who.groups[0].label)
    run(project, uniting(project.read, [], who.groups[0].proposed, annotator="anna", fresh=person))
    assert meant(project, first) == ["Oh Se-hoon", "Oh Se-hoon", None]
    assert meant(project, second) == [None, "Oh Se-hoon"]
    again = who_is_mentioned(project.path).groups[0]
    assert (again.identity, len(again.decided), again.proposed) == (person, 3, ())
    project.undo(second)
    assert meant(project, first) == [None, None, None]
    assert project.read.who.identities() == []


def test_two_identities_become_one_for_everybody_and_come_back(project):
    _, second, ((full, short, _), (other, _)) = two_articles(project)
    project.set_annotator("bert")
    (theirs,) = label(project, second, SECOND, "Oh Se-hoon", annotator="bert")
    mayor, oh = new_identity("Bürgermeister Oh", "PER"), new_identity("Oh Se-hoon", "PER")
    run(project, uniting(project.read, [], [theirs], annotator="bert", fresh=mayor))
    project.set_annotator("anna")
    run(project, uniting(project.read, [], [full, short], annotator="anna", fresh=oh))
    edit = run(project, uniting(project.read, [oh.id, mayor.id], [other], annotator="anna"))
    assert meant(project, second, "bert") == ["Oh Se-hoon"]
    assert meant(project, second) == [None, "Oh Se-hoon"]
    (left,) = project.read.who.identities()
    assert (left.id, left.aliases) == (oh.id, ("Bürgermeister Oh",))
    assert edit.document_ids == {second}
    project.undo(second)
    assert {identity.name: identity.aliases for identity in project.read.who.identities()} == {
        "Oh Se-hoon": (),
        "Bürgermeister Oh": (),
    }
    assert meant(project, second, "bert") == ["Bürgermeister Oh"]
    assert meant(project, second) == [None, None]


def test_identified_mentions_and_those_of_others_stay(project):
    first, _, ((full, short, _), _) = two_articles(project)
    oh, kim = new_identity("Oh", "PER"), new_identity("Kim", "PER")
    run(project, uniting(project.read, [], [full], annotator="anna", fresh=kim))
    run(project, uniting(project.read, [], [full, short, "gone"], annotator="anna", fresh=oh))
    assert meant(project, first) == ["Kim", "Oh", None]
    assert run(project, uniting(project.read, [], [full], annotator="anna", fresh=oh)) is None
    assert run(project, uniting(project.read, ["gone"], [], annotator="anna")) is None
    assert run(project, uniting(project.read, [kim.id], [short], annotator="bert")) is None


def test_mentions_are_parted_into_a_new_identity_or_none(project):
    first, _, ((full, short, _), _) = two_articles(project)
    oh = new_identity("Oh Se-hoon", "PER")
    run(project, uniting(project.read, [], [full, short], annotator="anna", fresh=oh))
    other = new_identity("Oh", "PER")
    run(project, parting(project.read, [short], other, annotator="anna"))
    assert meant(project, first) == ["Oh Se-hoon", "Oh", None]
    run(project, parting(project.read, [short], None, annotator="anna"))
    assert meant(project, first) == ["Oh Se-hoon", None, None]
    assert run(project, parting(project.read, [short], None, annotator="anna")) is None


def test_dissolved_identity_keeps_mentions_and_undo_restores_it(project):
    first, second, ((full, _, _), (other, _)) = two_articles(project)
    oh = new_identity("Oh Se-hoon", "PER")
    run(project, uniting(project.read, [], [full, other], annotator="anna", fresh=oh))
    run(project, dissolving(project.read, oh.id, annotator="anna"))
    assert meant(project, first) == [None, None, None]
    assert project.read.who.identities() == []
    assert run(project, dissolving(project.read, oh.id, annotator="anna")) is None
    project.undo(first)
    assert meant(project, second) == [None, "Oh Se-hoon"]


def test_identity_steps_are_listed_in_order(project):
    first, _, ((full, short, _), _) = two_articles(project)
    oh = new_identity("Oh Se-hoon", "PER")
    made = run(project, uniting(project.read, [], [full, short], annotator="anna", fresh=oh))
    gone = run(project, dissolving(project.read, oh.id, annotator="anna"))
    project.undo(first)
    steps = project.read.who.steps("anna", KINDS)
    assert [(step.id, step.undoes) for step in steps[:2]] == [(made.id, None), (gone.id, None)]
    assert steps[2].undoes == gone.id
    assert project.read.who.steps("bert", KINDS) == []


def test_many_groups_are_taken_in_one_step(project):
    first, second, _ = two_articles(project)
    who = who_is_mentioned(project.path).groups
    unions = [IdentityMerge((), group.proposed, new_identity(group.name, group.label)) for group in who]
    run(project, uniting_all(project.read, unions, annotator="anna"))
    assert meant(project, first) == ["Oh Se-hoon", "Oh Se-hoon", "Weifang"]
    assert meant(project, second) == ["Weifang", "Oh Se-hoon"]
    project.undo(first)
    assert meant(project, second) == [None, None]
    assert run(project, uniting_all(project.read, [], annotator="anna")) is None


def test_mentions_are_shown_with_the_words_around_them(project):
    _, second, ((_, short, _), (full, _)) = two_articles(project)
    found = places(project.path, [full, "gone", short])
    assert [(place.before, place.words, place.after, place.title) for place in found] == [
        ("Weifang wuchs, sagt ", "Oh Se-hoon", ".", "Zweiter"),
        ("Oh Se-hoon 🎈 kam. ", "Oh", " ging. Weifang blieb.", "Erster"),
    ]
    assert (found[0].document, SECOND[found[0].start : found[0].end]) == (second, "Oh Se-hoon")
