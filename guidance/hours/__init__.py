"""Opening hours: how editors enter them, whether a route is open, and how the hours read."""
