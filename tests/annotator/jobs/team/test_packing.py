"""Packages: writing, labelling and merging them, and what cannot be changed in a package."""

import itertools
import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from annotator.cli.app import run
from annotator.corpus.article import Article
from annotator.editing import edits
from annotator.editing.edits import Change, Edit, EditKind
from annotator.jobs.merging.copies_merged import merge
from annotator.jobs.team import dealing, packing
from annotator.model.packages import PACKAGE, SuggestionTreatment, check_name, check_names, file_names
from annotator.model.values import SCHEMA, Setting, State
from annotator.project.project import Project
from annotator.quality.assigning import Wish
from annotator.system.errors import AnnotatorError
from tests.annotator.made import OTHER, TEXT, add_article, make_project, span, suggestion
from tests.annotator.store.replays import differences, heads_in_log, in_heads

TEAM = ("Lea", "Max", "Ida")


EVERYBODY = Wish(people=TEAM, overlap=40)


def dealt(project, wish=EVERYBODY):
    found = dealing.plan(project, wish)
    project.do(dealing.step(found, annotator=project.annotator))
    return found


def town(folder, count=10):
    project = make_project(folder)
    articles = [
        Article(name=f"{n}", title=f"Notiz {n}", text=f"Notiz {n}: Köln und Bonn planen {n} Brücken.", language="de")
        for n in range(count)
    ]
    ids = project.add_articles(articles).ids
    project.do(edits.add([span(ids[0], "Köln", text=project.read.text(ids[0]))]))
    project.put_suggestions(ids[-1], "de_news", [suggestion(ids[-1], "Köln", text=project.read.text(ids[-1]))])
    return project


def packed(project, folder, *people, **options):
    written = packing.write(project, folder, people or None, *options.values())
    packing.record(project, written)
    return {each.package.annotator: each.path for each in written}


def labelled(path):
    """Label every article of a package and finish it; return the number of labels."""
    with closing(Project.open(path)) as project:
        read = project.read
        ids = [id_ for id_, _ in read.texts()]
        for id_ in ids:
            own = span(id_, "Bonn", annotator=project.annotator, text=read.text(id_))
            project.do(edits.add([own]))
            project.do(edits.set_state(None, id_, State.DONE, annotator=project.annotator))
        return len(ids)


def names_of_labels(path):
    with closing(Project.open(path, read_only=True)) as project:
        rows = project._store._connection.execute("SELECT annotator, document, quote FROM span ORDER BY 1, 2, 3")
        return list(rows)


def code_of(call):
    with pytest.raises(AnnotatorError) as error:
        call()
    return error.value.code


def test_dealing_is_one_undoable_logged_edit(tmp_path):
    with closing(town(tmp_path)) as project:
        found = dealt(project)
        assert project.read.assigned.given() == {id_: list(who) for id_, who in found.fresh.items()}
        assert dealing.plan(project, Wish(people=TEAM)).fresh == {}
        assert differences(project._store) == {}
        first = next(iter(found.fresh))
        assert project.undo(first).kind is EditKind.ASSIGN
        assert project.read.assigned.given() == {}
        project.redo(first)
        assert len(project.read.assigned.given()) == 10
        project.delete_documents([first])
        assert first not in project.read.assigned.given()
        assert differences(project._store) == {}
        assert project._store.check() == []


def test_merged_packages_bring_all_labels_in_any_order(tmp_path):
    with closing(town(tmp_path)) as project:
        dealt(project)
        files = packed(project, tmp_path / "out")
    assert [path.name for path in files.values()] == ["Ida.spanwright", "Lea.spanwright", "Max.spanwright"]
    expected = sum(labelled(path) for path in files.values())
    results = []
    for number, order in enumerate(itertools.permutations(files.values())):
        target = shutil.copyfile(project.path, tmp_path / f"{number}.spanwright")
        with closing(Project.open(target)) as lead:
            told = merge(lead, order)
            assert (told.refused, told.disputes) == ([], 0)
            assert merge(lead, order).edits == 0
            assert differences(lead._store) == {}
            assert heads_in_log(lead._store) == in_heads(lead._store)
            states = lead._store._connection.execute("SELECT count(*) FROM document_state WHERE state = 'done'")
            assert states.fetchone()[0] == expected
        results.append(names_of_labels(target))
    assert all(result == results[0] for result in results)
    assert len(results[0]) == expected + 1
    assert {row[0] for row in results[0]} == {"anna", *TEAM}


