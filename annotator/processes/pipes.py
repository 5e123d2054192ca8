"""The type of one end of a pipe, which is another class on Windows.

Import it for type annotations only, since importing it loads sockets.
"""

import sys

if sys.platform == "win32":
    from multiprocessing.connection import PipeConnection as Pipe
else:
    from multiprocessing.connection import Connection as Pipe

__all__ = ["Pipe"]
