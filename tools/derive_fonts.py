"""Make the fonts of the sheets: Noto Sans for our words, Noto Serif for an article's (all OFL).

They have the letters of Noto Sans Arabic and of Noto Naskh Arabic, too.

    python tools/derive_fonts.py geo/sheet/fonts NotoNaskhArabic_400Regular.ttf

Takes the variable fonts of the packages fontpkg-noto-sans, fontpkg-noto-sans-arabic and
fontpkg-noto-serif, and the font of the npm package @expo-google-fonts/noto-naskh-arabic, which are
needed only here. An SVG's reader picks a font by family, weight and style; few find a weight in a
variable one, or a second family for the rest of a line. Arabic is upright: it has no italic.
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
SERIF_FONTS, SERIFS = (
    "fontpkg_noto_serif",
    ("NotoSerif[wdth,wght].ttf", "NotoSerif-Italic[wdth,wght].ttf"),
)
CUTS = (("Regular", UPRIGHT, 400), ("Bold", UPRIGHT, 700), ("Italic", ITALIC, 400))


def cut(package: str, name: str, weight: int, unicodes: list[int], folder: Path) -> str:
    """Write a static cut of a variable font, with the characters that names are written in."""
    font = TTFont(str(files(package) / "files" / name), recalcTimestamp=False)
    font = instantiateVariableFont(font, {"wght": weight, "wdth": 100}, updateFontNames=True)
    return subset(font, unicodes, folder / f"{package}-{weight}-{name}")


def subset(font: TTFont, unicodes: list[int], path: Path) -> str:
    """Write the part of a font that has these characters."""
    options = Options(layout_features=["*"], hinting=False, name_IDs=["*"], notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=unicodes)
    subsetter.subset(font)
    font.save(path)
    return str(path)


def save(font: TTFont, path: Path) -> None:
    """Write a font, the same bytes each time."""
    font["head"].modified = font["head"].created = 0
    font.recalcTimestamp = False
    font.save(path)


def main(folder: Path, naskh: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as scratch:
        for style, name, weight in CUTS:
            latin = cut(LATIN_FONTS, name, weight, LATIN, Path(scratch))
            arabic = cut(ARABIC_FONTS, NASKH, weight, ARABIC, Path(scratch))
            save(Merger().merge([latin, arabic]), folder / f"NotoSans-{style}.ttf")
        upright, italic = (cut(SERIF_FONTS, name, 400, LATIN, Path(scratch)) for name in SERIFS)
        arabic = subset(
            TTFont(str(naskh), recalcTimestamp=False), ARABIC, Path(scratch) / naskh.name
        )
        save(Merger().merge([upright, arabic]), folder / "NotoSerif-Regular.ttf")
        save(TTFont(italic), folder / "NotoSerif-Italic.ttf")
    (folder / "OFL.txt").write_bytes((files(LATIN_FONTS) / "LICENSE").read_bytes())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
