"""The board of who says what: its rows, columns and cells, and the claims of a cell."""

from contextlib import closing
from dataclasses import replace

from annotator.corpus.article import Article
from annotator.editing import edits
from annotator.editing.identities import identify, new_identity
from annotator.jobs.board import Join, RowKind, Stances, as_csv, board, months, sentences, unions
from annotator.model import schema_file
from annotator.model.values import CLAIMS, ENTITIES, Relation, Span, new_id
from annotator.project.project import Project
from annotator.store.queries.who import ClaimFilter
from tests.annotator.made import OWN_NAMES, renamed

TEXT = "Vorher 🎈. Oh Se-hoon sagt, die Stadt spare viel. Kritiker bezweifeln das. Nachher.\nEnde."


def article(project, title, published=None, publisher=None, text=TEXT):
    made = Article(
        name=title, title=title, text=f"{title}. {text}", language="de", published=published, publisher=publisher
    )
    return project.add_articles([made]).ids[0]


def words_of(project, document, words, layer, label, annotator="anna", **attributes):
    start = project.read.text(document).index(words)
    parts = ((start, start + len(words)),)
    return Span(
        id=new_id(),
        document=document,
        layer=layer,
        label=label,
        parts=parts,
        annotator=annotator,
        attributes=attributes,
    )


def claim(project, document, claimant=None, annotator="anna", label="PER", **attributes):
    """Store a claim, with the words of its claimant."""
    made = words_of(project, document, "die Stadt spare viel", CLAIMS, "CLAIM", annotator, **attributes)
    project.do(edits.add(made))
    if claimant is None:
        return made, None
    name = words_of(project, document, claimant, ENTITIES, label, annotator)
    relation = Relation(id=new_id(), label="claimant", head=made.id, tail=name.id, annotator=annotator)
    project.do(edits.add([name], [relation]))
    return made, name


def shown(found):
    """Return the board as (row, column) → numbers, by names."""
    return {
        (found.claimants[row].name or str(found.claimants[row].kind), found.topics[column].name): tuple(stances)
        for (row, column), stances in found.cells.items()
    }


def test_claims_are_counted_by_claimant_topic_and_stance(project):
    first, second = article(project, "Erster"), article(project, "Zweiter")
    claim(project, first, "Oh Se-hoon", topic="Haushalt", stance="affirms")
    claim(project, second, "Oh Se-hoon", topic=" haushalt ", stance="refutes")
    claim(project, first, claimant_kind="author", topic="Haushalt")
    claim(project, second, "Kritiker", claimant_kind="unnamed", stance="unclear")
    claim(project, second)
    found, _ = board(project.path, ClaimFilter())
    assert shown(found) == {
        ("Oh Se-hoon", "Haushalt"): (1, 1, 0),
        ("author", "Haushalt"): (0, 0, 1),
        ("Kritiker", ""): (0, 0, 1),
        ("open", ""): (0, 0, 1),
    }
    assert [c.kind for c in found.claimants] == [RowKind.NAME, RowKind.UNNAMED, RowKind.AUTHOR, RowKind.OPEN]
    assert [(topic.name, topic.claims) for topic in found.topics] == [("Haushalt", 3), ("", 2)]
    assert found.claims == 5
    assert found.claimants[0].stances == Stances(1, 1, 0)


def test_unnamed_claimants_have_rows_after_named_ones(project):
    first = article(project, "Erster", text=f"ein Sprecher sagte das. {TEXT}")
    second = article(project, "Zweiter", text=f"Die Kritiker und kritiker klagen. {TEXT}")
    claim(project, first, "Kritiker", claimant_kind="unnamed")
    claim(project, second, "Die Kritiker", claimant_kind="unnamed")
    claim(project, second, "kritiker", claimant_kind="unnamed")
    claim(project, first, "ein Sprecher", claimant_kind="unnamed")
    claim(project, second, "Oh Se-hoon")
    found, _ = board(project.path, ClaimFilter())
    assert [(c.kind, c.stances.total) for c in found.claimants] == [
        (RowKind.NAME, 1),
        (RowKind.UNNAMED, 3),
        (RowKind.UNNAMED, 1),
    ]
    assert found.claimants[2].name == "ein Sprecher"
    listed = sentences(project.path, ClaimFilter(), found.claimants[1].keys, None)
    assert len(listed) == 3


