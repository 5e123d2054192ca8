"""Unique names for labels and for learners (a language and a layer to learn) across layers."""

from annotator.model.values import ATTRIBUTION, CLAIMS, ENTITIES

CLAIM = "CLAIM"  # in the layer of claims; a user's own pipeline is trained on it


def is_own(layer: str) -> bool:
    """Return whether a layer is user-defined. In a user-defined layer the words decide the label, as for names."""
    return layer not in {ENTITIES, CLAIMS, ATTRIBUTION}


def qualified(layer: str, label: str) -> str:
    """Return a label's unique name: the label itself for entities and `CLAIM`, otherwise ``layer.LABEL``."""
    return label if layer == ENTITIES or (layer, label) == (CLAIMS, CLAIM) else f"{layer}.{label}"


def learner(language: str, layer: str) -> str:
    """Return the name of the learner for a language and a layer; its folder has the same name."""
    return language if layer == ENTITIES else f"{language}.{layer}"


def language_of(learner: str) -> str:
    """Return the language of a learner."""
    return learner.partition(".")[0]


def layer_of(learner: str) -> str:
    """Return the layer of a learner."""
    return learner.partition(".")[2] or ENTITIES
