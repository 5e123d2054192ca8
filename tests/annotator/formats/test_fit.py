"""Fitting documents into what formats hold."""

from dataclasses import replace

from annotator.formats.capabilities import EVERYTHING, Capabilities, SpanChoice
from annotator.formats.fit import Options, fit
from annotator.formats.loss import REASONS, REMEDIES, LossKind, loss_to
from annotator.model.values import Annotated, DocumentState, Relation, State
from tests.annotator.formats.texts import TEXT, document, hex_id, rich, span

NOTHING = Capabilities()
ALL = EVERYTHING


def told(fitted):
    return [(int(loss.id, 16), loss.reason) for loss in fitted.losses if loss.row in {"span", "relation", "suggestion"}]


def of(*spans, relations=()):
    return Annotated(document=document(), spans=spans, relations=relations)


def test_lossless_format_changes_nothing():
    fitted = fit(rich(), ALL, Options(suggestions=True))
    assert fitted.annotated == rich()
    assert fitted.losses == ()
    assert fitted.doc is None


def test_ambiguous_label_is_reported_if_format_has_no_layers():
    name, claim = span(1, "Köln", label="CITY"), span(2, "Rhein", label="CITY", layer="claims")
    poor = replace(ALL, layers=False)
    assert told(fit(of(name, claim), poor, Options())) == [(1, "layer"), (2, "layer")]
    assert told(fit(of(name, claim), poor, Options(layers=("claims",)))) == []
    assert told(fit(of(name, span(2, "Rhein", label="CLAIM", layer="claims")), poor, Options())) == []
    assert told(fit(of(name, claim), ALL, Options())) == []


def test_unrequested_suggestions_are_not_a_loss():
    fitted = fit(rich(), ALL, Options())
    assert fitted.annotated.suggestions == ()
    assert fitted.losses == ()


def test_poor_format_reports_every_row():
    article = rich()
    article = replace(article, document=replace(article.document, meta={"batch": "Mai", "priority": "high"}))
    fitted = fit(article, NOTHING, Options(suggestions=True))
    assert {(loss.row, loss.reason) for loss in fitted.losses} == {
        ("batch", "batch"),
        ("document_label", "document_label"),
        ("document_state", "document_state"),
        ("priority", "priority"),
        ("relation", "relation"),
        ("sentence_mark", "sentence_mark"),
        ("span", "annotator"),
        ("span", "attributes"),
        ("suggestion", "suggestion"),
    }
    label = next(loss for loss in fitted.losses if loss.row == "document_label")
    assert (label.label, label.quote, label.start, label.end) == ("topic", "Steuern", 0, len(TEXT))
    left = fitted.annotated
    assert [left.relations, left.labels, left.suggestions] == [(), (), ()]


def test_progress_is_reported_row_by_row():
    article = rich()
    ben = DocumentState(document=hex_id(1), annotator="ben", note="später")
    idle = DocumentState(document=hex_id(1), annotator="eva")
    article = replace(
        article,
        document=replace(article.document, meta={"batch": "Mai", "priority": "low"}),
        states=(*article.states, ben, idle),
    )
    reasons = {"batch", "document_note", "document_state", "priority", "sentence_mark"}
    fitted = [loss for loss in fit(article, NOTHING, Options()).losses if loss.reason in reasons]
    (mark,) = article.sentences
    assert [(loss.row, loss.id, loss.start, loss.end, loss.quote) for loss in fitted] == [
        ("batch", "Mai", 0, len(TEXT), article.document.title),
        ("document_state", "ada", 0, len(TEXT), article.document.title),
        ("document_state", "ben", 0, len(TEXT), article.document.title),
        ("priority", "low", 0, len(TEXT), article.document.title),
        ("sentence_mark", "ada", mark.start, mark.end, TEXT[mark.start : mark.end]),
    ]
    usual = replace(article, document=replace(article.document, meta={"batch": "", "priority": "normal"}))
    usual = replace(usual, sentences=(), states=())
    assert reasons.isdisjoint(loss.reason for loss in fit(usual, NOTHING, Options()).losses)