def test_claimants_are_who_is_meant_whatever_the_words(project):
    first, second = article(project, "Erster"), article(project, "Zweiter")
    _, name = claim(project, first, "Oh Se-hoon")
    _, role = claim(project, second, "Kritiker", claimant_kind="unnamed")
    oh = new_identity("Oh Se-hoon", "PER")
    project.do(identify([name, role], oh, annotator="anna", new=True))
    found, _ = board(project.path, ClaimFilter())
    assert shown(found) == {("Oh Se-hoon", ""): (0, 0, 2)}
    assert (found.claimants[0].kind, found.claimants[0].keys) == (RowKind.IDENTITY, (f"identity:{oh.id}",))
    project.undo(first)
    assert {c.kind for c in board(project.path, ClaimFilter())[0].claimants} == {RowKind.NAME, RowKind.UNNAMED}


def test_unidentified_name_joins_the_identity_of_that_name(project):
    first, second, third = article(project, "Erster"), article(project, "Zweiter"), article(project, "Dritter")
    _, name = claim(project, first, "Oh Se-hoon", topic="Haushalt")
    claim(project, second, "Oh Se-hoon", topic="Haushalt")
    claim(project, third, "Kritiker", topic="Klima")
    oh = new_identity("Bürgermeister Oh", "PER")
    project.do(identify([name], replace(oh, aliases=("oh se\N{NON-BREAKING HYPHEN}hoon",)), annotator="anna", new=True))
    found, _ = board(project.path, ClaimFilter())
    assert shown(found) == {("Bürgermeister Oh", "Haushalt"): (0, 0, 2), ("Kritiker", "Klima"): (0, 0, 1)}
    listed = sentences(project.path, ClaimFilter(), found.claimants[0].keys, None)
    assert {s.claim.document for s in listed} == {first, second}
    spans = project.read.annotated(second, "anna").spans
    assert all("identity" not in span.attributes for span in spans)  # shown together, nothing decided


def test_ambiguous_name_has_its_own_row(project):
    first, second = article(project, "Erster"), article(project, "Zweiter")
    _, name = claim(project, first, "Oh Se-hoon")
    claim(project, second, "Oh Se-hoon")
    oh, other = new_identity("Oh Se-hoon", "PER"), new_identity("Oh Se-hoon", "PER")
    project.do(identify([name], oh, annotator="anna", new=True))
    project.do(identify([claim(project, first, "Kritiker")[1]], other, annotator="anna", new=True))
    assert [c.kind for c in board(project.path, ClaimFilter())[0].claimants].count(RowKind.NAME) == 1


def test_name_joins_no_identity_of_another_label(project):
    first, second = article(project, "Erster"), article(project, "Zweiter")
    _, name = claim(project, first, "Oh Se-hoon")
    claim(project, second, "Oh Se-hoon")
    body = new_identity("Oh Se-hoon", "ORG")
    project.do(identify([name], body, annotator="anna", new=True))
    assert {c.kind for c in board(project.path, ClaimFilter())[0].claimants} == {RowKind.IDENTITY, RowKind.NAME}


def test_each_filter_leaves_what_fits(project):
    early = article(project, "Früh", "2026-01-31", "Küstenbote")
    late = article(project, "Spät", "2026-03-01", "Anzeiger")
    undated = article(project, "Ohne")
    claim(project, early, "Oh Se-hoon", worthiness="CFS", verdict="refuted")
    claim(project, late, "Oh Se-hoon", worthiness="UFS")
    claim(project, undated, "Oh Se-hoon")
    for wanted, count in (
        (ClaimFilter(), 3),
        (ClaimFilter(since="2026-01-31"), 2),
        (ClaimFilter(until="2026-02-28"), 1),
        (ClaimFilter(since="2026-02-01", until="2026-03-01"), 1),
        (ClaimFilter(publisher="Küstenbote"), 1),
        (ClaimFilter(worthiness="UFS"), 1),
        (ClaimFilter(verdict="refuted"), 1),
        (ClaimFilter(verdict="open"), 2),
        (ClaimFilter(annotator="anna"), 3),
        (ClaimFilter(annotator="bert"), 0),
        (ClaimFilter(publisher="Küstenbote", worthiness="UFS"), 0),
    ):
        found, choices = board(project.path, wanted)
        assert found.claims == count, wanted
        assert (choices.publishers, choices.annotators) == (("Anzeiger", "Küstenbote"), ("anna",))


