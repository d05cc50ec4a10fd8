"""What the running site writes while visitors read it: nothing of them."""

import urllib.error
import urllib.request
from pathlib import Path

MARKERS = {
    "X-Forwarded-For": "203.0.113.77",
    "Forwarded": "for=198.51.100.7",
    "User-Agent": "OldPhone-5c1b",
    "Referer": "https://elsewhere.example/came-from-5c1b",
}
ASKED = (
    "/",
    "/what-you-can-do/",
    "/search/?q=secret-5c1b",
    "/search/?q=%00secret-5c1b",
    "/search/?page=secret-5c1b",
    "/no-such-page-5c1b/?q=secret-5c1b",
    "/media/images/no-such-5c1b.png",
    "/publications/national-strategic-assessment-2020/download/?from=secret-5c1b",
    "/admin/?from=secret-5c1b",
)
TELLING = ("5c1b", "203.0.113.77", "198.51.100.7", "127.0.0.1", "search", "q=")


def ask(address: str, host: str | None = None) -> int:
    headers = {**MARKERS, **({"Host": host} if host else {})}
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=30) as response:
            return response.status
    except urllib.error.HTTPError as error:
        return error.code


def test_no_line_holds_an_address_a_query_or_a_browser(site):
    statuses = {path: ask(site.url + path) for path in ASKED}
    assert statuses["/search/?q=secret-5c1b"] == 200
    assert statuses["/no-such-page-5c1b/?q=secret-5c1b"] == 404
    assert ask(site.url, host="secret-5c1b.example") == 400
    lines = Path(site.log).read_text().splitlines()
    started = [line for line in lines if "Listening at" in line]
    assert started, "the log is read"
    written = [line for line in lines if line not in started]
    assert [line for line in written if any(word in line for word in TELLING)] == []
