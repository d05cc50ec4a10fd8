"""Asks axe-core which accessibility rules a page breaks."""

from axe_playwright_python.sync_playwright import Axe

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]


def broken_rules(page, left_out: tuple[str, ...] = ()) -> list[str]:
    """Return every broken WCAG 2.2 A or AA rule and best practice, each with the element that breaks it."""
    options = {
        "runOnly": {"type": "tag", "values": TAGS},
        "resultTypes": ["violations"],
        # A best practice and two criteria's rules that axe leaves off unless asked.
        "rules": {"target-size": {"enabled": True}},
    }
    context = {"exclude": [[selector] for selector in left_out]} if left_out else None
    found = Axe().run(page, context=context, options=options).response["violations"]
    return [
        f"{violation['id']}: {node['target']} {node['html'][:120]}"
        for violation in found
        for node in violation["nodes"]
    ]
