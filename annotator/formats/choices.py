"""What somebody chose for one span of an export, against what is chosen for all."""

from enum import StrEnum


class Choice(StrEnum):
    """Widen it to whole tokens; let it win against what it overlaps; leave it out."""

    WIDEN = "widen"
    KEEP = "keep"
    LEAVE_OUT = "leave_out"
