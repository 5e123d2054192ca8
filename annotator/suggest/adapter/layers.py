"""What labels and what was learnt are called, whatever layer they stand in."""

from annotator.model.values import ATTRIBUTION, CLAIMS, ENTITIES

CLAIM = "CLAIM"  # in the layer of claims; what a pipeline of the user's own is trained on


def is_own(layer: str) -> bool:
    """Tell whether a layer is one of the user's own, for spans like names: each label's words stand for themselves."""
    return layer not in {ENTITIES, CLAIMS, ATTRIBUTION}


def qualified(layer: str, label: str) -> str:
    """Give the name of a label among all that are wanted: its id for names and `CLAIM`, else ``layer.LABEL``."""
    return label if layer == ENTITIES or (layer, label) == (CLAIMS, CLAIM) else f"{layer}.{label}"


def learner(language: str, layer: str) -> str:
    """Name what learns the names of a layer in a language; its folder is called so, too."""
    return language if layer == ENTITIES else f"{language}.{layer}"


def language_of(learner: str) -> str:
    """Give the language of a learner."""
    return learner.partition(".")[0]


def layer_of(learner: str) -> str:
    """Give the layer of a learner."""
    return learner.partition(".")[2] or ENTITIES
