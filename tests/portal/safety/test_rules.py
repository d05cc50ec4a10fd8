"""Each fault, planted in a small site, is found, on its page and by its rule, and nothing else is."""

import zlib

import pytest

from portal.safety import audit, fetch

from .small_site import CALL, POLICY, Reply, a_file, small_site

ONION = "expyuzz4wqqyqhjn.onion"
PACKED = b"%PDF-1.7 stream\n" + zlib.compress(f"/URI (http://{ONION}/)".encode()) + b"\nendstream"


def html(part: str) -> Reply:
    return Reply(f"<!DOCTYPE html><title>Faulty</title>{part}{CALL}")


def alone(part: str) -> Reply:
    """Return a page without the usual link to 999."""
    return Reply(f"<!DOCTYPE html><title>Faulty</title>{part}")


def header(name: str, value: str | None) -> Reply:
    return Reply(headers={name: value})


def policy(old: str, new: str) -> Reply:
    assert old in POLICY
    return header("Content-Security-Policy", POLICY.replace(old, new))


def redirect(to: str, **headers) -> Reply:
    return Reply("", 302, {"Location": to, **headers})


FAULTS = [
    ("cookie", header("Set-Cookie", "seen=1; Path=/")),
    ("referrer", header("Referrer-Policy", None)),
    ("referrer", header("Referrer-Policy", "strict-origin-when-cross-origin")),
    ("referrer", html('<meta name="Referrer" content="unsafe-url">')),
    ("referrer", html('<meta name="referrer" content="">')),
    ("referrer", html('<a href="/search/" referrerpolicy="origin">Search</a>')),
    ("referrer", html('<img src="/small.png" alt="" referrerpolicy="no-referrer-when-downgrade">')),
    ("framing", header("X-Frame-Options", None)),
    ("framing", header("X-Frame-Options", "ALLOW-FROM https://elsewhere.example")),
    ("type", header("X-Content-Type-Options", None)),
    ("type", header("Content-Type", "")),
    ("storage", header("Cache-Control", None)),
    ("storage", header("Cache-Control", "public, max-age=60")),
    ("storage", redirect("/", **{"Cache-Control": "max-age=60"})),
    ("storage", Reply(CALL, 404, {"CDN-Cache-Control": "public, max-age=60"})),
    ("policy", header("Content-Security-Policy", None)),
    ("policy", policy("script-src 'self'", "script-src 'self' 'unsafe-inline'")),
    ("policy", policy("script-src 'self'", "script-src 'unsafe-eval'")),
    ("policy", policy("style-src 'self'", "style-src 'self' 'unsafe-inline'")),
    ("policy", policy("img-src 'self'", "img-src *")),
    ("policy", policy("img-src 'self'", "img-src https:")),
    ("policy", policy("script-src 'self'", "script-src data:")),
    ("policy", policy("img-src 'self'", "img-src https://*.elsewhere.example")),
    ("policy", policy("img-src 'self'", "img-src elsewhere.example")),
    ("policy", policy("default-src 'none'; ", "object-src 'none'; ")),
    ("policy", policy("default-src 'none'", "default-src 'self'")),
    ("policy", policy("base-uri 'none'; ", "")),
    ("policy", policy("form-action 'self'; ", "")),
    ("policy", policy("; frame-ancestors 'none'", "")),
    ("policy", policy("frame-ancestors 'none'", "frame-ancestors *")),
    ("policy", policy("frame-ancestors 'none'", "frame-ancestors 'self'")),
    ("framing", header("X-Frame-Options", "SAMEORIGIN")),
    ("resource", header("Cross-Origin-Resource-Policy", None)),
    ("resource", header("Cross-Origin-Resource-Policy", "anyone")),
    ("resource", header("Cross-Origin-Resource-Policy", "cross-origin")),
    ("other-origin", html('<script src="https://elsewhere.example/a.js"></script>')),
    ("other-origin", html('<script src="//elsewhere.example/a.js"></script>')),
    ("other-origin", html('<link rel="stylesheet" href="https://elsewhere.example/a.css">')),
    ("other-origin", html('<link rel="preconnect" href="https://elsewhere.example">')),
    ("other-origin", html('<img src="https://elsewhere.example/a.png" alt="">')),
    ("other-origin", html('<img src="/small.png" srcset="https://elsewhere.example/a.png 2x" alt="">')),
    ("other-origin", html('<iframe src="https://elsewhere.example/"></iframe>')),
    ("other-origin", html('<video poster="https://elsewhere.example/a.png"></video>')),
    ("other-origin", html('<object data="https://elsewhere.example/a"></object>')),
    ("other-origin", html('<form action="https://elsewhere.example/"></form>')),
    ("other-origin", html('<form><button formaction="https://elsewhere.example/">Go</button></form>')),
    ("other-origin", html('<a href="/" ping="https://elsewhere.example/">Front</a>')),
    ("other-origin", html('<svg><use href="https://elsewhere.example/a.svg#b"></use></svg>')),
    ("other-origin", html('<base href="https://elsewhere.example/">')),
    ("other-origin", html('<meta http-equiv="refresh" content="3; URL=https://elsewhere.example/">')),
    ("other-origin", header("Link", "<https://elsewhere.example/a.css>; rel=preload")),
    ("other-origin", header("Refresh", "3; url=https://elsewhere.example/")),
    ("other-origin", redirect("https://elsewhere.example/")),
    ("other-origin", a_file("text/css", "a { background: url('https://elsewhere.example/a.png') }")),
    ("other-origin", a_file("text/css", "@import '//elsewhere.example/a.css';")),
    ("other-origin", a_file("text/javascript", "fetch('https://elsewhere.example/')")),
    ("other-origin", a_file("text/javascript", 'import a from "https://elsewhere.example/a.js"')),
    ("other-origin", a_file("text/javascript", "//# sourceMappingURL=https://elsewhere.example/a.map")),
    ("other-origin", a_file("image/svg+xml", '<svg><image href="https://elsewhere.example/a.png"/></svg>')),
    ("inline", html("<script>let a = 1</script>")),
    ("inline", html("<style>a { color: red }</style>")),
    ("inline", html('<p style="color: red">Red</p>')),
    ("inline", html('<p onclick="go()">Press</p>')),
    ("inline", html('<a href=" java&#10;script:go()">Press</a>')),
    ("inline", html('<iframe srcdoc="&lt;script&gt;go()&lt;/script&gt;"></iframe>')),
    ("inline", html('<iframe srcdoc="&lt;iframe srcdoc=&quot;&lt;b onclick=1&gt;&quot;&gt;"></iframe>')),
    ("inline", html('<object data="data:text/html,<b>Go</b>"></object>')),
    ("other-origin", html('<iframe srcdoc="&lt;img src=//elsewhere.example/a.png&gt;"></iframe>')),
    ("trace", a_file("text/javascript", "document.cookie = 'seen=1'")),
    ("trace", a_file("text/javascript", "document [ 'cookie' ] = 'seen=1'")),
    ("trace", a_file("text/javascript", "cookieStore.set('seen', 1)")),
    ("trace", a_file("text/javascript", "window.localStorage.setItem('a', 1)")),
    ("trace", a_file("text/javascript", "self['sessionStorage'].a = 1")),
    ("trace", a_file("application/javascript", "indexedDB.open('a')")),
    ("trace", a_file("text/javascript", "caches.open('a')")),
    ("trace", a_file("text/javascript", "navigator.storage.getDirectory()")),
    ("trace", a_file("text/javascript", "navigator.serviceWorker.register('/worker.js')")),
    ("trace", a_file("text/javascript", "navigator.sendBeacon('/seen/')")),
    ("trace", a_file("text/javascript", "new Image().src = '/seen/'; window.name = 'seen'")),
    ("trace", a_file("text/javascript", "/* why */ let a = '//'; localStorage.a = a")),
    ("outbound-link", html('<a href="https://elsewhere.example/">Elsewhere</a>')),
    ("outbound-link", html('<a href="//elsewhere.example/" rel="noopener">Elsewhere</a>')),
    ("outbound-link", html('<map><area href="https://elsewhere.example/" alt="Elsewhere"></map>')),
    ("onion", html(f"<p>http://{ONION}/</p>")),
    ("onion", html(f"<!-- {ONION.upper()} -->")),
    ("onion", a_file("application/json", f'{{"source": "{ONION}"}}')),
    ("onion", a_file("application/pdf", PACKED)),
    ("form", html('<form action="/search/"><input type="search" name="q"></form>')),
    ("form", html('<form autocomplete="off"><textarea name="a" autocomplete="on"></textarea></form>')),
    ("form", html('<form><select name="a"><option>1</select></form>')),
    ("form", html('<input name="loose">')),
    ("form", html('<form method="post" action="/search/"></form>')),
    ("emergency", Reply("<!DOCTYPE html><title>Help</title><p>Call 999")),
    ("emergency", Reply("<!DOCTYPE html><title>Not found</title>", 404)),
    ("emergency", alone('<a href="tel:999" hidden>Call 999</a>')),
    ("emergency", alone('<div aria-hidden="true"><a href="tel:999">Call 999</a></div>')),
    ("emergency", alone('<details><a href="tel:999">Call 999</a></details>')),
    ("emergency", alone('<template><a href="tel:999">Call 999</a></template>')),
    ("emergency", alone('<p inert><a href="tel:999">Call 999</a></p>')),
    ("emergency", alone('<a href="tel:999">Call for help</a>')),
    ("emergency", alone('<a href="tel:999">Call <span hidden>999</span></a>')),
    ("number", html('<a href="tel:+448001111">0800 111 111</a>')),
    ("number", html('<a href="tel:999">Call 101</a>')),
    ("number", html('<a href="sms:7726">Text 7762</a>')),
    ("number", html('<a href="tel:+448001111" aria-label="Call 0800 2222">Call 0800 1111</a>')),
    ("number", html('<a href="tel:">0800 1111</a>')),
    ("answer", Reply(CALL, 500)),
]


