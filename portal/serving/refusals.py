"""Requests that are not taken, and the answers to them that need no thread."""

import json
from html import escape

PAGE_HEADERS = [
    ("content-type", "text/html; charset=utf-8"),
    ("cache-control", "no-store"),
    ("content-security-policy", "default-src 'none'"),
    ("referrer-policy", "no-referrer"),
    ("x-content-type-options", "nosniff"),
]
_PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<meta charset="utf-8">
<title>Nothing was saved</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<h1>Nothing was saved</h1>
<p>{words}</p>
<p>Go back with your browser: what you typed is still there. A file must be chosen again.</p>
</html>
"""
_IN_WINDOW = (
    '<section id="tab-create" class="w-tabs__panel"><p class="help-block help-critical" role="alert">{words} '
    "Close this window and open it again to choose another file.</p></section>"
)


class RefusedError(Exception):
    """The request is not taken; holds status, the words for the answer, and headers of its own."""

    def __init__(self, status: int, words: str, **headers: str):
        super().__init__(words)
        self.status, self.words = status, words
        self.headers = [
            ("content-type", "text/plain; charset=utf-8"),
            ("cache-control", "no-store"),
            ("connection", "close"),
            *headers.items(),
        ]

    def told(self, scope) -> tuple[int, list[tuple[str, str]], str]:
        """Return status, headers and text: a page for a form, and what Wagtail's scripts show for themselves.

        Those show words only of an answer that succeeded: the uploader of many files beside the file, the
        window in which a file is chosen in the place of its form.
        """
        words = escape(self.words, quote=False)
        if scope.headers.get("x-requested-with") == "XMLHttpRequest":
            if "/multiple/" in scope.path:
                return self._as_json({"success": False, "error_message": words})
            if "/chooser/" in scope.path:
                fragment = _IN_WINDOW.format(words=words)
                return self._as_json({"step": "reshow_creation_form", "htmlFragment": fragment})
        elif "text/html" in (scope.headers.get("accept") or ""):
            return self.status, [*PAGE_HEADERS, *self.headers[2:]], _PAGE.format(words=words)
        return self.status, self.headers, f"{self.words}\n"

    def _as_json(self, said: dict) -> tuple[int, list[tuple[str, str]], str]:
        return 200, [("content-type", "application/json"), *self.headers[1:]], json.dumps(said)
