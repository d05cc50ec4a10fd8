"""What the tests of help read in an answer."""

import gzip

from bs4 import BeautifulSoup

from portal.safety.answer import Answer
from portal.safety.rules import check


def body_of(response) -> bytes:
    """Return the body as a reader gets it, unpacked."""
    return (
        gzip.decompress(response.content) if response.get("Content-Encoding") == "gzip" else response.content
    )


def text_of(response) -> str:
    """Return the words of a page in one line."""
    return " ".join(BeautifulSoup(body_of(response), "html.parser").get_text(" ").split())


def audited(client, path: str) -> list[str]:
    """Return what the safety audit finds at the path."""
    response = client.get(path)
    headers = {name.lower(): value for name, value in response.items()}
    cookies = tuple(one.OutputString() for one in response.cookies.values())
    answer = Answer(f"http://testserver{path}", response.status_code, headers, cookies, body_of(response))
    return [f"{one.rule}: {one.what}" for one in check(answer)]
