"""What drawing each page would cost a reader, since a form may draw forms that draw forms."""

import pikepdf

from ..limits import MAX_DEPTH, MAX_DRAWN_BYTES, MAX_DRAWN_PIXELS, MAX_TILES
from .contents import Contents, read_contents
from .filters import PICTURES, Damage
from .refusal import RefusalError
from .streams import decoded, depth, filters_of, limited, raw_of

type Cost = tuple[int, frozenset]
_NOTHING: Cost = (0, frozenset())


def _dictionary(value):
    return value if isinstance(value, pikepdf.Dictionary) else {}


def _streams(value) -> list:
    """Return the streams that an entry holds, itself or as a list or by names."""
    if isinstance(value, pikepdf.Stream):
        return [value]
    if isinstance(value, pikepdf.Array):
        return [one for one in value if isinstance(one, pikepdf.Stream)]
    if isinstance(value, pikepdf.Dictionary):
        return [one for _, one in value.items() if isinstance(one, pikepdf.Stream)]
    return []


class PageCosts:
    """Works out costs as (bytes of instructions, pictures); what is drawn often is worked out once."""

    def __init__(self):
        self._contents: dict[tuple, Contents] = {}
        self._known: dict[tuple, Cost] = {}
        self._open: set[tuple] = set()

    def check(self, page) -> None:
        """Refuse a page that takes far too much to draw.

        Raises:
            RefusalError: "bomb"; "damaged", if its instructions cannot be read.
        """
        size, pictures = _NOTHING
        parts = _streams(page.node.get("/Contents"))
        for part in parts:
            size, pictures = self._add(
                (size, pictures), 1, self._cost(part, page.resources, page.node.objgen, page.area)
            )
        for annotation in page.node.get("/Annots", []):
            appearances = _dictionary(_dictionary(annotation).get("/AP"))
            for shown in _streams(appearances.get("/N")):
                cost = self._cost(shown, page.resources, page.node.objgen, page.area)
                size, pictures = self._add((size, pictures), 1, cost)

    @staticmethod
    def _add(sum_of: Cost, times: int, cost: Cost) -> Cost:
        size, pictures = sum_of[0] + times * cost[0], sum_of[1] | cost[1]
        if size > MAX_DRAWN_BYTES or sum(weight for _, weight in pictures) > MAX_DRAWN_PIXELS:
            raise RefusalError("bomb")
        return size, pictures

    def _read(self, stream) -> Contents:
        if stream.objgen not in self._contents:
            pieces, kind, _ = decoded(raw_of(stream), filters_of(stream), Damage())
            self._contents[stream.objgen] = read_contents([] if kind else limited(pieces))
        return self._contents[stream.objgen]

    def _cost(self, stream, resources, owner, area: float) -> Cost:
        """Return the cost of instructions; ``owner`` stands for where the resources come from."""
        if "/Resources" in stream:
            resources, owner = stream.Resources, stream.objgen
        key = stream.objgen, owner
        if key in self._open:
            return _NOTHING  # it draws itself, and readers stop there
        if key not in self._known:
            if len(self._open) > MAX_DEPTH:
                raise RefusalError("bomb")
            self._open.add(key)
            self._known[key] = self._drawn(self._read(stream), _dictionary(resources), owner, area)
            self._open.remove(key)
        return self._known[key]

    def _drawn(self, contents: Contents, resources, owner, area: float) -> Cost:
        cost: Cost = (contents.size, frozenset())
        objects, states = _dictionary(resources.get("/XObject")), _dictionary(resources.get("/ExtGState"))
        for (name, operator), times in contents.uses.items():
            if operator == "Do":
                drawn = objects.get(name)
            else:
                drawn = _dictionary(_dictionary(states.get(name)).get("/SMask")).get("/G")
            if isinstance(drawn, pikepdf.Stream):
                cost = self._add(cost, times, self._one(drawn, resources, owner, area))
        for _, pattern in _dictionary(resources.get("/Pattern")).items():
            if isinstance(pattern, pikepdf.Stream):
                one = self._cost(pattern, resources, owner, area)
                cost = self._add(cost, _tiles(pattern, area), one)
        return self._add(cost, contents.size, self._letters(resources, owner, area))

    def _one(self, drawn, resources, owner, area: float) -> Cost:
        if str(drawn.get("/Subtype")) != "/Image":
            return self._cost(drawn, resources, owner, area)
        dots = int(drawn.get("/Width", 0)) * int(drawn.get("/Height", 0))
        kinds = {PICTURES.get(name) for name, _ in filters_of(drawn)}
        is_bilevel = depth(drawn) == 1 or bool(kinds & {"fax", "jbig2"})
        return 0, frozenset({(drawn.objgen, dots // 8 if is_bilevel else dots)})

    def _letters(self, resources, owner, area: float) -> Cost:
        """Return what the dearest letter of the fonts that are drawn by instructions draws besides itself."""
        most = _NOTHING
        for _, font in _dictionary(resources.get("/Font")).items():
            if str(_dictionary(font).get("/Subtype", "")) != "/Type3":
                continue
            own = font.get("/Resources", resources)
            for letter in _streams(font.get("/CharProcs")):
                size, pictures = self._cost(letter, own, font.objgen, area)
                size -= self._read(letter).size
                most = max(most[0], size), most[1] | pictures
        return most


def _tiles(pattern, area: float) -> int:
    """Return how often a pattern is laid on a page.

    Raises:
        RefusalError: "bomb", if that is far too often.
    """
    try:
        a, b, c, d, _, _ = (float(number) for number in pattern.get("/Matrix", [1, 0, 0, 1, 0, 0]))
        step = abs(float(pattern.get("/XStep", 0)) * float(pattern.get("/YStep", 0)) * (a * d - b * c))
    except (TypeError, ValueError):
        return 1
    tiles = area / step if step else 1  # without a step or a size, readers draw nothing
    if tiles > MAX_TILES:
        raise RefusalError("bomb")
    return max(1, int(tiles))
