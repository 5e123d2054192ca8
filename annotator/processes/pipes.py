"""The type of a pipe's end, which differs on Windows; for annotations only, since it imports sockets."""

import sys

if sys.platform == "win32":
    from multiprocessing.connection import PipeConnection as Pipe
else:
    from multiprocessing.connection import Connection as Pipe

__all__ = ["Pipe"]
