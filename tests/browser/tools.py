"""The tools that come from npm: pinned in tests/tools/, installed there when first needed."""

import json
import shutil
import subprocess
from pathlib import Path

from .site_process import PROJECT

TOOLS = PROJECT / "tests" / "tools"


class ToolMissingError(RuntimeError):
    """A program is missing; the message says how to get it."""


def program(name: str, package: str) -> str:
    """Return the path of a program that must be on the machine.

    Raises:
        ToolMissingError: naming Debian's package that holds it.
    """
    path = shutil.which(name)
    if not path:
        raise ToolMissingError(
            f"This needs `{name}`, which is not installed. On Debian: apt-get install {package}. "
            "On a Mac: install it with Homebrew."
        )
    return path


def _is_installed(name: str) -> bool:
    wanted = json.loads((TOOLS / "package.json").read_text())["dependencies"][name]
    found = TOOLS / "node_modules" / name / "package.json"
    return found.exists() and json.loads(found.read_text())["version"] == wanted


def npm_package(name: str) -> Path:
    """Return the folder of a package of tests/tools/package.json, installing all of them if need be.

    Raises:
        ToolMissingError: when npm is missing or fails.
    """
    if not _is_installed(name):
        npm = program("npm", "npm")
        print(f"Installing {name} and the other tools of tests/tools/package.json…", flush=True)
        done = subprocess.run(
            [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
            cwd=TOOLS,
            capture_output=True,
            text=True,
        )
        if done.returncode or not _is_installed(name):
            raise ToolMissingError(f"`npm ci` in tests/tools failed:\n{done.stderr}")
    return TOOLS / "node_modules" / name
