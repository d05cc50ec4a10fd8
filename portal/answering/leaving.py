"""The address of “Leave this page”: clears what the browser keeps of this site, and leads elsewhere."""

from django.conf import settings
from django.http import HttpResponseRedirect

from .read_only import read_only

# Not "cookies": visitors have none, and it would sign staff out, here and on every sister site of the
# same domain, whenever any page anywhere shows this address as a picture. See docs/decisions/.
CLEARED = '"cache", "storage"'


@read_only
def leave(request):
    """Send the visitor to the neutral site. Works with scripts off; leave.js asks here as well."""
    headers = {"Cache-Control": "no-store", "Clear-Site-Data": CLEARED, "Referrer-Policy": "no-referrer"}
    return HttpResponseRedirect(settings.LEAVE_URL, status=303, headers=headers)
