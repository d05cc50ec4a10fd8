"""Asks a server as a browser or a download manager does, without any cleverness of a library."""

import http.client
import re
import socket
import urllib.parse
import urllib.request
from dataclasses import dataclass
from http.cookiejar import CookieJar

# What a page holds of the moment in which it was written.
OF_THE_MOMENT = re.compile(rb'data-hours="[^"]*"|Expires: \S+')


def lasting(body: bytes) -> bytes:
    """Return what a page says whenever it is written."""
    return OF_THE_MOMENT.sub(b"", body)


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    def __getitem__(self, header: str) -> str | None:
        return self.headers[header]


def ask(url: str, path: str, method: str = "GET", body: bytes | None = None, **headers: str) -> Answer:
    """Return the answer to one request; ``if_range="x"`` sends ``If-Range: x``."""
    connection = http.client.HTTPConnection(urllib.parse.urlsplit(url).netloc, timeout=30)
    try:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body, named)
        response = connection.getresponse()
        return Answer(response.status, response.headers, response.read())
    finally:
        connection.close()


def ask_raw(url: str, request: bytes) -> bytes:
    """Return all that comes back until the server closes, for requests that no library would send."""
    address = urllib.parse.urlsplit(url)
    with socket.create_connection((address.hostname, address.port), timeout=30) as connection:
        connection.sendall(request)
        received = b""
        while data := connection.recv(65536):
            received += data
    return received


def hold(url: str, request: bytes, buffer: int = 4096) -> socket.socket:
    """Return an open connection that has sent the request and reads nothing; the kernel takes ``buffer``."""
    address = urllib.parse.urlsplit(url)
    connection = socket.create_connection((address.hostname, address.port), timeout=30)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
    connection.sendall(request)
    return connection


class Staff:
    """A browser in which somebody has signed in to the admin."""

    def __init__(self, site, name: str = "admin"):
        self.url, self.cookies = site.url, CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))
        self.post("/admin/login/", username=name, password=site.password)

    def get(self, path: str):
        return self.opener.open(self.url + path, timeout=60)

    def token(self, path: str) -> str:
        """Return the token of the form at the address."""
        page = self.get(path).read().decode()
        return re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]

    def post(self, path: str, **fields: str):
        form = {"csrfmiddlewaretoken": self.token(path), **fields}
        return self.opener.open(self.url + path, urllib.parse.urlencode(form).encode(), timeout=60)

    def upload(self, path: str, name: str, content: bytes, **fields: str):
        """Post the form with a file in it, as a browser does."""
        fields = {"csrfmiddlewaretoken": self.token(path), **fields}
        parts = [
            f'--limit\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
            for key, value in fields.items()
        ]
        head = f'form-data; name="file"; filename="{name}"\r\nContent-Type: application/pdf'
        parts.append(f"--limit\r\nContent-Disposition: {head}\r\n\r\n".encode() + content)
        request = urllib.request.Request(
            self.url + path,
            b"".join(parts) + b"\r\n--limit--\r\n",
            {"Content-Type": "multipart/form-data; boundary=limit"},
        )
        return self.opener.open(request, timeout=120)
