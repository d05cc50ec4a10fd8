"""What a search gives back, ready for the template."""

from dataclasses import dataclass, field

from django.utils.safestring import SafeString


@dataclass(frozen=True)
class Passage:
    """A place inside what a page offers: "Page 12" of its file, and the words there."""

    label: str
    url: str
    excerpt: SafeString


@dataclass(frozen=True)
class SearchResult:
    """One page found, with the best places inside it and the address that shows all of them."""

    title: str
    url: str
    kind: str
    excerpt: SafeString
    passages: list[Passage] = field(default_factory=list)
    all_passages: str = ""


@dataclass(frozen=True)
class Suggestion:
    """A page to offer where nothing was found."""

    title: str
    url: str


@dataclass(frozen=True)
class SearchResults:
    """One page of results. If ``total_is_capped``, there are more than ``total``."""

    query: str
    results: list[SearchResult] = field(default_factory=list)
    total: int = 0
    total_is_capped: bool = False
    page_number: int = 1
    pages: int = 0
    suggestions: list[Suggestion] = field(default_factory=list)
    did_you_mean: str = ""

    @property
    def page_range(self) -> range:
        """The numbers of all pages, for the links below the results."""
        return range(1, self.pages + 1)