def test_package_holds_nobodys_labels_and_is_whole(tmp_path):
    with closing(town(tmp_path)) as project:
        dealt(project)
        (secret,) = project.read.log.ids()[2:3]
        files = packed(project, tmp_path)
    for name, path in files.items():
        with closing(Project.open(path)) as package:
            store = package._store
            assert package.packed is not None
            assert package.annotator == package.packed.annotator == name
            assert package.packed.name == "Stadt"
            assert store.check() == []
            assert differences(store) == {}
            assert heads_in_log(store) == in_heads(store)
            assert store.read.annotators() == sorted({"anna", name})
            assert (
                len(list(package.read.texts()))
                == store._connection.execute(
                    "SELECT count(*) FROM document_search WHERE document_search MATCH 'notiz'"
                ).fetchone()[0]
            )
            for table in ("span", "relation", "document_state", "sentence_mark", "document_label", "assignment"):
                assert store._connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
        data = path.read_bytes()
        assert secret.encode() not in data
        assert not any(other.encode() in data for other in TEAM if other != name)


def test_metadata_changed_in_both_is_united(tmp_path):
    with closing(town(tmp_path, 1)) as project:
        ((id_, _),) = project.read.texts()
        dealt(project, Wish(people=("Lea",)))
        before = project.read.document(id_)
        project.do(edits.describe(before, replace(before, author="Kurz"), annotator="anna"))
        (path,) = packed(project, tmp_path).values()
        with closing(Project.open(path)) as package:
            known = package.read.document(id_)
            assert known.author == "Kurz"
            package.do(edits.describe(known, replace(known, publisher="Blatt"), annotator="Lea"))
        here = project.read.document(id_)
        project.do(edits.describe(here, replace(here, url="https://example.org/1"), annotator="anna"))
        assert merge(project, [path]).disputes == 0
        found = project.read.document(id_)
        assert (found.author, found.publisher, found.url) == ("Kurz", "Blatt", "https://example.org/1")


def test_project_from_before_logs_deals_and_merges(tmp_path):
    from tests.annotator.store.old_files import old_file

    path = old_file("m005", tmp_path)
    with closing(Project.open(path)) as project:
        dealt(project, Wish(people=("Lea",)))
        (sent,) = packed(project, tmp_path / "out").values()
        with closing(Project.open(sent)) as package:
            id_, text = next(iter(package.read.texts()))
            word = text.split()[0]
            package.do(edits.add([span(id_, word, "PER", annotator="Lea", text=text)]))
        assert merge(project, [sent]).edits == 1


@pytest.mark.parametrize("choice", SuggestionTreatment)
def test_suggestions_are_included_withheld_or_held(tmp_path, choice):
    text = " ".join(f"Köln baut {n} Brücken." for n in range(200))
    with closing(make_project(tmp_path)) as project:
        (id_,) = project.add_articles([Article(name="a", title="A", text=text, language="de")]).ids
        places = [n for n in range(len(text)) if text.startswith("Köln", n)]
        coming = [replace(suggestion(id_, "Köln", text=text), id=f"{n:032x}", parts=((n, n + 4),)) for n in places]
        project.put_suggestions(id_, "de_news", coming, version="1")
        dealt(project, Wish(people=("Lea",)))
        (path,) = packed(project, tmp_path / "out", choice=choice).values()
    with closing(Project.open(path)) as package:
        rows = dict(package._store._connection.execute("SELECT state, count(*) FROM suggestion GROUP BY state"))
        assert differences(package._store) == {}
        if choice is SuggestionTreatment.INCLUDED:
            assert rows == {"pending": 200}
        elif choice is SuggestionTreatment.HELD:
            assert rows["held"] + rows["pending"] == 200
            assert 0 < rows["held"] < 40
        else:
            assert rows == {}
            assert not package.put_suggestions(id_, "en_news", [suggestion(id_, "Köln", text=text)], version="2")
            assert package.read.asking.was_asked(id_, "en_news", "2")
        assert not {row.id for row in coming} & {
            found for (found,) in package._store._connection.execute("SELECT id FROM suggestion")
        }