def test_state_without_a_note_is_told_without_one():
    done = DocumentState(document=hex_id(1), annotator="ada", state=State.DONE)
    noted = replace(done, annotator="ben", note="später")
    losses = fit(replace(rich(), states=(done, noted)), NOTHING, Options()).losses
    told = {loss.id: loss.happened for loss in losses if loss.row == "document_state"}
    assert told["ada"].endswith("(done or skipped) is not written.")
    assert told["ben"].endswith("(done or skipped) and its note are not written.")


def test_note_on_an_open_article_is_told_without_a_state():
    noted = DocumentState(document=hex_id(1), annotator="ada", note="später")
    losses = fit(replace(rich(), states=(noted,)), NOTHING, Options()).losses
    (told,) = (loss for loss in losses if loss.row == "document_state")
    assert told.reason == "document_note"
    assert told.happened == f"The note about “{rich().document.title}” is not written."


def test_sentence_marks_are_held_if_unread_is_unknown():
    holds = Capabilities(unknown=True)
    for only_read, told_of in ((False, True), (True, False)):
        losses = fit(rich(), holds, Options(only_read=only_read)).losses
        assert any(loss.row == "sentence_mark" for loss in losses) is told_of


def test_doubt_and_note_are_lost_with_attributes():
    spans = (span(1, "Köln", doubt=True), span(2, "Bonn", note="?"), span(3, "sagte"))
    assert told(fit(of(*spans), NOTHING, Options())) == [(1, "attributes"), (2, "attributes")]


def test_white_space_at_edges_is_trimmed():
    start = TEXT.index("\u00a0am Rhein sagte:\t")
    wide = replace(span(1, "Köln"), parts=((start, start + 17),))
    empty = span(2, "\n\n")
    fitted = fit(of(wide, empty), NOTHING, Options())
    assert [found.quote(TEXT) for found in fitted.annotated.spans] == ["am Rhein sagte:"]
    assert told(fitted) == [(1, "white_space"), (2, "white_space_only")]
    assert [loss.kind for loss in fitted.losses] == [LossKind.CHANGED, LossKind.LOST]


def test_discontinuous_spans_are_reported():
    gapped = replace(span(1, "Köln"), parts=((2, 6), (14, 17)))
    fitted = fit(of(gapped), NOTHING, Options())
    assert told(fitted) == [(1, "discontinuous")]
    assert fitted.losses[0].quote == TEXT[2:6] + " " + TEXT[14:17]


def test_white_space_part_is_dropped():
    holds = Capabilities(discontinuous=True)
    gapped = replace(span(1, "Köln"), parts=((2, 6), (6 + 7, 14)))
    assert TEXT[13:14] == " "
    fitted = fit(of(gapped), holds, Options())
    assert fitted.annotated.spans[0].parts == ((2, 6),)
    assert told(fitted) == [(1, "white_space")]


def test_span_inside_token_needs_widening():
    inside = span(1, "teuern fall")
    holds = Capabilities(tokens=True)
    fitted = fit(of(inside), holds, Options())
    assert fitted.annotated.spans == ()
    assert told(fitted) == [(1, "token_edges")]
    fitted = fit(of(inside), holds, Options(edges=SpanChoice.WIDEN))
    assert [found.quote(TEXT) for found in fitted.annotated.spans] == ["Steuern fallen"]
    assert told(fitted) == [(1, "expanded")]


def test_widened_parts_that_meet_are_joined():
    start = TEXT.index("Steuern")
    gapped = replace(span(1, "Köln"), parts=((start, start + 2), (start + 3, start + 5), (start + 9, start + 11)))
    fitted = fit(of(gapped), Capabilities(tokens=True, discontinuous=True), Options(edges=SpanChoice.WIDEN))
    assert fitted.annotated.spans[0].quote(TEXT) == "Steuern fallen"
    assert len(fitted.annotated.spans[0].parts) == 2


def test_widening_drops_part_without_token():
    start = TEXT.index("\n\n")
    gapped = replace(span(1, "Köln"), parts=((start - 4, start - 2), (start, start + 1)))
    holds = Capabilities(tokens=True, discontinuous=True, white_space=True)
    fitted = fit(of(gapped), holds, Options(edges=SpanChoice.WIDEN))
    assert [found.quote(TEXT) for found in fitted.annotated.spans] == ["bald."[:4]]
    only = replace(span(1, "\n\n"), parts=((start, start + 1),))
    assert told(fit(of(only), holds, Options(edges=SpanChoice.WIDEN))) == [(1, "token_edges")]


