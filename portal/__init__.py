"""The project and the floor every app stands on: settings, base page, blocks, middleware."""

import statistics
from pathlib import Path

# Every entry point imports this package first. If the standard library's `statistics` was
# imported before the project's folder was on the path, give it the folder's submodules.
if not hasattr(statistics, "__path__"):
    statistics.__path__ = [str(Path(__file__).resolve().parent.parent / "statistics")]
