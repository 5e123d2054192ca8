"""Builds the English lexicon from public word lists (dependency group `recipes`) and lists of our own."""

import numpy as np

from annotator.suggest.crf.lexicon import NO_CLUSTER, HashedTable, Lexicon
from tools.models.german_lexicon import class_table, companies, cutter, listed, lookups, names_and_phrases

_DEPTH = 15  # bits of a cluster's path in the table
_WORDS = 400_000  # the commonest words; more help little and take much space
_FAR_COMMONER = 2.0  # as a difference of logarithms
_OF_NAMES = frozenset("FCLKc")  # classes of persons and places
_REGIONS = (
    "Europe Asia Africa America Australia Antarctica Scandinavia Balkans Caucasus Siberia Kashmir Gaza Sinai Crimea "
    "England Scotland Wales Ulster Britain UK USA US EU Bavaria Catalonia Quebec Ontario Manhattan Brooklyn Alps "
    "Himalayas Atlantic Pacific Mediterranean Arctic Thames Danube Rhine Nile"
)
_PARTS_OF_ORGANISATIONS = (
    "Inc Inc. Corp Corp. Ltd Ltd. LLC PLC Co Co. Company Group Holdings University College School Institute Ministry "
    "Department Bank Union Association Federation Council Committee Commission Agency Authority Court Police Party "
    "Congress Senate Parliament Club FC United City Foundation Hospital Times Post News Museum Church Services"
)


def build_lexicon() -> Lexicon:
    """Build the tables from the installed word lists; the same lists give the same tables."""
    names, phrases = names_and_phrases(_REGIONS, _PARTS_OF_ORGANISATIONS)
    tables = [class_table(names), class_table({})]  # no list of English nouns: capitals tell as much
    words = _word_table()
    _add_phrases(phrases, Lexicon(words=words, classes=tables, phrases={}))
    return Lexicon(words=words, classes=tables, phrases=dict(sorted(phrases.items())))


def _add_phrases(phrases: dict[str, str], lexicon: Lexicon) -> None:
    """Add well-known organisations, companies and places, cut into words as texts are.

    Class ``A`` is an organisation, ``a`` an organisation that may well be something else, ``P`` a place.
    """
    cut = cutter("en")
    for name in map(cut, listed("organisations_en.txt")):
        phrases[name] = "a" if _is_doubtful(name, lexicon) else "A"
    for name in map(cut, companies(lexicon)):
        if " " in name:
            phrases.setdefault(name, "A")
    for name in map(cut, listed("places_en.txt")):
        phrases.setdefault(name, "P")


def _is_doubtful(name: str, lexicon: Lexicon) -> bool:
    """Return whether a single word is also the name of a person or place, or far commoner without its capital."""
    if " " in name:
        return False
    small, large = lexicon.log_probability(name.lower()), lexicon.log_probability(name)
    is_word = small is not None and large is not None and small > large + _FAR_COMMONER
    return is_word or not _OF_NAMES.isdisjoint(lexicon.word_class(name))


def _word_table() -> HashedTable:
    """Build the table of Brown clusters and log-probabilities of common words (spacy-lookups-data)."""
    logs = lookups("en_lexeme_prob.json.gz")
    clusters = lookups("en_lexeme_cluster.json.gz")
    words = sorted(logs, key=lambda word: -logs[word])[:_WORDS]
    return HashedTable.of(
        words,
        {
            "cluster": np.array([_cluster(clusters.get(word)) for word in words], dtype=np.uint16),
            "rarity": np.array([min(255, round(-logs[word] * 10)) for word in words], np.uint8),
        },
    )


def _cluster(path: int | None) -> int:
    return NO_CLUSTER if path is None else path & ((1 << _DEPTH) - 1)
