"""How a draft begins: from an article, or from an atlas that is there."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from geo.atlas.json_file import JsonFileError, decode, read_bytes
from geo.checks import open_atlas
from geo.drafts.acts import Begin
from geo.drafts.base import BASE, copy_atlas
from geo.drafts.draft import now
from geo.drafts.entry import Entry
from geo.drafts.journal import append
from geo.drafts.new_folder import new_folder
from geo.drafts.refusal import ARTICLE, refused
from geo.formats.files import write_whole
from geo.text.blank import is_blank

MAX_ARTICLE = 1_000_000  # bytes: a news article has a hundredth of it


def begin_draft(article: Path, folder: Path, language: str, by: str | None) -> None:
    """Begin a draft of an article, in a folder that is made for it.

    Raises AtlasError where the article can't be read, is blank or too long, and FileExistsError
    where the folder already holds something.
    """
    data, _ = _read(article)
    with new_folder(folder) as made:
        _begin(made, data, language, None, by)


def article_text(article: Path) -> str:
    """Return the text of an article; raises AtlasError where a draft can't be begun of it."""
    return _read(article)[1]


def _read(article: Path) -> tuple[bytes, str]:
    try:
        data = read_bytes(article)
        text = decode(data)
    except JsonFileError as error:
        raise refused(article.name, "", error.what, error.fix) from None
    _refuse_text(data, text)
    return data, text


def begin_from_atlas(source: Path, folder: Path, by: str | None) -> None:
    """Open the atlas in `source` as a draft, in a folder that is made for it.

    Raises AtlasError where the atlas fails its checks, and FileExistsError as `begin_draft` does.
    """
    atlas = open_atlas(source)
    data = (source / "seeds" / str(atlas.article.file)).read_bytes()
    _refuse_text(data, atlas.source_texts[atlas.article.id].text)
    with new_folder(folder) as made:
        copy_atlas(atlas, source, made / BASE)
        _begin(made, data, atlas.article.language, atlas.digest, by)


def _begin(folder: Path, data: bytes, language: str, base: str | None, by: str | None) -> None:
    write_whole(folder / ARTICLE, data)
    sealed = sha256(data).hexdigest()
    act = Begin(do="begin", article=sealed, language=language, base=base)
    append(folder, Entry(n=1, at=now(), by=by, act=act), 0)


def _refuse_text(data: bytes, text: str) -> None:
    if is_blank(text):
        raise refused(ARTICLE, "", "has no text", "save the article's text there")
    if len(data) > MAX_ARTICLE:
        what = f"is longer than {MAX_ARTICLE // 1_000_000} MB"
        raise refused(ARTICLE, "", what, "begin with one article")
