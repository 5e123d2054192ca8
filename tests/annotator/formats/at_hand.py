"""The formats whose packages are there: those that need more than the project's are looked at by ``dev.py interop``."""

from importlib.util import find_spec

from annotator.formats.registry import EXPORTERS, IMPORTERS

WRITTEN = [name for name, entry in EXPORTERS.items() if not entry.needs or find_spec(entry.needs)]
READ = [name for name, entry in IMPORTERS.items() if not entry.needs or find_spec(entry.needs)]
BOTH = sorted({*WRITTEN} & {*READ})
