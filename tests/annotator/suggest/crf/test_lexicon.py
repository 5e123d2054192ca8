from typing import Any

import numpy as np
import pytest

from annotator.suggest.crf.lexicon import (
    KINDS,
    NO_CLUSTER,
    NO_KIND,
    HashedTable,
    Lexicon,
    class_mask,
    compound_heads,
    kind_columns,
    word_hash,
)
from tests.annotator.suggest.lexicons import small_lexicon

HASHES = {
    "Berlin": 3827397072,
    "berlin": 2205540631,
    "München": 1608653286,
    "Ministerpräsidentin": 3316654260,
    "Straße": 734830819,
    "STRASSE": 3526897175,
    "a": 1485495528,
    "Ä": 687271548,
    "A\u0308": 4147560588,
    "🙂": 565371578,
    "\U0001f469\U0001f3fd\u200d\U0001f680": 1824151673,
    "„": 1200499410,
    "2022": 3546406950,
    "z.B.": 4197266711,
    "GmbH": 3347704068,
    "Łódź": 4172739463,
    "Москва": 2863800608,
    "北京": 666127212,
    "e\u0301tude": 1149540326,
    "\xa0": 3297766079,
}


def lexicon() -> Lexicon:
    words = {"berlin": (80, 131), "Berlin": (80, 84), "Zelt": (0, 255), "ohne": (NO_CLUSTER, 61)}
    names = {"Berlin": "CL", "Sachsen": "K", "Norwegen": "K", "Angela": "F", "Jürgen": "F"}
    nouns = {"Berlin": "K", "Weg": "N", "Straße": "N", "Haus": "N"}
    return Lexicon(
        words=HashedTable.of(
            words,
            {
                "cluster": np.array([cluster for cluster, _ in words.values()], dtype=np.uint16),
                "rarity": np.array([rarity for _, rarity in words.values()], dtype=np.uint8),
            },
        ),
        classes=[class_table(names), class_table(nouns)],
        phrases={"Bad Homburg": "C", "Bad Homburg vor der Höhe": "C", "Neue Welt": "K", "Yamaha": "A"},
    )


def class_table(classes: dict[str, str]) -> HashedTable:
    masks = np.array([class_mask(letters) for letters in classes.values()], dtype=np.uint8)
    return HashedTable.of(classes, {"mask": masks})


@pytest.mark.parametrize(("word", "expected"), HASHES.items())
def test_word_hash_is_the_same_everywhere(word, expected):
    assert word_hash(word) == expected


def test_table_finds_only_its_words():
    table = class_table({"Jürgen": "F", "🙂": "N", "a\u0308": "C"})

    assert {table.row(word) for word in ("Jürgen", "🙂", "a\u0308")} == {0, 1, 2}
    assert table.row("Jurgen") is None
    assert class_table({}).row("Jürgen") is None


def test_log_probability_of_rarest_word_is_negative():
    assert lexicon().log_probability("Berlin") == pytest.approx(-8.4)
    assert lexicon().log_probability("Zelt") == pytest.approx(-25.5)
    assert lexicon().log_probability("unbekannt") is None


def test_genitive_has_the_cluster_of_its_base():
    assert lexicon().cluster("Berlins") == lexicon().cluster("Berlin") == 80
    assert lexicon().cluster("Zelt") == 0
    assert lexicon().cluster("ohne") is None
    assert lexicon().cluster("ohnes") is None


@pytest.mark.parametrize(
    ("word", "letters"),
    [
        ("Berlin", "CKL"),
        ("Berlins", "CKLs"),
        ("Berliner", "Ker"),
        ("Sachsener", "Ker"),
        ("Norweger", "Ker"),
        ("BERLIN", "CKL"),
        ("Fahrradstraße", "n"),
        ("Hausstraße", "n"),
        ("Unbekannt", "-"),
        ("unbekannt", ""),
        ("Weg", "N"),
        ("🙂", ""),
        ("", ""),
    ],
)
def test_word_classes_of_both_tables_and_derivations(word, letters):
    assert lexicon().word_class(word) == letters


def test_place_of_several_words():
    words = ["in", "Bad", "Homburg", "vor", "der", "Höhe", "und", "Bad", "Homburg", ",", "Bad"]

    assert lexicon().classes(words) == ["", *["MC"] * 5, "", "MC", "MC", "", "-"]


