"""The forms in which a kept answer is sent: as it is, by gzip, by brotli."""

import gzip
import hashlib
from dataclasses import dataclass
from functools import lru_cache

import brotli

# Best first. Small answers are sent as they are.
CODINGS = ("br", "gzip")
SMALL = 500
# Five makes a page in about a millisecond and is smaller than gzip's best; eleven takes thirty times as long.
BROTLI_QUALITY, GZIP_LEVEL = 5, 6
LONGEST_HEADER = 200
JSON = ("application/json", "application/problem+json", "application/ld+json", "application/csvm+json")
TEXT = ("text/", *JSON, "application/xml", "application/atom+xml", "application/javascript", "image/svg+xml")


@dataclass(frozen=True, slots=True)
class Variant:
    """One form: what is sent with 200, and what with 304."""

    body: bytes
    etag: str
    headers: list[tuple[str, str]]
    headers_unchanged: list[tuple[str, str]]


def _compressed(body: bytes, coding: str) -> bytes:
    if coding == "br":
        return brotli.compress(body, quality=BROTLI_QUALITY)
    return gzip.compress(body, GZIP_LEVEL, mtime=0)


def variants_of(body: bytes, headers: list[tuple[str, str]], etag: str = "") -> dict[str, Variant]:
    """Return the forms of an answer by their coding; "" is the answer as it is.

    Each form has a strong tag of its own (RFC 9110, 8.8.3): that of the answer, or one made of its bytes.
    """
    kind = next((value for name, value in headers if name == "content-type"), "")
    tag = etag.removeprefix("W/").strip('"') or hashlib.sha256(body).hexdigest()[:32]
    found = {"": body}
    if kind.startswith(TEXT) and len(body) >= SMALL:
        for coding in CODINGS:
            made = _compressed(body, coding)
            if len(made) < len(body):
                found[coding] = made
    return {coding: _variant(made, coding, headers, tag, len(found) > 1) for coding, made in found.items()}


def _variant(body: bytes, coding: str, headers, tag: str, is_one_of_several: bool) -> Variant:
    own = {"content-length", "content-encoding", "etag"}
    kept = [(name, value) for name, value in headers if name not in own and name != "vary"]
    vary = [value for name, value in headers if name == "vary"]
    if is_one_of_several and not any("accept-encoding" in value.lower() for value in vary):
        vary.append("Accept-Encoding")
    etag = f'"{tag}-{coding}"' if coding else f'"{tag}"'
    shared = [*kept, ("etag", etag), *([("vary", ", ".join(vary))] if vary else [])]
    encoded = [("content-encoding", coding)] if coding else []
    unchanged = [one for one in shared if one[0] not in ("content-type", "content-language")]
    return Variant(body, etag, [*shared, *encoded, ("content-length", str(len(body)))], unchanged)


@lru_cache(maxsize=512)
def accepted(header: str) -> tuple[str, ...]:
    """Return the codings that a client takes, best first, by its Accept-Encoding header."""
    if len(header) > LONGEST_HEADER:
        return ()
    weights = {}
    for part in header.lower().split(","):
        name, _, weight = part.partition(";")
        weights[name.strip()] = weight.replace(" ", "")
    refused = {name for name, weight in weights.items() if weight in ("q=0", "q=0.0", "q=0.00", "q=0.000")}
    named = set(weights) - refused
    return tuple(coding for coding in CODINGS if coding in named or ("*" in named and coding not in refused))


def is_unchanged(if_none_match: str, etag: str) -> bool:
    """Whether the client has this form already (RFC 9110, 13.1.2)."""
    tags = (tag.strip().removeprefix("W/") for tag in if_none_match.split(","))
    return any(tag in (etag, "*") for tag in tags)
