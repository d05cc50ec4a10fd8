"""Words for likelihood, as professional intelligence analysts use them.

The bands are those of the probability yardstick that the National Crime Agency's assessments
follow. They have gaps on purpose: a judgement is not a measurement.
"""

from django.db import models


class Likelihood(models.TextChoices):
    """A term of the yardstick, with its band in per cent."""

    REMOTE = "remote", "Remote chance (0 to 5%)"
    HIGHLY_UNLIKELY = "highly_unlikely", "Highly unlikely (10 to 20%)"
    UNLIKELY = "unlikely", "Unlikely (25 to 35%)"
    REALISTIC = "realistic", "Realistic possibility (40 to 50%)"
    LIKELY = "likely", "Likely (55 to 75%)"
    HIGHLY_LIKELY = "highly_likely", "Highly likely (80 to 90%)"
    ALMOST_CERTAIN = "almost_certain", "Almost certain (95 to 100%)"
