"""A site of a few pages on a port of its own, faultless unless a fault is planted in it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
SAFE_HEADERS = {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
CALL = '<a href="tel:999">Call 999</a>'
LINKS = """
<link rel="canonical" href="https://public.example/"><link rel="stylesheet" href="/main.css">
<script type="module" src="/main.js"></script><script type="application/ld+json">{"a": "//b.example"}</script>
<meta property="og:image" content="https://public.example/card.png">
<a href="https://elsewhere.example/" rel="noopener noreferrer">Elsewhere</a>
<a href="mailto:help@elsewhere.example">Write</a> <a href="/leave/">Leave</a> <a href="#top">Up</a>
<img src="data:image/png;base64,AA" srcset="/small.png 1x, /large.png 2x" alt="">
<form action="/search/"><input type="search" name="q" autocomplete="off"><input type="submit"></form>
"""


@dataclass
class Reply:
    """What the small site answers at an address; a header of None is left out."""

    body: str | bytes = CALL
    status: int = 200
    headers: dict[str, str | None] | None = None

    def all_headers(self) -> dict[str, str]:
        shared = {"CDN-Cache-Control": "public, max-age=60"} if self.status == 200 else {}
        found = {**SAFE_HEADERS, **shared, **(self.headers or {})}
        return {name: value for name, value in found.items() if value is not None}


def a_file(kind: str, body: str | bytes = "") -> Reply:
    """Return a reply that is no page."""
    return Reply(body, headers={"Content-Type": kind, "Cache-Control": "public", "CDN-Cache-Control": None})


FAULTLESS = {
    "/": Reply(f"<!DOCTYPE html><title>Front</title>{LINKS}{CALL}"),
    "/main.css": a_file("text/css", "@import 'more.css'; /* url(https://a.example/b.css) */"),
    "/more.css": a_file("text/css", "a { background: url(/dot.svg) }"),
    "/main.js": a_file("text/javascript", 'import "./more.js"; // see https://a.example/docs'),
    "/more.js": a_file("text/javascript", 'const svg = "http://www.w3.org/2000/svg";'),
    "/dot.svg": a_file("image/svg+xml", '<svg xmlns="http://www.w3.org/2000/svg"><use href="#a"/></svg>'),
    "/small.png": a_file("image/png", b"\x89PNG"),
    "/large.png": a_file("image/png", b"\x89PNG"),
    "/leave/": Reply("", 302, {"Location": "https://neutral.example/", "Clear-Site-Data": '"cache"'}),
    "/search/": Reply(f"<form><input name=q autocomplete=off></form>{CALL}"),
    "/robots.txt": a_file("text/plain", "Sitemap: https://public.example/sitemap.xml"),
    "/sitemap.xml": a_file("application/xml", "<urlset><loc>https://public.example/</loc></urlset>"),
    "/admin/": Reply("", 302, {"Location": "/admin/login/", "Referrer-Policy": "same-origin"}),
    "/admin/login/": Reply(
        "<style></style><form method=post><input name=user></form>",
        headers={
            "Content-Security-Policy": "script-src 'unsafe-inline'",
            "Referrer-Policy": "same-origin",
            "Set-Cookie": "csrftoken=1",
            "CDN-Cache-Control": None,
        },
    ),
}
NOT_FOUND = Reply(CALL, 404)


@contextmanager
def small_site(**changed: Reply) -> Iterator[str]:
    """Serve the faultless site with some addresses changed or added; yield its address."""
    replies = {**FAULTLESS, **changed}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            reply = replies.get(self.path, NOT_FOUND)
            body = reply.body.encode() if isinstance(reply.body, str) else reply.body
            self.send_response(reply.status)
            for name, value in reply.all_headers().items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
