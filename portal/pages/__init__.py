"""What the page types of all apps are made from."""

from .base import BasePage

__all__ = ["BasePage"]
