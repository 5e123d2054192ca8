"""Citations: evidence for or against a claim from outside the project, an address and what is written there."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from annotator.text.normalization import one_line

CITATIONS = "citations"
"""The attribute of a claim that holds its citations: a list of objects with ``role``, ``url`` and ``quote``."""

FORMERLY = ("evidence_role", "evidence_url", "evidence_quote")
"""The attributes that held a claim's only citation before 0.4.0. Projects keep their values, which are still read."""

_HOST = r"(?:[\w-]+\.)+[a-z]{2,}"
_SCHEME = r"\w[\w+.-]{0,40}://"  # with a limit, as a search takes quadratic time in a long word without one
_ADDRESS = re.compile(rf"(?:{_SCHEME}|www\.)\S+|(?<![\w./@-]){_HOST}/\S*|^{_HOST}$", re.ASCII)
_BEGUN = re.compile(rf"(?:{_SCHEME}|www\.|{_HOST}/)", re.ASCII | re.IGNORECASE)
_QUOTED = re.compile(r'[„“”"»«](.*)[„“”"»«]', re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A piece of evidence; ``role`` is what it does to the claim (supports, refutes …), "" if not set."""

    role: str = ""
    url: str = ""
    quote: str = ""

    def __bool__(self) -> bool:
        """Return whether the citation has an address or a quote."""
        return bool(self.url or self.quote)


def citations_of(attributes: Mapping[str, Any]) -> tuple[Citation, ...]:
    """Return a claim's citations, in order, the one from the former attributes first; malformed ones are skipped."""
    listed = attributes.get(CITATIONS)
    entries = [entry for entry in listed if isinstance(entry, Mapping)] if isinstance(listed, list | tuple) else []
    role, url, quote = (attributes.get(name) for name in FORMERLY)
    before = {"role": role, "url": url, "quote": quote}
    return tuple(filter(None, map(_citation, (before, *entries))))


def citing(citations: Iterable[Citation], attributes: Mapping[str, Any]) -> dict[str, Any]:
    """Return the changes of a claim's attributes that set its citations; the value None removes an attribute."""
    listed = [
        {name: words for name in ("role", "url", "quote") if (words := getattr(citation, name))}
        for citation in citations
        if citation
    ]
    return {CITATIONS: listed or None, **{name: None for name in FORMERLY if name in attributes}}


def are_citations(value: Any, roles: Iterable[str]) -> bool:
    """Return whether a value is a list of citations, each with one of these roles or none."""
    known = {None, "", *roles}
    return isinstance(value, list | tuple) and all(
        isinstance(entry, Mapping)
        and all(isinstance(words, str) for words in entry.values())
        and entry.get("role") in known
        for entry in value
    )


def read_citation(words: str, role: str = "") -> Citation:
    """Read a citation that was typed or pasted: an address, a quote, or both in any order."""
    address = _ADDRESS.search(words)
    url = address[0].rstrip(",;") if address is not None else ""
    quote = one_line(words if address is None else f"{words[: address.start()]} {words[address.end() :]}")
    inner = _QUOTED.fullmatch(quote)
    return Citation(role=role, url=url, quote=inner[1].strip() if inner is not None else quote)


def begins_address(typed: str) -> bool:
    """Return whether a text that is being typed begins with a web address, with or without its scheme."""
    return _BEGUN.match(typed) is not None


def written(citation: Citation) -> str:
    """Return a citation as text that `read_citation` reads."""
    return " ".join(filter(None, (citation.url, citation.quote)))


def _citation(entry: Mapping[str, Any]) -> Citation:
    texts = {name: entry.get(name) for name in ("role", "url", "quote")}
    return Citation(**{name: words for name, words in texts.items() if isinstance(words, str)})
