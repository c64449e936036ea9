"""Make the fonts of the sheets: Noto Sans with the letters of Noto Sans Arabic (both OFL).

    python tools/derive_fonts.py geo/sheet/fonts

Takes the variable fonts of the packages fontpkg-noto-sans and fontpkg-noto-sans-arabic,
which are needed only here. An SVG's reader picks a font by family, weight and style; few
find a weight in a variable one, or a second family for the rest of a line.
"""

from __future__ import annotations

import sys
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

LATIN = [
    *range(0x20, 0x530),
    *range(0x1E00, 0x1F00),
    *range(0x2000, 0x2070),
    *range(0x20A0, 0x20C0),
]
LATIN += [*range(0x2100, 0x2190), 0x2212, 0x2215]
ARABIC = [*range(0x600, 0x700), *range(0x750, 0x780)]
LATIN_FONTS, ARABIC_FONTS = "fontpkg_noto_sans", "fontpkg_noto_sans_arabic"
UPRIGHT, ITALIC, NASKH = (
    "NotoSans[wdth,wght].ttf",
    "NotoSans-Italic[wdth,wght].ttf",
    "NotoSansArabic[wdth,wght].ttf",
)
CUTS = (("Regular", UPRIGHT, 400), ("Bold", UPRIGHT, 700), ("Italic", ITALIC, 400))


def cut(package: str, name: str, weight: int, unicodes: list[int], folder: Path) -> str:
    """Write a static cut of a variable font, with the characters that names are written in."""
    font = TTFont(str(files(package) / "files" / name), recalcTimestamp=False)
    font = instantiateVariableFont(font, {"wght": weight, "wdth": 100}, updateFontNames=True)
    options = Options(layout_features=["*"], hinting=False, name_IDs=["*"], notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=unicodes)
    subsetter.subset(font)
    path = folder / f"{package}-{weight}-{name}"
    font.save(path)
    return str(path)


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as scratch:
        for style, name, weight in CUTS:
            latin = cut(LATIN_FONTS, name, weight, LATIN, Path(scratch))
            arabic = cut(ARABIC_FONTS, NASKH, weight, ARABIC, Path(scratch))
            font = Merger().merge([latin, arabic])
            font["head"].modified = font["head"].created = 0  # the same bytes each time
            font.recalcTimestamp = False
            font.save(folder / f"NotoSans-{style}.ttf")
    (folder / "OFL.txt").write_bytes((files(LATIN_FONTS) / "LICENSE").read_bytes())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
