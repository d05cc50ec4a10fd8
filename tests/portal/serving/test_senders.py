"""Where a request comes from is what a trusted proxy says, and nobody else."""

from types import SimpleNamespace

import pytest

from portal.serving.addresses import sender_of


@pytest.mark.parametrize(
    ("client", "trusted", "headers", "sender"),
    [
        ("192.0.2.1:5", "", {}, "192.0.2.1"),
        ("192.0.2.1:5", "", {"x-real-ip": "198.51.100.1", "x-forwarded-for": "198.51.100.1"}, "192.0.2.1"),
        ("127.0.0.1:5", "x-real-ip", {"x-real-ip": "198.51.100.1"}, "198.51.100.1"),
        ("127.0.0.1:5", "x-real-ip", {"x-forwarded-for": "198.51.100.1"}, None),
        ("127.0.0.1:5", "x-forwarded-for", {"x-forwarded-for": "6.6.6.6, 198.51.100.1"}, "198.51.100.1"),
        ("127.0.0.1:5", "x-real-ip", {"x-real-ip": "anything"}, None),
        ("127.0.0.1:5", "", {}, None),
        ("[::1]:5", "", {}, None),
        ("[2001:db8:1:2:3:4:5:6]:5", "", {}, "2001:db8:1:2::/64"),
        ("[::ffff:192.0.2.1]:5", "", {}, "192.0.2.1"),
    ],
)
def test_the_sender_is_known_by_the_trusted_header_alone(client, trusted, headers, sender):
    assert sender_of(SimpleNamespace(client=client, headers=headers), trusted) == sender
