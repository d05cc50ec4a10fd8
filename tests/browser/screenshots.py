"""Takes the pictures in docs/pictures/: `make screenshots`.

With `--all FOLDER` it takes every page type at every width, light and dark, whole, to look at
before a change is called done; those are not committed.
"""

import sys
from io import BytesIO
from pathlib import Path

from PIL import Image

from .addresses import ONE_OF_EACH, PAGE_TYPES, file_name
from .chromium import ChromiumMissingError, chromium
from .site_process import PROJECT, SiteFailedError, temporary_site

PICTURES = PROJECT / "docs" / "pictures"
SCHEMES = ("light", "dark")
NARROW, PHONE, TABLET, DESKTOP = (320, 640), (360, 780), (768, 1024), (1280, 800)
KEPT_PAGES = {
    "home": "portal.HomePage",
    "category": "categories.CategoryPage",
    "figure": "statistics.StatisticPage",
    "guidance": "guidance.GuidancePage",
    "publication": "publications.PublicationPage",
}
KEPT_WAYS = [("phone", PHONE, "light"), ("desktop", DESKTOP, "light"), ("desktop", DESKTOP, "dark")]


def take(page, path: str, window: tuple[int, int], scheme: str, target: Path, whole: bool = False) -> None:
    """Save a picture of the page, small, in the format of the target's name."""
    page.set_viewport_size({"width": window[0], "height": window[1]})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(path, wait_until="load")
    if whole:
        page.evaluate("() => document.querySelectorAll('[loading=lazy]').forEach(e => e.loading = 'eager')")
        page.wait_for_load_state("networkidle")
    picture = Image.open(BytesIO(page.screenshot(full_page=whole)))
    picture.convert("RGB").save(target, quality=82, method=6)


def take_kept(page) -> None:
    """Take the pictures that are committed: what a visitor sees first."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name, label in KEPT_PAGES.items():
        for device, window, scheme in KEPT_WAYS:
            take(page, PAGE_TYPES[label], window, scheme, PICTURES / f"{name}-{device}-{scheme}.webp")


def take_all(page, folder: Path) -> None:
    """Take every page type whole, at three widths, light and dark."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in ONE_OF_EACH:
        for window in (NARROW, TABLET, DESKTOP):
            for scheme in SCHEMES:
                # A whole page can be longer than WebP allows.
                name = f"{file_name(path)}-{window[0]}-{scheme}.jpg"
                take(page, path, window, scheme, folder / name, whole=True)


def main() -> int:
    """Take the pictures, and return the status to end with."""
    given = sys.argv[1:]
    try:
        with temporary_site() as site, chromium() as browser:
            page = browser.new_context(base_url=site.url).new_page()
            if given[:1] == ["--all"]:
                take_all(page, Path(given[1]))
            else:
                take_kept(page)
    except (ChromiumMissingError, SiteFailedError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
