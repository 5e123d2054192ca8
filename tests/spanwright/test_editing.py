"""Editing a project with the package `spanwright`."""

import pytest

import spanwright
from annotator.project.project import Project
from tests.spanwright.news import FERRY, SHIPS


@pytest.fixture
def project(news):
    with spanwright.open(news) as opened:
        yield opened


def place(text, words):
    return text.index(words), text.index(words) + len(words)


def kinds(path):
    """Return the kinds of the edits that undo would take back in the second article, the last first."""
    opened = Project.open(path)
    id_, found = opened.read.find_document("Zwei Fähren"), []
    while (edit := opened.undo(id_)) is not None:
        found.append(str(edit.kind))
    opened.close()
    return found


def test_label_is_stored_in_the_annotators_name(project):
    with project.edit(annotator="ben") as edit:
        made = edit.label("Ferry line", *place(FERRY, "Port"), "LOC")
    assert (made.annotator, made.origin, made.quote) == ("ben", "human", "Port")
    assert made in list(project.spans(annotator="ben"))
    assert project.annotators == ("anna", "ben")


def test_current_annotator_of_the_file_stays(project, news):
    with project.edit(annotator="ben") as edit:
        edit.done("Ferry line")
    opened = Project.open(news, read_only=True)
    assert opened.annotator == "anna"
    opened.close()


def test_label_on_a_suggestion_accepts_it(project):
    with project.edit(annotator="anna") as edit:
        made = edit.label("Zwei Fähren", *place(SHIPS, "Nordwind"), "ORG")
    assert (made.origin, made.source, made.score) == ("suggestion", "de_news", 0.94)
    assert [each.quote for each in project.suggestions(state="accepted")] == ["Nordwind"]


def test_wider_label_corrects_a_suggestion(project):
    with project.edit(annotator="anna") as edit:
        edit.label("Zwei Fähren", *place(SHIPS, "Reederei Nordwind"), "ORG")
    assert [each.quote for each in project.suggestions(state="corrected")] == ["Nordwind"]
    assert [each.quote for each in project.spans(label="ORG")] == ["Reederei Nordwind"]


def test_other_label_on_the_same_name_relabels_it(project):
    with project.edit(annotator="anna") as edit:
        edit.label("Ferry line", *place(FERRY, "Port Holm"), "ORG")
    assert [(each.label, each.quote) for each in project.spans(label="ORG")] == [("ORG", "Port Holm")]
    assert list(project.spans(label="LOC")) == []


def test_fields_are_set_in_the_same_step(project, news):
    with project.edit(annotator="anna") as edit:
        made = edit.label("Zwei Fähren", *place(SHIPS, "Fähren"), "MISC", attributes={"part_of_word": "deriv"})
    assert made.attributes == {"part_of_word": "deriv"}
    project.close()
    assert kinds(news)[0] == "add"


def test_name_inside_a_word_is_part_of_it(project):
    with project.edit(annotator="anna") as edit:
        made = edit.label("Zwei Fähren", *place(SHIPS, "Reeder"), "MISC")
    assert made.attributes == {"part_of_word": "part"}


def test_accept_and_reject_settle_suggestions(project):
    ids = {each.quote: each.id for each in project.suggestions()}
    with project.edit(annotator="anna") as edit:
        (made,) = edit.accept(ids["Nordwind"])
        edit.reject(ids["Kapitän"])
    assert (made.label, made.origin) == ("ORG", "suggestion")
    assert list(project.suggestions()) == []
    assert [each.quote for each in project.suggestions(state="rejected")] == ["Kapitän"]


@pytest.mark.parametrize(("looked", "recorded"), [(False, "sight"), (True, "looked")])
def test_acceptance_says_whether_a_person_looked(project, news, looked, recorded):
    with project.edit(annotator="anna") as edit:
        (made,) = edit.accept(next(project.suggestions()).id, looked=looked)
    project.close()
    opened = Project.open(news, read_only=True)
    (row,) = opened.read.spans_of([made.id])
    opened.close()
    assert str(row.origin.acceptance) == recorded


