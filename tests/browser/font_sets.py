"""The fonts that pages are measured with, so that no measure depends on what a machine has installed.

``fonts/`` holds a file for fontconfig for each set. Browsers that do not ask fontconfig (on a Mac)
measure with the fonts that are there.
"""

import os
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "fonts"
# Debian's package of each set.
PACKAGES = {"Liberation": "fonts-liberation", "DejaVu": "fonts-dejavu-core"}
# What most visitors have: fonts of these widths and heights.
USUAL = "Liberation"
FONT_SETS = list(PACKAGES) if sys.platform == "linux" else [USUAL]

with_every_font_set = pytest.mark.parametrize("browser", FONT_SETS, indirect=True)


class FontsMissingError(RuntimeError):
    """A browser does not draw with the fonts it was given; the message says how to get them."""


def environment(font_set: str) -> dict[str, str]:
    """Return the environment of a browser that sees the fonts of one set alone."""
    return {**os.environ, "FONTCONFIG_FILE": str(FOLDER / f"{font_set.lower()}.conf")}


def fonts_drawn(page, selector: str) -> set[str]:
    """Return the names of the fonts that an element of the page is drawn with."""
    tools = page.context.new_cdp_session(page)
    tools.send("DOM.enable")
    tools.send("CSS.enable")
    root = tools.send("DOM.getDocument")["root"]["nodeId"]
    node = tools.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    found = tools.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    tools.detach()
    return {font["familyName"] for font in found}


def check_fonts(browser, font_set: str) -> None:
    """Make sure that the browser draws with the set.

    Raises:
        FontsMissingError: naming Debian's package that holds it.
    """
    page = browser.new_page()
    page.set_content('<p style="font-family: sans-serif">A <i style="font-family: serif">B</i></p>')
    drawn = fonts_drawn(page, "p") | fonts_drawn(page, "i")
    page.close()
    if sys.platform == "linux" and drawn != {f"{font_set} Sans", f"{font_set} Serif"}:
        raise FontsMissingError(
            f"The browser tests need the fonts {font_set} Sans and {font_set} Serif, and Chromium drew with "
            f"{' and '.join(sorted(drawn)) or 'none'}. On Debian: apt-get install {PACKAGES[font_set]}."
        )
