"""Finding near-duplicates of articles."""

from hypothesis import given
from hypothesis import strategies as st

from annotator.text.near_duplicates import SIZE, alike, groups, sketch

WIRE = " ".join(f"Satz{n} meldet die Agentur aus Köln am Tag {n} der Reise 🎈." for n in range(60))
OTHER = " ".join(f"Absatz{n} handelt von Zügen nach Bonn um {n} Uhr." for n in range(60))


def test_edited_copy_is_alike():
    copy = "Exklusiv: So war es.\n\n" + WIRE[: len(WIRE) // 2].replace("Satz7", "Zeile7")
    assert alike(sketch(WIRE), sketch(copy))
    assert alike(sketch(copy), sketch(WIRE))


def test_sketch_ignores_case_and_punctuation():
    assert sketch("Köln, Bonn: „Aachen“!") == sketch("KÖLN BONN AACHEN")


def test_articles_with_same_paragraph_are_not_alike():
    paragraph = " Die Behörde ist für den Verkehr auf dem Rhein zuständig und sitzt seit langem in Bonn."
    assert not alike(sketch(WIRE + paragraph), sketch(OTHER + paragraph))


def test_short_texts_are_alike_only_if_equal():
    assert alike(sketch("Köln."), sketch("köln"))
    assert not alike(sketch("Köln und Bonn am Rhein"), sketch("Köln und Bonn am Main"))


def test_texts_without_words_are_not_alike():
    assert not alike(sketch(""), sketch("🎈 … "))


def test_sketch_size_is_limited():
    assert len(sketch(WIRE * 50 + OTHER)) == SIZE


def test_copies_of_copies_share_a_group():
    texts = {"b": WIRE, "a": WIRE[: len(WIRE) * 2 // 3], "c": "Neu. " + WIRE, "x": OTHER, "y": "Kurz."}
    found = groups({id_: sketch(text) for id_, text in texts.items()})
    assert found == {"a": "a", "b": "a", "c": "a", "x": "x", "y": "y"}


def test_common_footer_does_not_join_groups():
    footer = " Mehr lesen Sie in unserer App. Alle Rechte bei der Zeitung, Köln."
    texts = {f"{n:02}": sketch(f"Eigenes{n} " + " ".join(f"w{n}x{k}" for k in range(40)) + footer) for n in range(40)}
    assert groups(texts) == {id_: id_ for id_ in texts}


@given(st.dictionaries(st.text("abc", min_size=1, max_size=3), st.sampled_from([WIRE, WIRE[:900], OTHER, "", "Kurz."])))
def test_groups_do_not_depend_on_the_order(texts):
    sketches = {id_: sketch(text) for id_, text in texts.items()}
    assert groups(sketches) == groups(dict(reversed(sketches.items())))
