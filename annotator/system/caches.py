"""The user's cache folder, for files that can be made again."""

import os
import sys
from pathlib import Path


def cache_folder() -> Path:
    """Return the user's cache folder, which may not exist yet."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "spanwright" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "spanwright"
    named = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(named) if Path(named).is_absolute() else Path.home() / ".cache") / "spanwright"
