"""The rule about the content security policy: it is there, whole, and without a way round it."""

from collections.abc import Iterator

from ..answer import Answer
from ..references import is_elsewhere
from .framed import ANYONE, may_be_framed

NEVER = {"'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "'wasm-unsafe-eval'"}
# These do not fall back on default-src, so each has to stand there.
CLOSED = ("base-uri", "form-action", "frame-ancestors")
# A picture or a typeface written into the page itself asks nobody for anything.
DATA_ALLOWED = ("img-src", "font-src")
WITHOUT_SOURCES = (
    "sandbox",
    "report-to",
    "upgrade-insecure-requests",
    "require-trusted-types-for",
    "trusted-types",
)


def parse(header: str) -> dict[str, list[str]]:
    """Return the sources by directive."""
    parts = [part.split() for part in header.split(";") if part.split()]
    return {name.lower(): [source.lower() for source in sources] for name, *sources in parts}


def _is_open(url: str, directive: str, source: str) -> bool:
    """Whether the source lets in more than this site's own files."""
    if source.startswith("'"):
        return source in NEVER
    if source == "data:":
        return directive not in DATA_ALLOWED
    return "*" in source or source.endswith(":") or is_elsewhere(url, _as_address(source))


def _as_address(source: str) -> str:
    return source if "://" in source or source.startswith("/") else f"//{source}"


def weaknesses(url: str, header: str) -> list[str]:
    """Return what is missing from the policy or too open in it, in words."""
    directives = parse(header)
    found = [
        f"{directive} allows {source}"
        for directive, sources in directives.items()
        if directive not in WITHOUT_SOURCES
        for source in sources
        if _is_open(url, directive, source)
    ]
    if "default-src" not in directives:
        found.append("has no default-src")
    if directives.get("object-src", directives.get("default-src")) != ["'none'"]:
        found.append("does not forbid plug-ins with object-src 'none'")
    for name in CLOSED:
        if name not in directives:
            found.append(f"has no {name}")
    if "'self'" in directives.get("frame-ancestors", ()):
        found.append("lets the site's own pages frame it, which none does")
    return found


def policy(answer: Answer) -> Iterator[str]:
    """Every page has a policy that only this site's own files pass."""
    if not answer.is_page:
        return
    header = answer.headers.get("content-security-policy", "")
    if not header:
        yield "has no Content-Security-Policy"
        return
    # Of several policies all hold, so the strictest counts.
    for weakness in min((weaknesses(answer.url, one) for one in header.split(",")), key=len):
        if weakness == ANYONE and may_be_framed(answer):
            continue
        yield f"its Content-Security-Policy {weakness}"
