"""Which actions a PDF may hold. What is not listed here is refused, wherever an action may stand."""

from collections.abc import Callable, Iterator

from .addresses import is_near_pdf, judge_address
from .plain import Entries, Name

# What may stand behind a click. Three of them are looked at more closely.
ALLOWED = {
    "/GoTo",
    "/GoToDp",
    "/GoToR",
    "/URI",
    "/Named",
    "/Thread",
    "/Hide",
    "/SetOCGState",
    "/Trans",
    "/ResetForm",
}
# Why others are refused; a kind that no one knows is "action".
REFUSED = {
    "/JavaScript": "javascript",
    "/Launch": "launch",
    "/GoToE": "launch",
    "/SubmitForm": "submit",
    "/ImportData": "submit",
    **dict.fromkeys(("/Movie", "/Sound", "/Rendition", "/RichMediaExecute", "/GoTo3DView"), "media"),
}
NAMED = {"/NextPage", "/PrevPage", "/FirstPage", "/LastPage", "/GoBack", "/GoForward"}
# What an action works on. Parts of a tagged text have none of these.
OPERANDS = {
    "/F",
    "/Win",
    "/Mac",
    "/Unix",
    "/D",
    "/Sound",
    "/OP",
    "/AN",
    "/Annotation",
    "/Operation",
    "/JS",
    "/CMD",
}
# Those of the events in /AA that are a press of the reader's.
_PRESSES = {"/U", "/D"}
_MAX_CHAIN = 1000

Ask = Callable[[object], list]


def values(found: Entries, key: str, ask: Ask) -> list:
    """Return all that the entry may be: each value that is written for it, in any revision."""
    written = [found[key]] if key in found else []
    written += [value for name, value in found.repeated if name == key]
    return [value for one in written for value in ask(one)]


def actions_of(found: Entries, ask: Ask) -> Iterator[str]:
    """Yield the codes of what is wrong with, or to be noted of, the actions that a dictionary has."""
    for key, starts_itself in (("/A", False), ("/PA", False), ("/OpenAction", True)):
        for action in values(found, key, ask):
            yield from _chain(action, starts_itself, ask)
    for events in values(found, "/AA", ask):
        for event in events if isinstance(events, Entries) else ():
            for action in values(events, event, ask):
                yield from _chain(action, event not in _PRESSES, ask)


def _chain(first, starts_itself: bool, ask: Ask) -> Iterator[str]:
    """Yield the codes of an action and all that follow it."""
    waiting, seen = [first], 0
    done: set[int] = set()
    while waiting and seen < _MAX_CHAIN:
        action, seen = waiting.pop(), seen + 1
        if isinstance(action, list):
            waiting += [value for one in action for value in ask(one) if isinstance(value, Entries)]
        if not isinstance(action, Entries) or id(action) in done:
            continue
        done.add(id(action))
        for kind in values(action, "/S", ask):
            if isinstance(kind, Name):
                yield from _one(action, kind, starts_itself, ask)
        waiting += values(action, "/Next", ask)
    if waiting:
        yield "too-complex"


def _one(action: Entries, kind: Name, starts_itself: bool, ask: Ask) -> Iterator[str]:
    if kind not in ALLOWED:
        yield REFUSED.get(kind, "action")
    elif kind in ("/URI", "/GoToR") and starts_itself:
        yield "opens"
    if kind == "/URI":
        yield from _addresses(action, ask)
    elif kind == "/GoToR":
        yield from _other_files(action, ask)
    elif kind == "/Named" and not NAMED.issuperset(values(action, "/N", ask)):
        yield "named-action"
    elif kind == "/Thread" and values(action, "/F", ask):
        yield "launch"


def _addresses(found: Entries, ask: Ask) -> Iterator[str]:
    for address in values(found, "/URI", ask):
        if isinstance(address, bytes) and (code := judge_address(address)):
            yield code


def _other_files(action: Entries, ask: Ask) -> Iterator[str]:
    """Yield "other-pdf" for an action that opens a PDF nearby, else "launch"."""
    names = []
    for file in values(action, "/F", ask):
        keys = ("/F", "/UF", "/DOS", "/Mac", "/Unix")
        names += [n for key in keys for n in values(file, key, ask)] if isinstance(file, Entries) else [file]
    is_near = bool(names) and all(isinstance(name, bytes) and is_near_pdf(name) for name in names)
    yield "other-pdf" if is_near else "launch"


def standing_alone(found: Entries, ask: Ask) -> Iterator[str]:
    """Yield the codes of a dictionary that may be an action, wherever it stands."""
    types = values(found, "/Type", ask)
    is_part_of_text = "/StructElem" in types or "/P" in found
    for kind in values(found, "/S", ask):
        if not isinstance(kind, Name):
            continue
        if kind in REFUSED:
            if kind == "/JavaScript" or not is_part_of_text or found.keys() & OPERANDS:
                yield REFUSED[kind]
        elif "/Action" in types and kind not in ALLOWED:
            yield "action"
        elif kind in ("/GoToR", "/Named", "/Thread") and not is_part_of_text:
            yield from _one(found, kind, False, ask)
    yield from _addresses(found, ask)