@pytest.mark.parametrize(("rule", "reply"), FAULTS)
def test_a_planted_fault_is_found_on_its_page_by_its_rule(rule, reply):
    with small_site(**{"/": html('<a href="/faulty/">Read more</a>'), "/faulty/": reply}) as url:
        found = audit(url, fetch).findings
    assert {(finding.page, finding.rule) for finding in found} == {("/faulty/", rule)}
    assert all(finding.what and finding.hint for finding in found)


FAULTLESS_PARTS = [
    '<meta name="referrer" content="no-referrer"><a href="/search/" referrerpolicy="no-referrer">Search</a>',
    '<a href="tel:+448001111">Childline on 0800 1111</a> <a href="tel:0800%201111">0800 1111</a>',
    '<a href="tel:116123">Call 116 123</a> <a href="sms:7726">Text 7726</a> <a href="tel:101">Call them</a>',
    '<a href="tel:+44800555111;ext=12">0800 555 111 (extension 12)</a>',
    '<details open><a href="tel:999">999</a></details>',
    '<iframe srcdoc="&lt;p&gt;Only words&lt;/p&gt;"></iframe>',
    "<p>localStorage and document.cookie are words</p>",
]


@pytest.mark.parametrize("part", FAULTLESS_PARTS)
def test_what_is_no_fault_is_not_called_one(part):
    with small_site(**{"/": html(part)}) as url:
        assert audit(url, fetch).findings == []


