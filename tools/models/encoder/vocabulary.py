"""Prunes the vocabulary to the pieces that German and English need."""

import gzip
import json
import unicodedata
from collections.abc import Iterable, Sequence
from importlib.resources import files
from pathlib import Path

from annotator.suggest.encoder.unigram import SPACE, Unigram
from tools.models.encoder.corpus import Text
from tools.models.encoder.e5_file import E5

_COMMONEST = 150_000  # words of each language
_SPECIAL = {0, 1, 2, 3}
_SCRIPTS = ("LATIN", "GREEK", "CYRILLIC", "DIGIT")


def write(e5: E5, texts: Iterable[Text], plain: Iterable[str], out: Path) -> None:
    """Write the pieces to keep: those in the texts, those in common words, and all single characters of our scripts."""
    unigram = Unigram(e5.pieces, e5.scores.tolist(), e5.unknown, e5.forms)
    kept = set(_SPECIAL)
    for text in texts:
        if text.set == "train":
            for sentence in text.sentences:
                for word, space in zip(sentence.words, sentence.spaces, strict=True):
                    kept.update(unigram.word(word, after_space=space))
    for more in (*plain, *(" ".join(common_words(language)) for language in ("de", "en"))):
        kept.update(unigram.text(more))
    kept.update(number for number, piece in enumerate(e5.pieces) if _is_character(piece))
    numbers = sorted(kept)
    written = {
        "pieces": [e5.pieces[number] for number in numbers],
        "scores": [float(e5.scores[number]) for number in numbers],
        "unknown": UNKNOWN_PLACE,
        "rows": numbers,
        "forms": {str(code): form for code, form in e5.forms.items() if _is_needed(code)},
    }
    partial = out.with_suffix(".part")
    partial.write_text(json.dumps(written, ensure_ascii=False), encoding="utf-8")
    partial.replace(out)


UNKNOWN_PLACE = 3


def read(path: Path) -> tuple[Unigram, list[int]]:
    """Return the tokenizer, and each piece's row in the unpruned table."""
    written = json.loads(path.read_text(encoding="utf-8"))
    forms = {int(code): form for code, form in written["forms"].items()}
    return Unigram(written["pieces"], written["scores"], written["unknown"], forms), written["rows"]


def common_words(language: str) -> Sequence[str]:
    """Return the commonest words of a language, from spacy-lookups-data."""
    path = files("spacy_lookups_data") / "data" / f"{language}_lexeme_prob.json.gz"
    with path.open("rb") as stream, gzip.open(stream, "rt", encoding="utf-8") as lines:
        chances: dict[str, float] = json.load(lines)
    return sorted(chances, key=lambda word: (-chances[word], word))[:_COMMONEST]


def _is_character(piece: str) -> bool:
    body = piece.removeprefix(SPACE)
    return len(body) <= 1 and all(
        unicodedata.name(char, "").startswith(_SCRIPTS) or unicodedata.category(char)[0] in "PSNZ" for char in body
    )


def _is_needed(code: int) -> bool:
    return code < 0x3000 or 0xFB00 <= code < 0xFB07 or 0xFF00 < code < 0xFF5F
