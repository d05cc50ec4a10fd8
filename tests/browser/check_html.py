"""Asks the Nu HTML Checker about every page of the default content: `bin/check-html`.

Runs a fresh site, or with an address as argument looks at the site that runs there. Ends with
status 1 when there is an error; warnings are only reported.
"""

import json
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from contextlib import nullcontext
from pathlib import Path

from .addresses import CARD, HELP_SET, OTHERS, TEXT, file_name, sitemap_paths
from .site_process import PROJECT, RunningSite, SiteFailedError, temporary_site
from .tools import ToolMissingError, npm_package, program

# Pages that are files, for when nothing else works.
ALONE = ("500.html", "503_staff.html")


def fetch(address: str) -> bytes:
    """Return the page at the address, also that of an error."""
    try:
        with urllib.request.urlopen(address, timeout=60) as response:
            return response.read()
    except urllib.error.HTTPError as error:
        return error.read()


def save_pages(site: RunningSite, folder: Path) -> dict[str, str]:
    """Save every page into the folder; return each page's path by the name of its file."""
    paths = {}
    for path in [*sitemap_paths(site.url), *OTHERS, CARD, TEXT, HELP_SET]:
        name = f"{file_name(path)}.html"
        (folder / name).write_bytes(fetch(site.url + path))
        paths[name] = path
    for name in ALONE:
        (folder / name).write_bytes((PROJECT / "templates" / name).read_bytes())
    return paths | {name: name for name in ALONE}


def messages_about(folder: Path, java: str, jar: Path) -> list[dict]:
    """Return what the checker says about the files of the folder."""
    command = [java, "-Xss2m", "-jar", jar, "--format", "json", "--exit-zero-always", "--stdout", folder]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)["messages"]


def report(messages: list[dict], paths: dict[str, str]) -> int:
    """Print each error, and each kind of warning once; return how many errors there are."""
    errors, warnings = 0, {}
    for message in messages:
        page = paths.get(Path(message.get("url", "")).name, "")
        if message["type"] == "info":
            warnings.setdefault(message["message"], []).append(page)
            continue
        errors += 1
        print(f"error: {page} line {message.get('lastLine', '?')}: {message['message']}")
        print(f"    {message.get('extract', '').strip()!r}")
    for words, pages in warnings.items():
        print(f"warning, {len(pages)} times on {len(set(pages))} pages, such as {pages[0]}: {words}")
    print(f"{len(paths)} pages checked: {errors} errors, {len(warnings)} kinds of warning.")
    return errors


def main() -> int:
    """Check, report, and return the status to end with."""
    given = sys.argv[1:]
    try:
        java = program("java", "default-jre-headless")
        jar = npm_package("vnu-jar") / "build" / "dist" / "vnu.jar"
        running = nullcontext(RunningSite(given[0].rstrip("/"))) if given else temporary_site()
        with running as site, tempfile.TemporaryDirectory() as folder:
            paths = save_pages(site, Path(folder))
            errors = report(messages_about(Path(folder), java, jar), paths)
    except (ToolMissingError, SiteFailedError) as error:
        print(error, file=sys.stderr)
        return 2
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
