"""What is done to a picture before a byte of it is stored: looked at, stripped, made fit for any browser."""

from .cleaning import cleaned
from .refusals import RefusedPictureError

__all__ = ["RefusedPictureError", "cleaned"]
