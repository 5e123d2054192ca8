"""The error messages about language models that are reached at an address."""

from collections.abc import Mapping
from types import MappingProxyType

from annotator.system.error_messages.general import QT_TRANSLATE_NOOP

LANGUAGE_MODEL_SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "llm.unset": QT_TRANSLATE_NOOP("Errors", "No language model is set up: its address or its name is missing."),
        "llm.address": QT_TRANSLATE_NOOP(
            "Errors", "{address} is not the address of a language model, such as http://localhost:11434/v1."
        ),
        "llm.plain": QT_TRANSLATE_NOOP(
            "Errors",
            "{address} would send articles unencrypted. http is only for this computer; use https for others.",
        ),
        "llm.key_form": QT_TRANSLATE_NOOP(
            "Errors", "The key for the language model may only contain letters, digits and signs on one line."
        ),
        "llm.key_file": QT_TRANSLATE_NOOP("Errors", "The key file {file} could not be read: {reason}."),
        "llm.settings": QT_TRANSLATE_NOOP(
            "Errors", "The settings of the language model could not be written to {file}: {reason}."
        ),
        "llm.redirect": QT_TRANSLATE_NOOP(
            "Errors", "{address} redirects to {target}. Nothing was sent there; if that is right, enter that address."
        ),
        "llm.refused": QT_TRANSLATE_NOOP(
            "Errors", "{address} refuses the request ({status}): the key is missing or not valid there."
        ),
        "llm.status": QT_TRANSLATE_NOOP("Errors", "{address} answers with an error: {reason}."),
        "llm.unreachable": QT_TRANSLATE_NOOP(
            "Errors", "The language model at {address} could not be reached: {reason}."
        ),
        "llm.time": QT_TRANSLATE_NOOP(
            "Errors", "The language model took longer than {minutes} minutes in all, and was stopped."
        ),
        "llm.unreadable": QT_TRANSLATE_NOOP(
            "Errors", "The language model’s answer about “{title}” could not be read; nothing of it was used."
        ),
        "llm.declined": QT_TRANSLATE_NOOP("Errors", "The language model declined to answer about “{title}”."),
        "llm.no_labels": QT_TRANSLATE_NOOP("Errors", "The schema has no label that a language model could suggest."),
    }
)
