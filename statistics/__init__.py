"""Figures: one page per figure, with its value, source, state and relations.

The owner's folder name is also the name of a standard-library module, and Django's
SQLite back end imports that module for its aggregate functions. This package therefore
loads the standard module by its path and passes its public names through, so that both
``statistics.fmean`` and ``statistics.models`` work. ``portal/__init__.py`` holds the
guard for the case where the standard module was imported before this folder was found.
"""

import sysconfig
from importlib.util import module_from_spec, spec_from_file_location
from typing import Any

_spec = spec_from_file_location(__name__, f"{sysconfig.get_path('stdlib')}/statistics.py")
assert _spec is not None
assert _spec.loader is not None
_standard_library = module_from_spec(_spec)
_spec.loader.exec_module(_standard_library)
__all__ = _standard_library.__all__


def __getattr__(name: str) -> Any:
    return getattr(_standard_library, name)