def test_compound_heads_of_endless_word():
    assert len(list(compound_heads("X" * 1_000_000))) < 100


def test_tables_survive_writing_and_reading(tmp_path):
    lexicon().to_disk(tmp_path)
    again = Lexicon.from_disk(tmp_path)

    for word in ("Berlin", "berlin", "Jürgen", "Fahrradstraße", "Zelt", "ohne", "nie"):
        assert again.word_class(word) == lexicon().word_class(word)
        assert again.cluster(word) == lexicon().cluster(word)
        assert again.log_probability(word) == lexicon().log_probability(word)
    assert again.classes(["Neue", "Welt"]) == ["MK", "MK"]


def test_same_tables_give_the_same_files(tmp_path):
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    lexicon().to_disk(tmp_path / "one")
    Lexicon.from_disk(tmp_path / "one").to_disk(tmp_path / "two")

    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


@pytest.mark.parametrize("name", ["words.npz", "names.npz", "nouns.npz"])
@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no archive", "Wörter 🙂".encode()])
def test_damaged_table_is_named(tmp_path, name, content):
    lexicon().to_disk(tmp_path)
    (tmp_path / name).write_bytes(content)

    with pytest.raises(ValueError, match=name):
        Lexicon.from_disk(tmp_path)


def test_table_with_pickled_objects_is_refused(tmp_path):
    lexicon().to_disk(tmp_path)
    np.savez(tmp_path / "words.npz", steps=np.array([object()], dtype=object))

    with pytest.raises(ValueError, match=r"words\.npz"):
        Lexicon.from_disk(tmp_path)


def test_table_without_columns_is_refused(tmp_path):
    lexicon().to_disk(tmp_path)
    HashedTable.of(["Weg"], {"cluster": np.array([1])}).to_disk(tmp_path / "words.npz")
    with pytest.raises(ValueError, match="column"):
        Lexicon.from_disk(tmp_path)

    lexicon().to_disk(tmp_path)
    HashedTable.of(["Weg"], {"cluster": np.array([1])}).to_disk(tmp_path / "nouns.npz")
    with pytest.raises(ValueError, match="column"):
        Lexicon.from_disk(tmp_path)


def test_columns_of_unequal_length_are_refused(tmp_path):
    path = tmp_path / "words.npz"
    np.savez(path, steps=np.array([1, 2], dtype=np.uint32), cluster=np.array([1], dtype=np.uint16))

    with pytest.raises(ValueError, match=r"words\.npz"):
        HashedTable.from_disk(path)


def test_phrase_line_without_name_is_refused(tmp_path):
    lexicon().to_disk(tmp_path)
    (tmp_path / "phrases.tsv").write_text("C\tBad Homburg\nnonsense\n", encoding="utf-8")

    with pytest.raises(ValueError, match="nonsense"):
        Lexicon.from_disk(tmp_path)


def test_listed_company_of_one_word():
    assert lexicon().classes(["Yamaha", "in", "Bad", "Homburg"]) == ["MA", "", "MC", "MC"]


def test_common_word_and_genitive_have_a_kind(tmp_path):
    kinds: dict[str, Any] = {
        name: np.array([NO_KIND if number == 0 else 0, 7], dtype=np.uint8) for number, name in enumerate(kind_columns())
    }
    columns: dict[str, Any] = {
        "cluster": np.array([3, 3], dtype=np.uint16),
        "rarity": np.array([90, 90], dtype=np.uint8),
        **kinds,
    }
    nothing = HashedTable.of([], {"mask": np.zeros(0, dtype=np.uint8)})
    lexicon = Lexicon(words=HashedTable.of(["Köln", "Merkel"], columns), classes=[nothing, nothing], phrases={})
    lexicon.to_disk(tmp_path)

    for known in (lexicon, Lexicon.from_disk(tmp_path)):
        assert [known.entry(word).kinds for word in ("Merkel", "Merkels")] == [(7,) * KINDS] * 2
        assert [known.entry(word).kinds for word in ("Köln", "Bonn", "")] == [()] * 3


def test_lexicon_without_kinds():
    assert small_lexicon().entry("Köln").kinds == ()
