import pytest

from annotator.corpus.article import Article
from annotator.editing import edits
from annotator.jobs.importing import import_read, import_store
from annotator.jobs.importing.near_versions import CARRIED, ImportedVersions
from annotator.model.values import ATTRIBUTION, CLAIMS, SuggestionState
from annotator.text.normalization import fingerprint
from tests.annotator.made import add_article, claim, span

BODY = (
    "Die Stadt Köln 🎈 will ihr Rathaus bis zum Herbst ins Netz verlegen. Petra Müller sagte am Montag, das Rathaus"
    " koste die Stadt zwei Millionen Euro. Der Kämmerer schwieg dazu, und die Opposition widersprach ihm im Rat lange."
)
LATER = "Update: " + BODY.replace("zwei Millionen", "drei Millionen").replace(
    "Der Kämmerer schwieg dazu, und die", "Die"
)
HEADED = f"Streit ums Rathaus\n\n{LATER}"


@pytest.fixture
def known(project):
    document = add_article(project, "Rathaus", BODY)
    said = claim(document, "das Rathaus koste die Stadt zwei Millionen Euro", text=BODY)
    who = span(document, "Petra Müller", "PER", text=BODY)
    gone = span(document, "Kämmerer", "PER", text=BODY)
    project.do(edits.add([span(document, "Köln", text=BODY), said, who, gone]))
    project.do(edits.relate(said, "claimant", who, annotator="anna"))
    return document


def read(project, folder, **texts):
    folder.mkdir()
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return import_read.read([folder], project=project.path)


def test_later_import_is_the_near_duplicate():
    versions = ImportedVersions()
    first, second = (Article(title=title, text=text) for title, text in (("Eins", BODY), ("Zwei", LATER)))
    assert versions.add(first) is None
    near = versions.add(second)
    assert near is not None
    assert (near.title, near.group, near.present) == ("Eins", fingerprint(BODY), False)


def test_exact_duplicate_is_not_a_near_duplicate(project, known, tmp_path):
    assert read(project, tmp_path / "a", gleich=BODY).near == ()


def test_near_duplicate_carries_fitting_labels_as_suggestions(project, known, tmp_path):
    incoming = read(project, tmp_path / "a", neu=HEADED, anders="Etwas ganz anderes.")
    (near,) = incoming.near
    assert (near.title, near.present, near.group) == ("Rathaus", True, fingerprint(BODY))
    taken = import_store.take_in(project, incoming, carry=True)
    new = project.read.documents_with_text([fingerprint(HEADED)])[fingerprint(HEADED)]
    assert project.read.document(new).meta["group"] == fingerprint(BODY)
    suggested = {HEADED[s.start : s.end]: s for s in project.read.suggestions(new, SuggestionState.PENDING)}
    assert sorted(suggested) == ["Köln", "Petra Müller", "das Rathaus koste die Stadt drei Millionen Euro"]
    changed = suggested["das Rathaus koste die Stadt drei Millionen Euro"]
    assert (changed.source, changed.score, suggested["Köln"].score) == (CARRIED, 0.5, 1.0)
    ((start, end),) = changed.relations[0].parts
    assert (changed.relations[0].label, HEADED[start:end]) == ("claimant", "Petra Müller")
    assert taken.suggestions == 3
    said = "das Rathaus koste die Stadt zwei Millionen Euro"
    assert [told.sentence for told in taken.notices] == [
        "“Streit ums Rathaus” is nearly the same as “Rathaus”; both are kept.",
        f"“Streit ums Rathaus” has different words where “Rathaus” has a label; please check: {said}.",
        "“Streit ums Rathaus” lacks words that have a label in “Rathaus”: Kämmerer.",
    ]


def test_cue_comes_with_its_claim(project, known, tmp_path):
    (said,) = [each for each in project.read.annotated(known, None).spans if each.layer == CLAIMS]
    cue, alone = (span(known, words, "CUE", ATTRIBUTION, text=BODY) for words in ("sagte", "widersprach"))
    project.do(edits.add([cue, alone]))
    project.do(edits.relate(said, "cue", cue, annotator="anna"))
    import_store.take_in(project, read(project, tmp_path / "a", neu=HEADED), carry=True)
    new = project.read.documents_with_text([fingerprint(HEADED)])[fingerprint(HEADED)]
    suggested = {s.quote(HEADED): s for s in project.read.suggestions(new)}
    assert {"sagte", "widersprach"} & suggested.keys() == {"widersprach"}
    (claim,) = [each for each in suggested.values() if each.layer == CLAIMS]
    project.do(edits.accept([claim], [], annotator="anna"))
    assert "sagte" in {each.quote(HEADED) for each in project.read.annotated(new, "anna").spans}


def test_labels_are_carried_only_on_request(project, known, tmp_path):
    before = project.read.annotated(known, None)
    taken = import_store.take_in(project, read(project, tmp_path / "a", neu=HEADED))
    assert (taken.suggestions, [told.code for told in taken.notices]) == (0, ["near"])
    assert project.read.annotated(known, None) == before


def test_versions_can_be_left_out(project, known, tmp_path):
    incoming = import_read.without_near(read(project, tmp_path / "a", neu=HEADED, anders="Etwas ganz anderes."))
    assert [article.name for article in incoming.articles] == ["anders.txt"]
