"""What the editor's script posts is made safe to read before anything is made from it.

The script sends "contentstate": a list of blocks, and entities (links, quoted figures) that the
blocks point to. A script of somebody else's may send anything. An entity that leads nowhere is
taken away and its words stay; what has not even the shape of a text raises a ``ValueError``,
``TypeError`` or ``LookupError`` here or in the exporter.
"""

from ..answering.links import id_in

# Lists within lists; the editor itself stops at four.
MAX_DEPTH = 8


def mended(state: dict, known_types) -> dict:
    """Return the state with only such entities, and only such depths, as can be stored."""
    entities = {
        key: entity
        for key, entity in state.get("entityMap", {}).items()
        if isinstance(entity, dict) and entity.get("type") in known_types and _is_whole(entity)
    }
    return {"entityMap": entities, "blocks": [_mended_block(block, entities) for block in state["blocks"]]}


def _is_whole(entity: dict) -> bool:
    """Whether the entity says what it leads to; one with an id that no page has loses the id."""
    data = entity["data"] = dict(entity.get("data") or {})
    if "id" in data and not id_in(data["id"]):
        del data["id"]
    is_link = entity["type"] == "LINK"
    return not is_link or "id" in data or (isinstance(data.get("url"), str) and bool(data["url"]))


def _mended_block(block: dict, entities: dict) -> dict:
    ranges = [one for one in block.get("entityRanges") or () if str(one["key"]) in entities]
    depth = min(max(int(block.get("depth") or 0), 0), MAX_DEPTH)
    return {**block, "text": str(block.get("text") or ""), "entityRanges": ranges, "depth": depth}