def test_removed_claimant_leaves_the_claim(project):
    with project.edit(annotator="anna") as edit:
        claim = next(project.claims())
        edit.change(claim.id, doubt=True, note="second source?")
        edit.remove(next(project.spans(label="PER", article="Ferry line")).id)
    (claim,) = project.claims()
    assert (claim.claimant, claim.related, claim.doubt, claim.note) == (None, (), True, "second source?")


def test_claimant_replaces_the_one_before(project):
    with project.edit(annotator="anna") as edit:
        claim = next(project.claims())
        mayor = edit.label("Ferry line", *place(FERRY, "she"), "SPEAKER", layer="attribution")
        edit.relate(claim.id, "claimant", mayor.id)
    assert [related.quote for related in next(project.claims()).related] == ["she"]


def test_exception_in_the_block_stores_nothing(project):
    def fail():
        with project.edit(annotator="ben") as edit:
            edit.label("Ferry line", *place(FERRY, "Port"), "LOC")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert project.annotators == ("anna",)
    assert len(list(project.spans())) == 4


def test_refused_step_leaves_the_others(project):
    with project.edit(annotator="ben") as edit:
        with pytest.raises(spanwright.Error):
            edit.label("Ferry line", 0, 5, "PERSON")
        edit.label("Ferry line", *place(FERRY, "Port"), "LOC")
    assert [span.quote for span in project.spans(annotator="ben")] == ["Port"]


def test_each_call_can_be_undone_in_the_window(project, news):
    with project.edit(annotator="anna") as edit:
        edit.label("Zwei Fähren", *place(SHIPS, "Fähren"), "MISC")
        edit.done("Zwei Fähren")
    project.close()
    assert kinds(news)[:2] == ["state", "add"]


def test_project_open_in_a_window_is_refused(project, news):
    holder = Project.open(news)
    with pytest.raises(spanwright.Error, match="is open in Spanwright"), project.edit(annotator="ben"):
        pass
    holder.close()
    assert len(list(project.spans())) == 4


@pytest.mark.parametrize(
    ("do", "words"),
    [
        (lambda e: e.label("Ferry line", 5, 5, "PER"), "at least one character"),
        (lambda e: e.label("Ferry line", 0, 9_999, "PER"), "paragraph|inside the text"),
        (lambda e: e.label("Ferry line", -5, -1, "PER"), "inside the text"),
        (lambda e: e.label("Ferry line", 50, 70, "LOC"), "paragraph break"),
        (lambda e: e.label("Ferry line", 6, 17, "PER"), "already have that label"),
        (lambda e: e.label("Nowhere", 0, 5, "PER"), "no article Nowhere"),
        (lambda e: e.claim("Ferry line", 0, 5, attributes={"kind": "?"}), "not a value of kind|value"),
        (lambda e: e.label("Ferry line", 5, 6, "PER"), "only white space"),
        (lambda e: e.label("Ferry line", True, 5, "PER"), "start must be a whole number of characters"),
        (lambda e: e.claim("Ferry line", 0.0, 5.0), "start must be a whole number of characters"),
        (lambda e: e.label("Ferry line", 0, None, "PER"), "end must be a whole number of characters"),
        (lambda e: e.label(object(), 0, 5, "PER"), "article.article_id"),
        (lambda e: e.label("Ferry line", 0, 5, "PER", attributes={"colour": "x"}), "no field colour in layer entities"),
        (lambda e: e.claim("Ferry line", 0, 5, attributes={"topic": {1}}), "values that JSON can hold"),
        (lambda e: e.claim("Ferry line", 0, 5, attributes=["topic"]), "values that JSON can hold"),
        (lambda e: e.claim("Ferry line", 0, 5, attributes={"topic": float("nan")}), "infinite number"),
        (lambda e: e.claim("Ferry line", 0, 5, attributes={"topic": "a\0b"}), "NUL character"),
        (lambda e: e.claim("Ferry line", 0, 5, attributes={"topic": "a\ud800b"}), "half a character"),
        (lambda e: e.set_state("Ferry line", "done", note="a\0b"), "NUL character"),
        (lambda e: e.set_state("Ferry line", "done", note="a\ud800"), "half a character"),
        (lambda e: e.set_state("Ferry\ud800", "done"), "half a character"),
        (lambda e: e.remove("\ud800"), "half a character"),
        (lambda e: e.accept("\ud800"), "half a character"),
        (lambda e: e.set_state("Ferry line", "done", note=3), "note must be a text, not 3"),
        (lambda e: e.remove(["x"]), "span must be an id"),
        (lambda e: e.remove("x"), "anna has no label x"),
        (lambda e: e.accept("x"), "No suggestion x is pending"),
        (lambda e: e.set_state("Ferry line", "finished"), "open, done, skipped"),
        (lambda e: e.set_state("Ferry line", ["done"]), "open, done, skipped"),
        (lambda e: e.label("Ferry line", 0, 5, ["PER"]), "label must be a text"),
        (lambda e: e.label("Ferry line", 0, 5, "PER", layer=["claims"]), "layer must be a text"),
    ],
)
def test_error_names_the_remedy(project, do, words):
    with project.edit(annotator="anna") as edit, pytest.raises(spanwright.Error, match=words):
        do(edit)


