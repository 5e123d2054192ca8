"""Dossiers for readers: each claim with its claimant, place, fields and evidence, in Markdown or HTML.

Each claim is in the language of its article, the heading in that of the first; both use the schema's names.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from pathlib import Path
from types import MappingProxyType

from annotator.formats.base import Exporter, Open, Put
from annotator.formats.claims.claim_facts import CITED, WHOLE_CLAIMS, Claim, Evidence, Gatherer, role_words, value_words
from annotator.formats.fit import Fitted, Options
from annotator.formats.shared.page_style import PAGE_STYLE
from annotator.model.schema import AttributeKind, Schema, words
from annotator.model.values import CLAIMS
from annotator.text.normalization import one_line

_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "article": {"de": "Artikel", "en": "Article"},
        "claimant": {"de": "Urheber", "en": "Claimant"},
        "cue": {"de": "Signal", "en": "Cue"},
        "object": {"de": "Gegenstand", "en": "Object"},
        "doubt": {"de": "Zweifel", "en": "Doubt"},
        "yes": {"de": "ja", "en": "yes"},
        "note": {"de": "Notiz", "en": "Note"},
        "annotator": {"de": "Bearbeitet von", "en": "Labelled by"},
        "evidence": {"de": "Belege", "en": "Evidence"},
        "dossier": {"de": "Behauptungen", "en": "Claims"},
    }
)
_APART = frozenset({"claim_text", "claimant_kind", *CITED})  # shown elsewhere
_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_LINK = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_STYLE = PAGE_STYLE + (
    "section{break-inside:avoid}"
    "blockquote{margin:.5rem 0;padding-left:1rem;border-left:3px solid var(--line)}"
    "dl{display:grid;grid-template-columns:minmax(7rem,max-content) minmax(0,1fr);gap:.2rem 1rem;margin:.5rem 0}"
    "dt{color:var(--muted)}dd{margin:0;white-space:pre-line}"
    "@media(max-width:30rem){dl{display:block}dt{font-size:14px;margin-top:.4rem}}\n"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Section:
    """A claim as readers see it: title, sentence, facts as pairs of name and value, and evidence with its roles."""

    language: str
    title: str
    sentence: str
    facts: tuple[tuple[str, str], ...]
    heading: str
    evidence: tuple[tuple[str, Evidence], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Style:
    """The head, foot and section writer of a kind of dossier. The head gets the language of the first claim."""

    head: Callable[[str], str]
    section: Callable[[_Section], str]
    foot: str


def _opener(style: _Style) -> Open:
    @contextmanager
    def opened(path: Path, options: Options) -> Iterator[Put]:
        with path.open("w", encoding="utf-8", newline="\n") as file:
            is_empty = True

            def put(fitted: Fitted) -> None:
                nonlocal is_empty
                for claim in Gatherer(fitted).claims():
                    if is_empty:
                        is_empty = False
                        file.write(style.head(claim.document.language))
                    file.write(style.section(_section(claim, options.schema)))

            yield put
            file.write((style.head("en") if is_empty else "") + style.foot)

    return opened


def _section(claim: Claim, schema: Schema | None) -> _Section:
    language = claim.document.language
    roles = ((role_words(evidence, language), evidence) for evidence in claim.evidence)
    return _Section(
        language=language,
        title=claim.text,
        sentence=claim.sentence,
        facts=tuple((name, value) for name, value in _facts(claim, schema, language) if value),
        heading=words(_WORDS["evidence"], language),
        evidence=tuple(roles),
    )


def _facts(claim: Claim, schema: Schema | None, language: str) -> Iterator[tuple[str, str]]:
    document = claim.document
    place = filter(None, (document.title, document.publisher, document.published, document.url))
    yield words(_WORDS["article"], language), ", ".join(place)
    yield words(_WORDS["claimant"], language), _claimant(claim, schema, language)
    yield words(_WORDS["cue"], language), claim.cue
    yield words(_WORDS["object"], language), claim.object
    order = [attribute.id for attribute in schema.attributes_of(CLAIMS)] if schema is not None else []
    for name in sorted(claim.span.attributes, key=lambda name: order.index(name) if name in order else len(order)):
        if name not in _APART:
            yield _field(claim, name, schema, language)
    for label, other in claim.related:
        relation = schema.relation(label) if schema is not None else None
        name = words(relation.name, language) if relation is not None else label
        yield name, f"{_quoted(other.quote, language)} {other.place}".rstrip()
    yield words(_WORDS["doubt"], language), words(_WORDS["yes"], language) if claim.span.doubt else ""
    yield words(_WORDS["note"], language), claim.span.note
    yield words(_WORDS["annotator"], language), claim.span.annotator


def _claimant(claim: Claim, schema: Schema | None, language: str) -> str:
    """Return the claimant's name, or the kind of claimant without a name."""
    if claim.claimant is not None:
        return claim.claimant.name
    return value_words(schema, "claimant_kind", claim.value("claimant_kind"), language)