def test_a_script_may_say_in_a_comment_what_it_does_not_do():
    script = (
        "// No document.cookie here: see https://a.example\n/* nor localStorage */ let a = 'x' // sendBeacon"
    )
    with small_site(**{"/main.js": a_file("text/javascript", script)}) as url:
        assert audit(url, fetch).findings == []


def test_a_site_without_faults_passes():
    with small_site() as url:
        result = audit(url, fetch)
    assert result.findings == []
    assert result.pages == 14


def test_a_finding_tells_neither_a_hidden_address_nor_the_value_of_a_cookie():
    """Findings are shown to visitors."""
    faulty = Reply(f"{CALL}{ONION}", headers={"Set-Cookie": "seen=who-it-was"})
    with small_site(**{"/": faulty}) as url:
        words = " ".join(finding.what for finding in audit(url, fetch).findings)
    assert "seen" in words
    assert "who-it-was" not in words
    assert ONION not in words


OPEN = POLICY.replace("frame-ancestors 'none'", "frame-ancestors *")
FRAMED = {
    "X-Frame-Options": None,
    "Content-Security-Policy": OPEN,
    "Cross-Origin-Resource-Policy": "cross-origin",
}


def found_at(address: str, reply: Reply) -> set[str]:
    with small_site(**{"/": html(f'<a href="{address}">Read more</a>'), address: reply}) as url:
        return {finding.rule for finding in audit(url, fetch).findings}


def test_a_card_that_holds_nothing_to_misuse_may_be_framed_and_nothing_else_may():
    assert found_at("/a-figure/card/", Reply(headers=FRAMED)) == set()
    assert found_at("/a-figure/", Reply(headers=FRAMED)) == {"framing", "resource", "policy"}
    assert found_at("/a-figure/card/", Reply(CALL, 404, FRAMED)) >= {"framing", "resource", "policy"}
    for part in (
        '<form autocomplete="off"></form>',
        '<script src="/main.js"></script>',
        "<button>Go</button>",
    ):
        assert found_at("/a-figure/card/", Reply(CALL + part, headers=FRAMED)) == {
            "framing",
            "resource",
            "policy",
        }, part
    with_cookie = Reply(headers={**FRAMED, "Set-Cookie": "seen=1"})
    assert found_at("/a-figure/card/", with_cookie) == {"cookie", "framing", "resource", "policy"}
    loose = {**FRAMED, "Content-Security-Policy": OPEN.replace("script-src 'self'", "script-src *")}
    assert found_at("/a-figure/card/", Reply(headers=loose)) == {"policy"}


def test_the_sign_in_page_may_not_be_stored_framed_or_tell_where_its_reader_goes():
    bare = {"Referrer-Policy": None, "X-Frame-Options": None, "Cache-Control": None}
    with small_site(**{"/admin/login/": Reply("", headers=bare)}) as url:
        found = audit(url, fetch).findings
    assert {finding.rule for finding in found} == {"referrer", "framing", "storage"}
