"""The public site as files that nginx serves by itself, when all else is gone (docs/mirror.md)."""
