"""Parsing of mails and MHTML by Python's library, with a limit of our own: a long header can take it forever."""

from collections.abc import Sequence
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import EmailPolicy, Policy
from typing import cast

from annotator.system.errors import QT_TRANSLATE_NOOP
from annotator.system.whole_files import Broken

PARSER_ERRORS = (ValueError, LookupError, TypeError, AttributeError, AssertionError, OverflowError, RecursionError)
"""Errors that Python's mail parser raises on damaged or hostile mail."""

_HEADER = 8_000  # characters: the time and memory for parsing grow much faster than the header


class _Policy(EmailPolicy):
    """The usual policy, with overlong headers cut off."""

    def header_source_parse(self, sourcelines: Sequence[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(list(sourcelines))
        return name, value[:_HEADER]


_POLICY = cast("Policy[EmailMessage]", _Policy())


def parse_letter(raw: bytes) -> EmailMessage:
    """Parse a mail into its parts.

    Raises:
        Broken: It is nested too deeply, or Python cannot parse it.
    """
    try:
        message = message_from_bytes(raw, policy=_POLICY)
    except RecursionError:
        raise Broken(QT_TRANSLATE_NOOP("Errors", "it is nested too deeply or has too many elements")) from None
    except PARSER_ERRORS as error:
        raise Broken(str(error)) from None
    return message
