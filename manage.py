#!/usr/bin/env python
"""Django's command line. Without DJANGO_SETTINGS_MODULE it uses the production settings."""

import os
import sys

import portal  # noqa: F401  (first: it makes `statistics` importable, see statistics/__init__.py)


def main():
    """Run the command named on the command line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.production")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
