"""The print: a sheet drawn as a scene, and the scene as SVG."""

from geo.sheet.scene import Scene
from geo.sheet.sheet import draw_sheet
from geo.sheet.svg import to_svg

__all__ = ["Scene", "draw_sheet", "to_svg"]
