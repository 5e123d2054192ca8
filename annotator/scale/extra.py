"""The packages of the extra ``scale``, which do not come with the program."""

from importlib.util import find_spec

from annotator.system.errors import ModelError

PACKAGES = ("distributed", "duckdb", "pyarrow")


def need(*packages: str) -> None:
    """Check that packages are installed; by default all packages of the extra.

    Raises:
        ModelError: ``corpus.extra``, with those that are missing.
    """
    missing = [name for name in packages or PACKAGES if find_spec(name) is None]
    if missing:
        raise ModelError("corpus.extra", packages=" ".join(missing))