def test_losers_of_overlap_are_reported():
    spans = (span(1, "Zoe\u0308 Müller"), span(2, "Müller", layer="claims"), span(3, "Müller aus"))
    fitted = fit(of(*spans), NOTHING, Options(overlap="layer:claims"))
    assert [int(found.id, 16) for found in fitted.flat] == [2]
    assert fitted.annotated.spans == fitted.flat
    assert told(fitted) == [(1, "overlap"), (3, "overlap")]


def test_flat_view_keeps_other_spans():
    spans = (span(1, "Zoe\u0308 Müller"), span(2, "Müller"), span(3, "Müller aus", layer="claims"))
    fitted = fit(of(*spans), Capabilities(overlap=True, flat="entities"), Options())
    assert len(fitted.annotated.spans) == 3
    assert [int(found.id, 16) for found in fitted.flat] == [1]
    assert [(loss.kind, loss.reason) for loss in fitted.losses] == [(LossKind.CHANGED, "flat_view")]


def test_relation_is_lost_with_its_ends():
    spans = (span(1, "Köln"), span(2, "\n\n"), span(3, "Bonn", layer="claims"))

    def relation(number, head, tail):
        return Relation(id=hex_id(number), label="same", head=hex_id(head), tail=hex_id(tail), annotator="ada")

    relations = (relation(5, 1, 2), relation(6, 1, 3), relation(7, 3, 1), relation(8, 1, 99))
    holds = Capabilities(relations=True, across=True)
    fitted = fit(of(*spans, relations=relations), holds, Options())
    assert [int(kept.id, 16) for kept in fitted.annotated.relations] == [6, 7, 8]
    assert told(fitted) == [(5, "relation_end"), (2, "white_space_only")]
    fitted = fit(of(*spans, relations=relations), holds, Options(layers=("entities",)))
    assert [int(kept.id, 16) for kept in fitted.annotated.relations] == [8]
    assert told(fitted) == [(5, "relation_end"), (6, "relation_end"), (2, "white_space_only")]
    assert fitted.spans == 2


def test_lost_relation_names_the_end_that_is_not_written():
    spans = (span(1, "Köln"), span(2, "üller"), span(3, "Bonn", layer="claims"))
    relations = tuple(
        Relation(id=hex_id(number), label="same", head=hex_id(head), tail=hex_id(tail), annotator="ada")
        for number, head, tail in ((5, 1, 2), (6, 2, 1), (7, 1, 3))
    )
    holds = Capabilities(relations=True, tokens=True)
    losses = fit(of(*spans, relations=relations), holds, Options(layers=("entities",))).losses
    told = {int(loss.id, 16): (loss.happened, loss.missing, loss.cause) for loss in losses if loss.row == "relation"}
    words = "The relation same from “{}” is not written because “{}” itself is not written.".format
    assert told == {
        5: (words("Köln", "üller"), "üller", "token_edges"),
        6: (words("üller", "üller"), "üller", "token_edges"),
        7: (words("Köln", "Bonn"), "Bonn", ""),
    }


def test_furniture_is_left_out_on_request():
    fitted = fit(rich(), ALL, Options(exclude_furniture=True))
    assert told(fitted) == [(15, "furniture")]
    assert fitted.annotated.document == rich().document


def test_lost_span_reports_no_changes():
    start = TEXT.index(" Köln")
    spans = (
        replace(span(1, "Köln", note="?"), parts=((start, start + 5),)),
        span(2, "aus Köln"),
    )
    fitted = fit(of(*spans), NOTHING, Options())
    assert told(fitted) == [(1, "overlap")]