def test_two_who_decide_about_one_suggestion_do_not_dispute(tmp_path):
    with closing(make_project(tmp_path)) as project:
        id_ = add_article(project)
        project.put_suggestions(id_, "de_news", [suggestion(id_, "Köln")])
        dealt(project, Wish(people=("Lea", "Max"), overlap=100))
        files = packed(project, tmp_path / "out")
        for name, path in files.items():
            with closing(Project.open(path)) as package:
                (offered,) = package.read.suggestions(id_)
                decided = (
                    edits.accept([offered], [], annotator=name)
                    if name == "Lea"
                    else edits.reject([offered], annotator=name)
                )
                package.do(decided)
        told = merge(project, list(files.values()))
        assert (told.disputes, told.refused) == (0, [])
        assert [each.annotator for each in project.read.annotated(id_, None).spans] == ["Lea"]


def test_fixed_things_are_refused_in_a_package(tmp_path):
    with closing(town(tmp_path)) as project:
        dealt(project)
        path = packed(project, tmp_path, "Lea")["Lea"]
    with closing(Project.open(path)) as package:
        id_, _ = next(iter(package.read.texts()))
        schema, sources = (package.read.setting(name) or "" for name in (SCHEMA, "sources"))
        before, after = (Setting(name=SCHEMA, value=value) for value in (schema, schema + "\n"))
        change = Edit(kind=EditKind.SCHEMA, annotator="Lea", changes=(Change(before=before, after=after),))
        for call in (
            lambda: package.do(change),
            lambda: package.delete_documents([id_]),
            lambda: package.set_annotator("Max"),
            lambda: package.decide_as("Max"),
            lambda: package.keep(PACKAGE, "{}"),
            lambda: package.keep("sources", '{"off": ["de_news"]}'),
        ):
            assert code_of(call) == "package.fixed"
        package.keep("sources", json.dumps({**json.loads(sources), "share": 40}))
        package.set_annotator("Lea")
        assert code_of(lambda: dealing.plan(package, Wish(people=("Lea",)))) == "package.within"
        assert code_of(lambda: packing.write(package, tmp_path / "x")) == "package.within"


def test_begun_articles_are_left_out_of_a_second_package(tmp_path):
    with closing(town(tmp_path, 4)) as project:
        dealt(project, Wish(people=("Lea",)))
        path = packed(project, tmp_path / "one")["Lea"]
        labelled(path)
        merge(project, [path])
        add_article(project, "Neu", TEXT)
        dealt(project, Wish(people=("Lea",)))
        (again,) = packing.write(project, tmp_path / "two")
        assert again.articles == 1
        packing.show([again])
        assert code_of(lambda: packing.write(project, tmp_path / "two")) == "store.exists"
        assert code_of(lambda: packing.write(project, tmp_path / "three", ["Otto"])) == "package.nobody"


def test_package_of_another_project_is_refused(tmp_path):
    (tmp_path / "b").mkdir()
    with closing(town(tmp_path)) as one, closing(town(tmp_path / "b")) as other:
        dealt(other)
        path = packed(other, tmp_path / "out", "Lea")["Lea"]
        labelled(path)
        ((_, error),) = merge(one, [path]).refused
        assert error.code == "store.other_project"


@pytest.mark.parametrize("name", ["", " Lea", "L" * 10_000, "Le\na", "Le\u202ea", "gold", "GOLD", "Import", "\ud800"])
def test_names_that_cannot_be_are_refused(name, tmp_path):
    assert code_of(lambda: check_name(name)) in {"person.name", "store.reserved"}
    with closing(town(tmp_path, 1)) as project:
        assert code_of(lambda: dealing.plan(project, Wish(people=(name,)))) in {"person.name", "store.reserved"}


def test_names_that_look_alike_are_refused():
    for names in (("Lea", "lea"), ("Lea", "Lea"), ("Max  M", "Max M")):
        assert code_of(lambda names=names: check_names(names)) == "person.same"
    assert code_of(lambda: check_names(("lea",), ["Lea"])) == "person.same"
    check_names(("Lea",), ["Lea"])


