"""What the exit status says."""

from enum import IntEnum


class Status(IntEnum):
    """The exit statuses; the last two are the shell's own for a signal."""

    DONE = 0
    CONFLICTS = 1
    USAGE = 2
    UNREADABLE = 3
    INTERRUPTED = 130
    BROKEN_PIPE = 141