def _field(claim: Claim, name: str, schema: Schema | None, language: str) -> tuple[str, str]:
    known = schema.attribute(CLAIMS, name) if schema is not None else None
    value = claim.value(name)
    if known is not None and known.kind in {AttributeKind.CHOICE, AttributeKind.SCALE}:
        value = value_words(schema, name, value, language)
    return (words(known.name, language) if known is not None else name), value


# Markdown


def _markdown(section: _Section) -> str:
    lines = [f"\n## {_plain(section.title)}\n", f"> {_plain(section.sentence)}\n"]
    lines += [f"- {_plain(name)}: {_linked(value)}" for name, value in section.facts]
    if section.evidence:
        lines.append(f"\n### {section.heading}\n")
    for role, evidence in section.evidence:
        said = f"{_quoted(_plain(evidence.quote), section.language)} " if evidence.quote else ""
        lines.append(f"- {f'**{_plain(role)}** ' if role else ''}{said}{_linked(evidence.place)}".rstrip())
    return "\n".join(lines) + "\n"


def _quoted(text: str, language: str) -> str:
    return f"„{text}“" if language == "de" else f"“{text}”"


def _plain(text: str) -> str:
    """Escape Markdown."""
    return _MARKS.sub(r"\\\1", text)


def _linked(text: str) -> str:
    return _around_links(one_line(text), _plain, lambda link: f"<{link}>")


# HTML


def _html(section: _Section) -> str:
    facts = "".join(f"<dt>{escape(name)}</dt><dd>{_anchored(value)}</dd>" for name, value in section.facts)
    language = f' lang="{section.language}"' if section.language in {"de", "en"} else ""
    lines = [f"<section{language}>", f"<h2>{escape(section.title)}</h2>"]
    lines += [f"<blockquote>{escape(section.sentence)}</blockquote>", f"<dl>{facts}</dl>"]
    if section.evidence:
        rows = (f"<li>{_cited(role, evidence)}</li>" for role, evidence in section.evidence)
        lines += [f"<h3>{escape(section.heading)}</h3>", "<ul>", *rows, "</ul>"]
    return "\n".join([*lines, "</section>", ""])


def _cited(role: str, evidence: Evidence) -> str:
    said = f"<q>{escape(evidence.quote)}</q> " if evidence.quote else ""
    return f"{f'<strong>{escape(role)}</strong> ' if role else ''}{said}{_anchored(evidence.place)}".rstrip()


def _anchored(text: str) -> str:
    return _around_links(text, escape, lambda link: f'<a href="{escape(link)}" rel="noreferrer">{escape(link)}</a>')


def _html_head(language: str) -> str:
    title = escape(words(_WORDS["dossier"], language))
    return (
        f'<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
        f'<meta name="viewport" content="width=device-width">\n<style>{_STYLE}</style>\n</head>\n<body>\n'
        f"<h1>{title}</h1>\n"
    )


def _around_links(text: str, plain: Callable[[str], str], link: Callable[[str], str]) -> str:
    made, place = "", 0
    for found in _LINK.finditer(text):
        made += plain(text[place : found.start()]) + link(found[0])
        place = found.end()
    return made + plain(text[place:])


def _exporter(name: str, title: str, suffix: str, style: _Style) -> Exporter:
    return Exporter(name=name, title=title, suffix=suffix, holds=WHOLE_CLAIMS, open=_opener(style))


MARKDOWN_OUT = _exporter(
    "dossier-markdown",
    "Dossier of claims (Markdown)",
    ".md",
    _Style(head=lambda language: f"# {words(_WORDS['dossier'], language)}\n", section=_markdown, foot=""),
)
HTML_OUT = _exporter(
    "dossier-html",
    "Dossier of claims (HTML)",
    ".html",
    _Style(head=_html_head, section=_html, foot="</body>\n</html>\n"),
)
