"""Key hints in the article, for the selection and the active row."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from annotator.model.schema import Schema
from annotator.model.schema import words as words_of
from annotator.model.values import CLAIMS, ENTITIES, Document, Span, State, Suggestion
from annotator.text.normalization import count_words
from ui.actions.keymap import sign
from ui.base.i18n import date, number, translate, ui_language
from ui.base.key_line import Hint, in_runs
from ui.base.words.counted import counted
from ui.bridge.opened import Opened
from ui.bridge.session import Session
from ui.commands.keys.guides import KEY as GUIDELINES
from ui.commands.moving.go_on import GO_ON
from ui.deciding.edit_names import step_name

Shortcuts = Callable[[str], Sequence[str]]
_ESCAPE = "Esc"


class Situation(NamedTuple):
    """The state that decides the hints: active row, selection, open popup, last label.

    ``awaited`` is whether suggestions for the article are still to come, ``cramped`` whether hiding the left panel
    would make room for claim cards. ``hiding`` is the id of the action that hides suggestions, "" if they are shown.
    """

    active: str | None = None
    selected: bool = False
    overlapping: bool = False
    asks: str = ""
    last: str | None = None  # "layer LABEL"
    awaited: bool = False
    cramped: bool = False
    hiding: str = ""


def hints(session: Session, at: Situation, shortcuts: Shortcuts) -> tuple[Hint, ...]:
    """Return the hints for the foot of the window; ``shortcuts`` returns the keys of an action."""
    opened, project = session.opened, session.project
    if opened is None or project is None:
        return ()
    if at.asks:
        return _asked(at.asks)
    keys = _Keys(shortcuts, project.schema)
    if project.read_only:
        only = Hint(keys=(), words=translate("Hints", "Read only: nothing can be changed."))
        return (only, *_present(keys.do("edit.palette", translate("Hints", "all commands"))))
    row = opened.row(at.active)
    shown = [*_present(*_for(row, opened, at, keys)), *_undo(session, keys)]
    if opened.tokens.provisional:
        shown.append(Hint(keys=(), words=translate("Hints", "Finding word boundaries…")))
    return tuple(shown)


def stored(opened: Opened) -> str:
    """Return the text "all stored", with the open article's number of names and claims."""
    names = counted(opened.count(ENTITIES), translate("Hints", "1 name"), translate("Hints", "{count} names"))
    claims = counted(opened.count(CLAIMS), translate("Hints", "1 claim"), translate("Hints", "{count} claims"))
    return " · ".join((translate("Hints", "all stored"), names, claims))


def lost() -> str:
    """Return the warning that the project file is gone and nothing can be stored."""
    return translate("Hints", "your work is no longer saved")


def byline(document: Document) -> str:
    """Return an article's publisher, date, author and length as one line."""
    words = translate("Hints", "{count} words").format(count=number(count_words(document.text)))
    facts = (document.publisher, date(document.published), document.author, words)
    return " · ".join(fact for fact in facts if fact)


class _Keys:
    """Builds hints from the keys of actions and labels; an action without a key gives no hint."""

    def __init__(self, shortcuts: Shortcuts, schema: Schema) -> None:
        self._shortcuts = shortcuts
        self._schema = schema

    def do(self, id_: str, words: str, *others: str) -> Hint | None:
        """Return a hint with the first key of each of these actions, or None if they have no keys."""
        shortcuts = [found[0] for each in (id_, *others) if (found := self._shortcuts(each))]
        return Hint(keys=tuple(map(sign, shortcuts)), words=words) if shortcuts else None

    def label(self, layer: str, words: str) -> Hint | None:
        """Return one hint with the keys of a layer's labels, or None if they have no keys."""
        labels = [label for label in self._schema.labels if label.layer == layer and label.active]
        keys = [label.key.upper() for label in labels if label.key]
        return Hint(keys=in_runs(keys), words=words) if keys else None

    def name(self, place: str | None) -> str:
        """Return the displayed name of a label, given as "layer LABEL"."""
        layer, _, label = (place or "").partition(" ")
        found = self._schema.label(layer, label)
        return words_of(found.name, ui_language()) if found else label


def _present(*found: Hint | None) -> list[Hint]:
    return [hint for hint in found if hint is not None]


def _for(row: Span | Suggestion | None, opened: Opened, at: Situation, keys: _Keys) -> list[Hint | None]:
    if at.selected:
        return _selected(at, keys)
    if isinstance(row, Suggestion):
        return _suggested(row, at, keys)
    if isinstance(row, Span):
        return _decided(row, opened, at, keys)
    return _nothing(opened, at, keys)


def _asked(asks: str) -> tuple[Hint, ...]:
    if asks == "word":
        return (
            Hint(keys=(), words=translate("Hints", "Type the start of a word, then a label’s key")),
            Hint(keys=("⇥",), words=translate("Hints", "next match")),
            Hint(keys=(_ESCAPE,), words=translate("Hints", "stop typing")),
        )
    if asks == "note":
        return (
            Hint(keys=("⏎",), words=translate("Hints", "save the note")),
            Hint(keys=("⇧ ⏎",), words=translate("Hints", "new line")),
            Hint(keys=(_ESCAPE,), words=translate("Hints", "cancel")),
        )
    label = asks == "label"
    typed = translate("Hints", "Type a label’s name or key") if label else translate("Hints", "Type a few letters")
    return (
        Hint(keys=(), words=typed),
        Hint(keys=("⏎",), words=translate("Hints", "choose") if label else translate("Hints", "do it")),
        Hint(keys=("↑", "↓"), words=translate("Hints", "previous, next")),
        *((Hint(keys=(sign(GUIDELINES),), words=translate("Hints", "guidelines")),) if label else ()),
        Hint(keys=(_ESCAPE,), words=translate("Hints", "back to the article")),
    )


