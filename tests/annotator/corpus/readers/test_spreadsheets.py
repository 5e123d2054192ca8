from datetime import date, datetime
from zipfile import ZipFile

import openpyxl
import pytest

from annotator.corpus.article import Draft, ReadingChoices, Sheet
from annotator.corpus.readers.spreadsheets import read_csv, read_workbook
from annotator.system.errors import TextError
from annotator.system.whole_files import Broken
from tests.annotator.corpus.files_made import put

LONG = (
    "Die Stadt Wiesenau will ihr Rathaus ins Netz verlegen; das „spart“ Geld, sagte die Bürgermeisterin am Montag 🎈."
)


def read(path, reader=read_csv, **asked):
    found = list(reader(path, ReadingChoices(**asked)))
    sheets = [one for one in found if isinstance(one, Sheet)]
    return (
        sheets,
        [one for one in found if isinstance(one, Draft)],
        [one for one in found if isinstance(one, TextError)],
    )


def test_usual_column_names(tmp_path):
    table = f'ID;Titel;Datum;Quelle;Artikel\r\n7;Ohne Treppe;09.03.2026;Bote;"{LONG}"\r\n'
    (sheet,), (draft,), faults = read(put(tmp_path, "a.csv", table))
    assert sheet.chosen == {
        "text": "Artikel",
        "title": "Titel",
        "published": "Datum",
        "publisher": "Quelle",
        "id": "ID",
    }
    assert [(column.name, column.sample) for column in sheet.columns][:2] == [("ID", "7"), ("Titel", "Ohne Treppe")]
    assert (draft.text, draft.title, draft.published, draft.publisher) == (LONG, "Ohne Treppe", "2026-03-09", "Bote")
    assert (draft.id, draft.place, faults) == ("7", "2", [])


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_delimiter_and_encoding_are_detected(tmp_path, delimiter, encoding):
    words = "Grüße, so viele; wie nie: „ja“"
    table = f'title{delimiter}text\r\nEins{delimiter}"{words}\n\nNoch ein Absatz"\r\nZwei{delimiter}kurz\r\n'
    _, drafts, _ = read(put(tmp_path, "a.csv", table.encode(encoding)))
    assert [(d.text, d.place) for d in drafts] == [(f"{words}\n\nNoch ein Absatz", "2"), ("kurz", "3")]


def test_longest_column_is_the_text_without_names(tmp_path):
    (sheet,), drafts, _ = read(put(tmp_path, "a.csv", f'feld1,feld2\nx,"{LONG}"\n'))
    assert sheet.chosen == {"text": "feld2"}
    assert [d.text for d in drafts] == [LONG]


def test_table_without_header_has_numbered_columns(tmp_path):
    (sheet,), drafts, _ = read(put(tmp_path, "a.csv", f'2026-03-09,"{LONG}"\n2026-03-10,"{LONG}"\n'))
    assert [column.name for column in sheet.columns] == ["1", "2"]
    assert (sheet.chosen, len(drafts)) == ({"text": "2"}, 2)


def test_chosen_columns_are_used(tmp_path):
    path = put(tmp_path, "a.csv", "text,kommentar\nHaupttext,Nebentext\n")
    (sheet,), drafts, _ = read(path, columns={"text": "kommentar", "title": "text"})
    assert [(d.text, d.title) for d in drafts] == [("Nebentext", "Haupttext")]
    assert sheet.chosen == {"text": "kommentar", "title": "text"}


@pytest.mark.parametrize("columns", [None, {"text": "weg"}, {"title": "a"}])
def test_missing_text_column_is_reported_after_the_columns(tmp_path, columns):
    found = read_csv(put(tmp_path, "a.csv", "a,b\nx,y\n"), ReadingChoices(columns=columns))
    sheet = next(found)
    assert isinstance(sheet, Sheet)
    assert [column.name for column in sheet.columns] == ["a", "b"]
    with pytest.raises(TextError, match=r"which column of a\.csv contains the text\. Choose one: a, b"):
        next(found)


def test_row_without_text_is_reported_by_row(tmp_path):
    _, drafts, faults = read(put(tmp_path, "a.csv", "title,text\nEins,da\nZwei,\nDrei\n,,\nVier,auch\n"))
    assert [d.text for d in drafts] == ["da", "auch"]
    assert [str(f) for f in faults] == [f"a.csv, row {n}: there is no text." for n in (3, 4)]


