"""Front matter: every value becomes a field or a detail in ``meta``, whatever is not understood stays as written."""

import pytest

from annotator.corpus.article import Article, Draft
from annotator.corpus.header import split_header
from annotator.corpus.reader_table import from_paste, read_file
from annotator.jobs.importing.import_read import joined, reading
from tests.annotator.corpus.files_made import put

BODY = "Die Stadt Wiesenau baut eine Brücke über die Lohe.\n\n---\n\nSie wird 40 Meter lang, sagte Jana Berg."
READ = BODY.replace("\n\n---", "")
HEADED = f"Brücke kommt\n\n{READ}"


def article(tmp_path, content):
    (found,) = read_file(put(tmp_path, "a.md", content.encode()))
    assert isinstance(found, Article)
    return found


def details(found):
    return {name.removeprefix("header_"): value for name, value in found.meta.items() if name.startswith("header_")}


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("tags: [Bau, 'Lohe, Fluss', \"Wiesenau\"]", {"tags": "Bau, Lohe, Fluss, Wiesenau"}),
        ("tags:\n  - Bau\n  # intern\n  - 'Lohe'", {"tags": "Bau, Lohe"}),
        ("tags: # für die Suche\n- Bau\n- Lohe", {"tags": "Bau, Lohe"}),
        ("tags: [Bau,\n  Lohe]", {"tags": "Bau, Lohe"}),
        ("tags: []\nimage: ~\naliases:", {}),
        ("slug: 'die ''neue'' Brücke' # kurz", {"slug": "die 'neue' Brücke"}),
        ('slug: "die \\"neue\\" Br\\u00fccke"', {"slug": 'die "neue" Brücke'}),
        ('slug: "die "neue" Brücke"', {"slug": 'die "neue" Brücke'}),
        ("slug: Brücke #1 # die erste", {"slug": "Brücke #1"}),
        ("reading time: 5 min", {"reading time": "5 min"}),
        ("summary: |\n  Erste Zeile\n\n  Zweite: Zeile", {"summary": "Erste Zeile\n\nZweite: Zeile"}),
        ("summary: >-\n  Erste\n  Zeile", {"summary": "Erste Zeile"}),
        ("summary: Erste\n  Zeile", {"summary": "Erste Zeile"}),
        ("seo:\n  robots: noindex\n  card:\n    kind: big", {"seo.robots": "noindex", "seo.card.kind": "big"}),
        ("people:\n  - name: Jana\n    role: Chefin", {"people": "- name: Jana\n  role: Chefin"}),
        ("seo: {robots: noindex, card: [big]}", {"seo": "{robots: noindex, card: [big]}"}),
        ("base: &b\n  x: 1\n<<: *b\nlayout: *b", {"base": "&b\nx: 1", "<<": "*b", "layout": "*b"}),
        ("x: !!python/object/apply:os.system ['true']", {"x": "!!python/object/apply:os.system ['true']"}),
        ("title: Zweiter Titel\nheadline: Dritter", {"title": "Zweiter Titel", "headline": "Dritter"}),
        ("section: Lokales\nsection: Bau", {"section": "Lokales\nBau"}),
        ("date: 2026-05-03T10:20:00+02:00", {"published": "2026-05-03T10:20:00+02:00"}),
        ("date: letzten Montag", {"published": "letzten Montag"}),
        ("lang: fr", {"language": "fr"}),
        ("url: /bruecke/", {"url": "/bruecke/"}),
        ("author:\n  name: Ole\n  mail: o@bote.example", {"author.mail": "o@bote.example"}),
    ],
)
def test_values_without_a_field_are_kept(tmp_path, written, kept):
    content = f"---\ntitle: Brücke kommt\n{written}\n---\n{BODY}\n"
    for found in (article(tmp_path, content), article(tmp_path, "\ufeff" + content.replace("\n", "\r\n"))):
        assert (found.title, found.text.strip(), details(found)) == ("Brücke kommt", HEADED, kept)


def test_toml_is_read_like_yaml(tmp_path):
    written = (
        'title = "Brücke: +++ kommt"\ndate = 2026-05-03T10:20:00Z\ntags = ["Bau", "Lohe"]\ndraft = false\n'
        '[author]\nname = "Ole Kant"\n[params]\nsummary = """\n---\nKurz"""\n'
    )
    found = article(tmp_path, f"+++\n{written}+++\n{BODY}")
    assert (found.title, found.author, found.published) == ("Brücke: +++ kommt", "Ole Kant", "2026-05-03")
    assert found.text.strip() == f"Brücke: +++ kommt\n\n{READ}"
    assert details(found) == {
        "published": "2026-05-03T10:20:00+00:00",
        "tags": "Bau, Lohe",
        "draft": "false",
        "params.summary": "---\nKurz",
    }


def test_details_without_title_are_no_text(tmp_path):
    found = article(tmp_path, f"---\nlayout: post\ntags: [Bau]\n...\n{BODY}")
    assert (found.text.strip(), details(found)) == (READ, {"layout": "post", "tags": "Bau"})
    assert from_paste(f"---\nlayout: post\n---\n{BODY}").text.strip() == BODY


@pytest.mark.parametrize(
    "line", ['slug "bruecke"', "{{ site.title }}", "über uns zum Bau: ja: nein: doch", "<<<<<<< HEAD"]
)
def test_unreadable_line_leaves_the_other_names(tmp_path, line):
    content = f"---\ntitle: Brücke kommt\n{line}\n  und mehr\nauthor: Ole Kant\nlayout: post\n---\n{BODY}\n"
    found = article(tmp_path, content)
    assert (found.title, found.author, found.text.strip()) == ("Brücke kommt", "Ole Kant", HEADED)
    assert details(found) == {"layout": "post"}
    assert found.unread == (f"{line}\n  und mehr",)
    assert found.meta["unread_header"] == f"{line}\n  und mehr"
    (problem,) = joined(reading([tmp_path])).problems
    assert problem.sentence.startswith(f"a.md: The line “{line} und mehr” of the front matter could not be read")


@pytest.mark.parametrize(
    "written",
    [
        "---\n„Wir bauen jetzt.“\ntitle: Brücke\nauthor: Ole\n---\n",
        "---\nEine Brücke\nDie Lohe\ntitle: Brücke\nauthor: Ole\n---\n",
        "---\nWiesenau: die Stadt baut eine Brücke.\n---\n",
        "---\ntitle: Brücke\nDie Stadt baut.\n---\n",
        "---\n? [a, b]\n: c\ntitle: Brücke\n---\n",
        "+++\ntitle: keine Gleichung\n+++\n",
        "+++\na = " + "[" * 5000 + "\n+++\n",
        "+++\na = " + "9" * 5000 + "\n+++\n",
        "---\ntags: [Bau]\nohne: Ende\n",
    ],
)
def test_what_cannot_be_read_stays_in_the_text(written):
    assert from_paste(written + BODY).text.strip() == (written + BODY).strip()


def test_line_below_front_matter_stays(tmp_path):
    found = article(tmp_path, f"---\ntitle: Brücke kommt\n---\nQuelle: dpa\n\n{BODY}")
    assert found.text.strip().startswith("Brücke kommt\n\nQuelle: dpa\n\nDie Stadt")


def test_million_keys_stay_text():
    written = "---\ntitle: Brücke\n" + "".join(f"k{number}: {number}\n" for number in range(1_000_000)) + "---\n"
    found = split_header(Draft(text=written + BODY))
    assert (found.text, found.meta) == (written + BODY, {})
