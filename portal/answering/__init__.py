"""From a request to an answer: addresses, links, headers, feeds, and the pages for when it fails."""
