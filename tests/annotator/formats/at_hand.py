"""The names of the formats whose packages are installed here; ``dev.py interop`` tests the other formats."""

from importlib.util import find_spec

from annotator.formats.registry import EXPORTERS, IMPORTERS

WRITTEN = [name for name, entry in EXPORTERS.items() if not entry.needs or find_spec(entry.needs)]
READ = [name for name, entry in IMPORTERS.items() if not entry.needs or find_spec(entry.needs)]
BOTH = sorted({*WRITTEN} & {*READ})