def test_file_names_are_safe_and_differ():
    names = ["../x", "CON", "a/b", "a:b", "...", "Lea"]
    found = file_names(names)
    assert found["../x"] == "_x"
    assert len({name.casefold() for name in found.values()}) == len(names)
    assert not any(set(name) & set("/\\:") or name.casefold() == "con" for name in found.values())


@pytest.mark.parametrize("written", ["", "[]", "{}", '{"annotator": "gold"}', "[" * 5_000, '{"annotator": 1}'])
def test_unreadable_package_is_refused_with_a_sentence(tmp_path, written):
    with closing(town(tmp_path, 1)) as project:
        dealt(project, Wish(people=("Lea",)))
        path = packed(project, tmp_path / "out")["Lea"]
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("UPDATE setting SET value = ? WHERE name = 'package'", [written])
        assert code_of(lambda: Project.open(path)) == "package.broken"
        assert [error.code for _, error in merge(project, [path]).refused] == ["package.broken"]


def test_labels_imported_into_a_package_belong_to_its_person(tmp_path, capsys):
    with closing(make_project(tmp_path)) as project:
        first, second = add_article(project), add_article(project, "Anderes", OTHER)
        dealt(project, Wish(people=("Lea",)))
        path = packed(project, tmp_path / "out")["Lea"]
    other = make_project(tmp_path, "Fremd", annotator="otto")
    with closing(other):
        own = [add_article(other), add_article(other, "Anderes", OTHER)]
        for name in ("otto", "uwe"):
            other.set_annotator(name)
            other.do(edits.add([span(own[0], "Köln", annotator=name)]))
            other.do(edits.set_state(None, own[0], State.DONE, annotator=name))
    assert run(["export", str(other.path), str(tmp_path / "l.jsonl"), "--format", "jsonl"]) == 0
    assert run(["import", str(path), str(tmp_path / "l.jsonl")]) == 0
    capsys.readouterr()
    with closing(Project.open(path)) as package:
        found = package.read.annotated(first, None)
        assert [(each.annotator, each.quote(TEXT)) for each in found.spans] == [("Lea", "Köln")]
        assert [(each.annotator, each.state) for each in found.states] == [("Lea", State.DONE)]
        assert package.read.annotated(second, None).spans == ()
        edit = package.read.edit(package.read.log.ids()[-1])
        assert edit.annotator == "Lea"
        assert package.read.annotators() == ["Lea", "anna"]


def test_new_articles_stay_out_of_a_package(tmp_path, capsys):
    with closing(make_project(tmp_path)) as project:
        add_article(project)
        dealt(project, Wish(people=("Lea",)))
        path = packed(project, tmp_path / "out")["Lea"]
    with closing(make_project(tmp_path, "Fremd")) as other:
        id_ = add_article(other, "Anderes", OTHER)
        other.do(edits.add([span(id_, "Brüssel", text=OTHER)]))
    assert run(["export", str(other.path), str(tmp_path / "l.jsonl"), "--format", "jsonl"]) == 0
    assert run(["import", str(path), str(tmp_path / "l.jsonl")]) == 0
    assert "is not an article of this package" in capsys.readouterr().out
    (tmp_path / "neu.txt").write_text("Ganz neu ist dieser Artikel.", "utf-8")
    assert run(["import", str(path), str(tmp_path / "neu.txt")]) == 1
    assert "is a package for Lea" in capsys.readouterr().err
    with closing(Project.open(path)) as package:
        assert len(list(package.read.texts())) == 1


def test_only_copies_of_a_package_are_merged_into_it(tmp_path):
    with closing(town(tmp_path)) as project:
        dealt(project)
        files = packed(project, tmp_path / "out")
        lead = shutil.copyfile(project.path, tmp_path / "lead.spanwright")
    copy = shutil.copyfile(files["Lea"], tmp_path / "laptop.spanwright")
    count = labelled(copy)
    with closing(Project.open(files["Lea"])) as package:
        told = merge(package, [files["Max"], lead, copy])
        assert [error.code for _, error in told.refused] == ["package.other", "package.other"]
        assert (told.spans, package.annotator) == (count, "Lea")