def test_wrong_offsets_never_reach_the_file(project):
    words = [span.quote for span in project.spans()]
    for start in (True, 0.0, "0"):
        for layer, label in (("entities", "PER"), ("claims", "CLAIM")):
            with project.edit(annotator="anna") as edit, pytest.raises(spanwright.Error, match="whole number"):
                edit.label("Ferry line", start, 5, label, layer=layer)
    assert [span.quote for span in project.spans()] == words


def test_note_that_no_file_can_hold_is_refused(project):
    (claim,) = project.claims()
    with project.edit(annotator="anna") as edit, pytest.raises(spanwright.Error, match="NUL character"):
        edit.change(claim.id, note="a\0b")
    assert next(project.claims()).note == claim.note


@pytest.mark.parametrize("doubt", ["yes", []])
def test_doubt_is_true_or_false(project, doubt):
    (claim,) = project.claims()
    with (
        project.edit(annotator="anna") as edit,
        pytest.raises(spanwright.Error, match="is not one of: True, False"),
    ):
        edit.change(claim.id, doubt=doubt)


def test_edit_within_an_edit_is_refused(project):
    with project.edit(annotator="anna") as edit:
        with pytest.raises(spanwright.Error, match="already begun"), project.edit(annotator="ben"):
            pass
        edit.done("Zwei Fähren")
    assert project.article("Zwei Fähren").state == "done"


@pytest.mark.parametrize("name", [None, "", 3])
def test_edit_needs_a_name_of_a_person(project, name):
    with pytest.raises(spanwright.Error, match="annotator=…"), project.edit(annotator=name):
        pass


def test_name_with_half_a_character_is_refused(project):
    with pytest.raises(spanwright.Error, match="half a character"), project.edit(annotator="Zoe\ud800"):
        pass


def test_relation_between_wrong_labels_is_refused(project):
    person, place_, _ = project.spans(layer="entities")
    with project.edit(annotator="anna") as edit, pytest.raises(spanwright.Error, match="It leads from claims"):
        edit.relate(person.id, "claimant", place_.id)


def test_labels_of_others_are_not_changed(project):
    (claim,) = project.claims()
    with project.edit(annotator="ben") as edit:
        for do in (edit.remove, edit.change):
            with pytest.raises(spanwright.Error, match="ben has no label"):
                do(claim.id)


def test_loop_that_began_before_an_edit_is_refused(project):
    articles = iter(project.articles())
    next(articles)
    with project.edit(annotator="anna") as edit:
        edit.done("Zwei Fähren")
    with pytest.raises(spanwright.Error, match=r"list\(…\)"):
        next(articles)


def test_edit_ends_with_its_block_and_needs_a_name(project):
    with project.edit(annotator="anna") as edit:
        pass
    with pytest.raises(spanwright.Error, match="was closed"):
        edit.done("Ferry line")
    with pytest.raises(spanwright.Error, match="annotator=…"), project.edit(annotator=" "):
        pass


def test_second_reader_in_the_process_is_named(news):
    with spanwright.open(news):
        Project.open(news).close()  # leaves the index of the log, which the next readers map read-only
    with spanwright.open(news) as project, spanwright.open(news):
        with pytest.raises(spanwright.Error, match="elsewhere"), project.edit(annotator="ben"):
            pass
        assert len(list(project.spans())) == 4
