"""Lists the claims that somebody has to look at."""

from django.core.management.base import BaseCommand, CommandError

from portal.claims import Urgency, claims


class Command(BaseCommand):
    """List them, worst first. Fails when an unverified claim is live without its label."""

    help = (
        "Lists figures, quotations and help routes that are unverified, expired, superseded or without "
        "evidence. Exits with 1 when an unverified claim is live without a label."
    )

    def handle(self, **options):
        found = claims()
        for claim in found:
            who = f", {claim.who}" if claim.who else ""
            since = f", since {claim.since}" if claim.since else ""
            where = f"{claim.kind}, {claim.where}{who}{since}"
            self.stdout.write(f"{claim.problem}: “{claim.what}” ({where})")
        unlabelled = [claim for claim in found if claim.urgency is Urgency.UNLABELLED]
        if unlabelled:
            raise CommandError(
                f"{len(unlabelled)} without a label: readers cannot tell how sure they are. Correct them."
            )
        self.stdout.write(f"{len(found)} to check, none of them without its label.")