def test_commands_deal_and_pack(tmp_path, capsys):
    with closing(town(tmp_path)) as project:
        path = str(project.path)
    assert run(["deal", path, "--to", "Lea,Max", "--overlap", "20", "--dry-run"]) == 0
    assert "Would deal 10 articles." in capsys.readouterr().out
    assert run(["deal", path, "--to", "Lea, Max", "--overlap", "20", "--seed", "7", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["people"] == [
        {"annotator": "Lea", "now": 6, "total": 6},
        {"annotator": "Max", "now": 6, "total": 6},
    ]
    assert told["shared"] == [{"annotators": ["Lea", "Max"], "articles": 2}]
    out = tmp_path / "out"
    assert run(["packages", path, str(out), "--for", "Max", "--suggestions", "withheld"]) == 0
    assert run(["packages", path, str(out), "--for", "Lea", "--json"]) == 0
    (one,) = json.loads(capsys.readouterr().out.splitlines()[-1])["packages"]
    assert (one["annotator"], one["articles"], one["file"]) == ("Lea", 6, str(out / "Lea.spanwright"))
    with closing(Project.open(project.path, read_only=True)) as opened:
        assert {each.annotator for each in opened.read.assigned.packages()} == {"Max", "Lea"}
    for to, words, code in (("Lea,lea", "too similar", 1), ("gold", "reserved", 1), ("Lea", "name at least 2", 2)):
        assert run(["deal", path, "--to", to, "--overlap", "10"]) == code
        assert words in capsys.readouterr().err
    assert run(["check", str(out / "Lea.spanwright")]) == 0
    assert run(["packages", path, str(out)]) == 1
    assert "To write them again, add --again." in capsys.readouterr().err


def test_package_of_a_newer_version_is_refused_and_says_so(tmp_path):
    with closing(town(tmp_path)) as project:
        dealt(project)
        path = packed(project, tmp_path / "out", "Lea")["Lea"]
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("INSERT INTO _sqlite_migrations VALUES (99, 'spanwright', 'm099_later', '')")
        assert [error.code for _, error in merge(project, [path]).refused] == ["store.newer"]


def test_package_with_a_foreign_trigger_is_refused(tmp_path):
    with closing(town(tmp_path)) as project:
        dealt(project)
        path = packed(project, tmp_path / "out", "Lea")["Lea"]
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("CREATE TRIGGER evil AFTER INSERT ON edit BEGIN DELETE FROM span; END")
        assert [error.code for _, error in merge(project, [path]).refused] == ["store.altered"]


def test_repair_keeps_what_was_dealt(tmp_path):
    with closing(town(tmp_path)) as project:
        dealt(project)
        packed(project, tmp_path / "out", "Lea")
        given, written = project.read.assigned.given(), project.read.assigned.packages()
    assert run(["repair", str(project.path), str(tmp_path / "heil.spanwright")]) == 0
    with closing(Project.open(tmp_path / "heil.spanwright")) as repaired:
        assert repaired.read.assigned.given() == given
        assert repaired.read.assigned.packages() == written
        assert differences(repaired._store) == {}


def test_two_copies_that_dealt_alike_are_merged(tmp_path):
    with closing(town(tmp_path)) as project:
        path = project.path
    other = shutil.copyfile(path, tmp_path / "zwei.spanwright")
    with closing(Project.open(path)) as one, closing(Project.open(other)) as two:
        dealt(one)
        dealt(two)
        told = merge(one, [other])
        assert (told.refused, told.disputes, told.edits) == ([], 0, 1)
        assert one.read.assigned.given() == two.read.assigned.given()
        assert differences(one._store) == {}


def test_package_shown_just_before_a_kill_is_refused_twice_and_merged(tmp_path):
    with closing(town(tmp_path)) as project:
        dealt(project)
        written = packing.write(project, tmp_path / "out", ["Lea"])
        packing.show(written)  # killed here: nothing is recorded
        path = written[0].path
        assert code_of(lambda: packing.write(project, tmp_path / "out", ["Lea"])) == "store.exists"
        count = labelled(path)
        found = merge(project, [path])
        assert (found.refused, found.problems, len(found.people)) == ([], [], 1)
        assert len([name for name, *_ in names_of_labels(project.path) if name == "Lea"]) == count
        assert not packing.to_send(project, "Lea")