def test_cell_lists_claims_with_context_oldest_first(project):
    late, early = article(project, "Spät", "2026-03-01"), article(project, "Früh", "2026-01-31")
    claim(project, late, "Oh Se-hoon", topic="Haushalt", kind="fact_claim")
    claim(project, early, "Oh Se-hoon", topic="haushalt")
    claim(project, early, "Oh Se-hoon", topic="Klima")
    found, _ = board(project.path, ClaimFilter())
    (row,) = found.claimants
    budget = next(topic for topic in found.topics if topic.name.casefold() == "haushalt")
    listed = sentences(project.path, ClaimFilter(), row.keys, budget.spellings)
    assert [(s.claim.title, s.claim.published, s.claim.kind) for s in listed] == [
        ("Früh", "2026-01-31", None),
        ("Spät", "2026-03-01", "fact_claim"),
    ]
    assert listed[0].before.endswith("Oh Se-hoon sagt, ")
    assert listed[0].claim.words == "die Stadt spare viel"
    assert listed[0].after == ". Kritiker bezweifeln das. Nachher."
    assert len(sentences(project.path, ClaimFilter(), row.keys, None)) == 3
    assert len(sentences(project.path, ClaimFilter(since="2026-02-01"), row.keys, None)) == 1


def test_claims_without_a_topic_have_a_cell_of_their_own(project):
    document = article(project, "Erster")
    claim(project, document, "Oh Se-hoon")
    claim(project, document, "Oh Se-hoon", topic="Klima")
    found, _ = board(project.path, ClaimFilter())
    assert [topic.name for topic in found.topics] == ["Klima", ""]
    listed = sentences(project.path, ClaimFilter(), found.claimants[0].keys, found.topics[1].spellings)
    assert [s.claim.topic for s in listed] == [None]


def test_months_have_no_gaps(project):
    for title, published in (("A", "2025-12-31"), ("B", "2026-02-01"), ("C", None), ("D", "gestern")):
        claim(project, article(project, title, published), "Oh Se-hoon", stance="refutes")
    listed = sentences(project.path, ClaimFilter(), ("words:Oh Se-hoon",), None)
    assert [(month.month, tuple(month.stances)) for month in months(s.claim for s in listed)] == [
        ("2025-12", (0, 1, 0)),
        ("2026-01", (0, 0, 0)),
        ("2026-02", (0, 1, 0)),
    ]
    assert months([]) == ()


def test_csv_defuses_formulas(project):
    document = article(project, "Erster", text=TEXT.replace("Oh Se-hoon", "=Oh"))
    claim(project, document, "=Oh", topic="@Haushalt", stance="affirms")
    claim(project, document, claimant_kind="author", topic="Klima; Zoll, „Strom“")
    assert as_csv(board(project.path, ClaimFilter())[0]).splitlines() == [
        "claimant,kind,label,topic,affirms,refutes,unclear,claims",
        "'=Oh,name,PER,'@Haushalt,1,0,0,1",
        ',author,,"Klima; Zoll, „Strom“",0,0,1,1',
    ]


def test_surname_may_be_joined_whatever_persons_are_called(tmp_path):
    schema = renamed(schema_file.load("news"), **OWN_NAMES)
    with closing(Project.create(tmp_path / "Eigene", schema=schema, annotator="anna")) as project:
        first = article(project, "Tom Ashdown", text="Tom Ashdown sagt, die Stadt spare viel.")
        second = article(project, "Zweiter", text="Ashdown sagt, die Stadt spare viel.")
        claim(project, first, "Tom Ashdown", label="Person")
        claim(project, second, "Ashdown", label="Person")
        (join,) = board(project, ClaimFilter())[0].joins
    assert (join.short, join.full, join.label, len(join.mentions)) == ("Ashdown", "Tom Ashdown", "Person", 2)


def test_genitive_may_be_joined_with_its_name(project):
    first = article(project, "Erster", text="Robert Norden-Institut sagt, die Stadt spare viel.")
    second = article(project, "Zweiter", text="Laut Angaben des Robert Norden-Instituts: die Stadt spare viel.")
    claim(project, first, "Robert Norden-Institut", label="ORG")
    claim(project, second, "Robert Norden-Instituts", label="ORG")
    (join,) = board(project, ClaimFilter())[0].joins
    assert (join.short, join.full, join.label) == ("Robert Norden-Instituts", "Robert Norden-Institut", "ORG")


def test_pairs_with_a_name_in_common_become_one_merge():
    first = Join("Ashdowns", "Ashdown", "PER", (), ("a", "b"))
    second = Join("Ashdown", "Tom Ashdown", "PER", (), ("b", "c"))
    other = Join("Nordwerks", "Nordwerk", "ORG", ("n",), ("d",))
    ashdown, nordwerk = unions([first, second, other])
    assert (ashdown.ids, set(ashdown.mentions)) == ((), {"a", "b", "c"})
    assert ashdown.fresh is not None
    assert (ashdown.fresh.name, ashdown.fresh.label) == ("Tom Ashdown", "PER")
    assert (nordwerk.ids, nordwerk.mentions, nordwerk.fresh) == (("n",), ("d",), None)
