"""Reads from a PDF what must not be typed by hand, and refuses what readers should not be handed.

The file is read by a child process (``child/``) with little memory, little time and no environment, since
libraries that read hostile files have bugs. Nothing here imports Django.
"""

from .cleaning import CleanedPdf, clean, removed_words
from .copies import sha256_of
from .facts import PdfFacts
from .refusals import RefusedPdfError
from .runner import inspect

__all__ = ["CleanedPdf", "PdfFacts", "RefusedPdfError", "clean", "inspect", "removed_words", "sha256_of"]
