"""All actions, by menu: what menus, shortcuts and Help → Keyboard are made of. Their words stand in a file a menu."""

from annotator.model.schema import Label, Schema, words
from ui.actions.actions import ActionSpec, Menu, When
from ui.actions.article_actions import ARTICLE
from ui.actions.edit_actions import EDIT
from ui.actions.file_actions import FILE
from ui.actions.go_actions import GO
from ui.actions.help_actions import HELP
from ui.actions.label_actions import LABEL
from ui.actions.project_actions import PROJECT
from ui.actions.view_actions import VIEW
from ui.base.i18n import ui_language

ACTIONS: tuple[ActionSpec, ...] = (*FILE, *EDIT, *PROJECT, *ARTICLE, *LABEL, *GO, *VIEW, *HELP)


def own_shortcuts(id_: str) -> tuple[str, ...]:
    """Give the keys that an action of the table has by itself."""
    return next((spec.shortcuts for spec in ACTIONS if spec.id == id_), ())


def label_id(label: Label) -> str:
    """Give the id of the action that sets a label."""
    return f"label.{label.layer}.{label.id}"


def layer_specs(schema: Schema) -> tuple[ActionSpec, ...]:
    """Give an action for each layer: it hides what is of that layer in the article, or shows it."""
    return tuple(
        ActionSpec(
            id=f"layer.{layer.id}",
            text=words(layer.name, ui_language()),
            slot="appearance.turn_layer",
            argument=layer.id,
            menu=Menu.VIEW,
            when=When.PROJECT,
            checkable=True,
        )
        for layer in schema.layers
    )


def label_specs(schema: Schema) -> tuple[ActionSpec, ...]:
    """Give an action for each label that the schema offers. In the article, its key is the label's first of all."""
    return tuple(
        ActionSpec(
            id=label_id(label),
            text=words(label.name, ui_language()),
            slot="labelling.label",
            argument=f"{label.layer} {label.id}",
            menu=Menu.LABEL,
            keys=label.key.upper() if label.key else "",
            when=When.EDITABLE,
            in_article=True,
        )
        for label in schema.labels
        if label.active
    )
