"""From a draft to an article: the text normalised, missing metadata found in it."""

from pathlib import Path

from annotator.corpus.article import Article
from annotator.corpus.byte_limits import MB, TEXT_LIMIT, too_large
from annotator.corpus.describe import describe
from annotator.corpus.draft import Draft
from annotator.text.language import detect
from annotator.text.normalization import normalise


def finish(draft: Draft, *, name: str, path: Path | None = None) -> Article:
    """Build an article; metadata of the file outranks that found in the text, unless the draft is a guess.

    Args:
        draft: The content of the file.
        name: The file name, or a description of another origin.
        path: The file.

    Raises:
        TextError: ``text.empty``, ``text.nul``, ``text.surrogate``, ``text.too_large``.
    """
    if len(draft.text) > TEXT_LIMIT * MB:
        raise too_large(name, len(draft.text))
    text, _ = normalise(draft.text, name=name)
    found = describe(text, name=Path(name).stem)
    first, second = (found, draft) if draft.guessed else (draft, found)
    return Article(
        title=draft.title or found.title,
        text=text,
        language=detect(text, "") or draft.language,
        publisher=first.publisher or second.publisher,
        author=first.author or second.author,
        url=first.url or second.url,
        published=first.published or second.published,
        meta=_meta(draft, name),
        furniture=found.furniture,
        encoding=draft.encoding,
        encoding_sure=draft.encoding_sure,
        name=f"{name}, {draft.place}" if draft.place else name,
        path=path,
    )


def _meta(draft: Draft, name: str) -> dict[str, str]:
    known = {"place": draft.place, "external_id": draft.id, "encoding": draft.encoding}
    return {"file": name, **{key: value for key, value in known.items() if value}, **draft.meta}
