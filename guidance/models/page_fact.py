"""Where the facts of a page of help were read."""

from django.db import models
from modelcluster.fields import ParentalKey

from .sourced import Sourced


class PageFact(Sourced):
    """A fact that a guidance page tells, with its source. Staff see it; visitors read the page."""

    page = ParentalKey("guidance.GuidancePage", on_delete=models.CASCADE, related_name="facts")
