"""The help routes that a page names in its body, and which of them stand under its title."""

from ..blocks.quoting import quoted

ROUTES_BLOCK = "help_routes"


def named_routes(stream, **wishes: bool) -> dict:
    """Return the help routes that the blocks of a body name, as ``routes``, and what is wished."""
    chosen = [
        route for block in stream if block.block_type == ROUTES_BLOCK for route in block.value["routes"]
    ]
    return quoted("guidance.HelpRoute", chosen, **wishes)


def first_routes(stream) -> list:
    """Return the help routes to show first, of all that the blocks of a body name."""
    return named_routes(stream, first=True)["first"]
