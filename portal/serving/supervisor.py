"""What the supervisor above the server, systemd, is told."""

import os
import socket


def tell_supervisor(message: str) -> None:
    """Tell systemd, if it started this process with ``Type=notify-reload``, how far it is."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address:
        return
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as supervisor:
        supervisor.connect("\0" + address[1:] if address[0] == "@" else address)
        supervisor.sendall(message.encode())
