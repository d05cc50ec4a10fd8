"""Requests that are not taken, and the answers to them that need no thread."""

PAGE_HEADERS = [
    ("content-type", "text/html; charset=utf-8"),
    ("cache-control", "no-store"),
    ("content-security-policy", "default-src 'none'"),
    ("referrer-policy", "no-referrer"),
    ("x-content-type-options", "nosniff"),
]


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