def test_loss_sentences():
    fitted = fit(of(span(1, "teuern")), Capabilities(tokens=True), Options())
    assert loss_to(fitted.losses[0]) == {
        "document": hex_id(1),
        "title": "Artikel 1 – Müller",
        "row": "span",
        "id": hex_id(1),
        "layer": "entities",
        "label": "PER",
        "start": TEXT.index("teuern"),
        "end": TEXT.index("teuern") + 6,
        "quote": "teuern",
        "count": 1,
        "kind": "lost",
        "reason": "token_edges",
        "cause": "",
        "missing": "",
        "remedy": "expand",
        "sentence": "PER “teuern” begins or ends inside a token and is not written."
        " Correct its boundaries, or let the export widen labels or split tokens.",
    }


def test_every_reason_has_remedy():
    for reason in REASONS:
        loss = replace(fit(of(span(1, "teuern")), Capabilities(tokens=True), Options()).losses[0], reason=reason)
        assert loss.remedy in REMEDIES
        assert "{" not in loss.sentence


def test_relation_into_another_article_is_reported():
    relation = Relation(id=hex_id(5), label="same", head=hex_id(1), tail=hex_id(99), annotator="ada")
    annotated = of(span(1, "Köln"), relations=(relation,))
    fitted = fit(annotated, Capabilities(relations=True), Options())
    assert fitted.annotated.relations == ()
    assert [(loss.row, loss.reason) for loss in fitted.losses] == [("relation", "relation_across")]
    assert fit(annotated, ALL, Options()).losses == ()


def test_relation_fields_are_reported():
    relation = Relation(
        id=hex_id(5), label="same", head=hex_id(1), tail=hex_id(1), attributes={"sure": "no"}, annotator="ada"
    )
    fitted = fit(of(span(1, "Köln"), relations=(relation,)), Capabilities(relations=True), Options())
    assert fitted.annotated.relations == (relation,)
    assert [(loss.reason, loss.kind) for loss in fitted.losses] == [("relation_attributes", LossKind.CHANGED)]


def test_annotator_loss_needs_several_annotators():
    ada, ben = span(1, "Köln"), span(2, "Bonn", annotator="ben")
    assert [loss.reason for loss in fit(of(ada, ben), NOTHING, Options()).losses] == ["annotator"] * 2
    assert fit(of(ada), NOTHING, Options()).losses == ()
    assert fit(of(ada, ben), Capabilities(annotators=True), Options()).losses == ()


def test_flat_view_follows_exported_layer():
    follows = Capabilities(overlap=True, flat="entities", flat_follows=True)
    annotated = of(span(1, "Köln"), span(2, "Köln\u00a0am", layer="claims", label="CLAIM"))
    assert [s.layer for s in fit(annotated, follows, Options()).flat] == ["entities"]
    assert [s.layer for s in fit(annotated, follows, Options(layers=("claims",))).flat] == ["claims"]
    assert fit(annotated, Capabilities(overlap=True, flat="entities"), Options(layers=("claims",))).flat == ()


def test_identity_id_is_replaced_with_name():
    holds = Capabilities(attributes=True, annotators=True, overlap=True)
    fitted = fit(rich(), holds, Options())
    mention = next(s for s in fitted.annotated.spans if s.id == hex_id(11))
    assert dict(mention.attributes) == {"identity_name": "Zoë Müller", "kb_id": "Q42"}
    assert (11, "identity") in told(fitted)


def test_choice_for_span_overrides_choice_for_all():
    inside, long, short = span(1, "teuern", label="MISC"), span(3, "Müller aus Köln"), span(4, "Köln", label="LOC")
    spans = of(inside, long, short)
    tokens = Capabilities(tokens=True, annotators=True, attributes=True)
    assert told(fit(spans, tokens, Options())) == [(4, "overlap"), (1, "token_edges")]
    chosen = Options(choices={inside.id: {SpanChoice.WIDEN}, short.id: {SpanChoice.KEEP}})
    fitted = fit(spans, tokens, chosen)
    assert told(fitted) == [(3, "overlap"), (1, "expanded")]
    assert [one.quote(TEXT) for one in fitted.annotated.spans] == ["Köln", "Steuern"]
    left = fit(spans, tokens, Options(choices={long.id: {SpanChoice.LEAVE_OUT}}))
    assert told(left) == [(3, "left_out"), (1, "token_edges")]
    assert [one.id for one in left.annotated.spans] == [short.id]
    assert {loss.kind for loss in left.losses} == {LossKind.LOST}