def _nothing(opened: Opened, at: Situation, keys: _Keys) -> list[Hint | None]:
    from annotator.project.furniture import proposed_furniture  # with the store: not before the window is painted

    furniture = bool(proposed_furniture(opened.document))
    done = opened.state is not None and opened.state.state is not State.OPEN
    finishing = _finishing(keys, more=at.awaited or bool(opened.suggestions))
    coming = Hint(keys=(), words=translate("Hints", "Suggestions for this article are not ready yet."))
    return [
        coming if at.awaited and not opened.suggestions else None,
        *(_suggestions_left(keys, at.hiding) if opened.suggestions else ()),
        _room_for_cards(keys) if at.cramped and opened.count(CLAIMS) else None,
        keys.do("article.exclude_proposed", translate("Hints", "exclude likely page furniture")) if furniture else None,
        Hint(keys=(), words=translate("Hints", "Select words, then choose a label")),
        keys.do("sentence.see", translate("Hints", "sentence read, next one")),
        keys.do("go.next_name", translate("Hints", "next unlabelled name")),
        keys.do("article.reopen", translate("Hints", "reopen the article")) if done else finishing,
        keys.do("edit.palette", translate("Hints", "all commands")),
    ]


def _room_for_cards(keys: _Keys) -> Hint | None:
    hint = keys.do("view.articles", translate("Hints", "make room for the claim cards"))
    return hint._replace(loud=True) if hint is not None else None


def _suggestions_left(keys: _Keys, hiding: str) -> list[Hint | None]:
    if hiding:
        return [keys.do(hiding, translate("Hints", "show the suggestions"))]
    return [
        keys.do("suggestion.next", translate("Hints", "next suggestion")),
        keys.do(GO_ON, translate("Hints", "accept the sure ones, go on")),
    ]


def _finishing(keys: _Keys, *, more: bool) -> Hint | None:
    """Return the hint for finishing.

    While suggestions are left or to come, it names the key of Done, else the go-on key twice.
    """
    words = translate("Hints", "done, next article")
    return keys.do("article.done", words) if more else keys.do(GO_ON, words, GO_ON)


def _selected(at: Situation, keys: _Keys) -> list[Hint | None]:
    again = translate("Hints", "again: {label}").format(label=keys.name(at.last))
    return [
        keys.label(ENTITIES, translate("Hints", "label as name")),
        keys.label(CLAIMS, translate("Hints", "make a claim")),
        keys.do("span.pick", translate("Hints", "choose a label")),
        keys.do("span.repeat", again) if at.last else None,
        keys.do("span.end_left", translate("Hints", "a word less, more"), "span.end_right"),
        keys.do("span.end_shorter", translate("Hints", "a character"), "span.end_longer"),
        keys.do("select.sentence_more", translate("Hints", "a sentence")),
    ]


def _suggested(row: Suggestion, at: Situation, keys: _Keys) -> list[Hint | None]:
    return [
        keys.do("suggestion.accept", translate("Hints", "accept")),
        keys.do("suggestion.reject", translate("Hints", "reject")),
        keys.label(ENTITIES, translate("Hints", "as another label")) if row.layer == ENTITIES else None,
        keys.label(CLAIMS, translate("Hints", "accept, to its card")) if row.layer == CLAIMS else None,
        keys.do("suggestion.next", translate("Hints", "next suggestion")),
        keys.do(GO_ON, translate("Hints", "accept the sure ones, go on")),
        keys.do("span.end_left", translate("Hints", "accept with another right boundary"), "span.end_right"),
        keys.do("span.start_left", translate("Hints", "left boundary"), "span.start_right"),
        keys.do("span.cycle", translate("Hints", "other label here")) if at.overlapping else None,
    ]


def _decided(row: Span, opened: Opened, at: Situation, keys: _Keys) -> list[Hint | None]:
    if row.layer == CLAIMS:
        first = keys.label(CLAIMS, translate("Hints", "claim card"))
        then = keys.do("go.next_link", translate("Hints", "to claimant and cue"))
    else:
        first = keys.label(ENTITIES, translate("Hints", "another label")) if row.layer == ENTITIES else None
        then = keys.do("go.to_claim", translate("Hints", "to the claim")) if opened.relations.of_tail(row.id) else None
    return [
        first,
        _room_for_cards(keys) if at.cramped and row.layer == CLAIMS else None,
        then,
        keys.do("span.delete", translate("Hints", "remove")),
        keys.do("span.end_left", translate("Hints", "right boundary"), "span.end_right"),
        keys.do("span.start_left", translate("Hints", "left boundary"), "span.start_right"),
        keys.do("span.cycle", translate("Hints", "other label here")) if at.overlapping else None,
        keys.do("span.pick_beside", translate("Hints", "one more label")),
        None if at.hiding else keys.do("suggestion.next", translate("Hints", "next suggestion")),
        keys.do("span.note", translate("Hints", "note")),
        keys.do(
            "span.doubt", translate("Hints", "no longer doubtful") if row.doubt else translate("Hints", "doubtful")
        ),
        keys.do("span.join", translate("Hints", "join, split"), "span.split"),
    ]


def _undo(session: Session, keys: _Keys) -> list[Hint]:
    edit = session.next_undo()
    if edit is None:
        return []
    return _present(keys.do("edit.undo", translate("Hints", "undo: {step}").format(step=step_name(edit, session))))
