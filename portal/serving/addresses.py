"""Where a request comes from, to be fair to all who send at once; never logged, never stored."""

from ipaddress import ip_address, ip_network


def host_and_port(address: str) -> tuple[str, str]:
    """Return both parts of ``host:port``."""
    host, _, port = address.rpartition(":")
    return host.strip("[]"), port


def sender_of(scope, trusted_header: str) -> str | None:
    """Return a name for the sender's network, or None where it cannot be known.

    Behind a proxy only the proxy knows; it says so in the header that the settings name, and what a
    visitor writes into another header counts for nothing. Of a list, the proxy has written the last.
    A household has one IPv4 address, but a whole /64 of IPv6.
    """
    told = scope.headers.get(trusted_header) if trusted_header else None
    text = told.rpartition(",")[2].strip() if told else host_and_port(scope.client)[0]
    try:
        address = ip_address(text)
    except ValueError:
        return None
    if not told and address.is_loopback:
        return None
    address = getattr(address, "ipv4_mapped", None) or address
    return str(ip_network((address, 64), strict=False)) if address.version == 6 else str(address)