def test_rows_are_counted_as_a_spreadsheet_does(tmp_path):
    _, drafts, _ = read(put(tmp_path, "a.csv", 'title,text\nEins,"da\n\nund dort"\nZwei,auch\n'))
    assert [d.place for d in drafts] == ["2", "3"]


def test_html_in_cells_loses_its_markup(tmp_path):
    _, drafts, _ = read(put(tmp_path, "a.csv", "title,text\nEins,<p>Eins &amp; zwei</p><p>drei</p>\nZwei,2 < 3 > 1\n"))
    assert [d.text for d in drafts] == ["Eins & zwei\n\ndrei", "2 < 3 > 1"]


@pytest.mark.parametrize(
    ("content", "error"), [(b"", TextError), (b"\r\n \r\n", TextError), (b"a,b\x00\nc,d", TextError)]
)
def test_empty_table_is_refused(tmp_path, content, error):
    with pytest.raises(error):
        read(put(tmp_path, "a.csv", content))


def workbook(path, *sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets):
        sheet = book.create_sheet(f"Blatt {number}")
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def test_first_filled_sheet_is_read_with_dates_and_numbers(tmp_path):
    rows = [
        ["Titel", "Datum", "ID", "Text"],
        ["Eins", date(2026, 3, 9), 7.0, LONG],
        [
            "Zwei",
            datetime(2026, 3, 10, 8),  # noqa: DTZ001  # as Excel has it
            "x",
            "ü",
        ],
    ]
    path = workbook(tmp_path / "a.xlsx", [], [[], *rows], [["andere"]])
    (sheet,), drafts, _ = read(path, read_workbook)
    assert sheet.chosen["published"] == "Datum"
    assert [(d.title, d.published, d.id, d.text, d.place) for d in drafts] == [
        ("Eins", "2026-03-09", "7", LONG, "3"),
        ("Zwei", "2026-03-10", "x", "ü", "4"),
    ]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04nein", b"\xd0\xcf\x11\xe0alt"])
def test_invalid_workbook_is_refused(tmp_path, content):
    with pytest.raises(Broken):
        read(put(tmp_path, "a.xlsx", content), read_workbook)


def test_damaged_workbook_is_refused_or_read(tmp_path):
    whole = workbook(tmp_path / "a.xlsx", [["text"], *([f"{LONG} {n}"] for n in range(40))]).read_bytes()
    refused = 0
    for place in range(0, len(whole) - 8, 61):
        path = put(tmp_path, "b.xlsx", whole[:place] + b"\xff\x00\xff\xff" + whole[place + 4 :])
        try:
            read(path, read_workbook)
        except (Broken, TextError):
            refused += 1
    assert refused > 20


def test_empty_workbook_is_refused(tmp_path):
    with pytest.raises(TextError, match="contains no text"):
        read(workbook(tmp_path / "a.xlsx", [], []), read_workbook)


def test_workbook_with_invalid_xml_is_refused(tmp_path):
    whole = workbook(tmp_path / "a.xlsx", [["text"], [LONG]])
    with ZipFile(whole) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["xl/workbook.xml"] = members["xl/workbook.xml"].replace(b"<sheets>", b"<9>")
    with ZipFile(tmp_path / "b.xlsx", "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    with pytest.raises(Broken):
        read(tmp_path / "b.xlsx", read_workbook)


def test_unclosed_quotation_mark_is_reported(tmp_path):
    path = put(tmp_path, "a.csv", f'title,text\nA,"{LONG}"\nB,"{LONG}\nC,{LONG}\n')
    with pytest.raises(Broken, match="line 3: a quotation mark is never closed"):
        list(read_csv(path, ReadingChoices()))


@pytest.mark.parametrize("end", ["", "\n", "\r", "\r\n", "\n\n", "  "])
@pytest.mark.parametrize("between", ["\n", "\r", "\r\n"])
def test_quoted_last_cell_is_closed_whatever_follows(tmp_path, between, end):
    _, (draft,), _ = read(put(tmp_path, "a.csv", f'title,text{between}A,"{LONG}"{end}'))
    assert draft.text.strip() == LONG
