"""A warehouse's stock records."""

from desk import Refused, find


def list_(state, page: int = 1):
    """Ten articles of the stock records at a time: sku, name, stock in single pieces, pieces per case, zone. An empty page is after the end."""
    return state["articles"][10 * (page - 1) : 10 * page] if page > 0 else []


def adjust(state, sku: str, stock: int, reason: str):
    """Sets the recorded stock in pieces. The reason is one of: shrinkage, surplus."""
    article = find(state["articles"], sku=sku)
    if reason not in ("shrinkage", "surplus"):
        raise Refused(f"'{reason}' is no reason; expected shrinkage or surplus")
    if state["locked"].get(article["zone"]):
        raise Refused(f"zone {article['zone']} is locked by a cycle count; unlock it first")
    if (stock < article["stock"]) != (reason == "shrinkage"):
        raise Refused(f"{reason} does not fit a change from {article['stock']} to {stock}")
    article["stock"] = stock
    state["journal"].append({"sku": sku, "stock": stock, "reason": reason})
    return article


def recount(state, sku: str):
    """Asks the night shift to count an article again."""
    find(state["articles"], sku=sku)
    state["recounts"].append(sku)
    return {"recount": sku}


def zones(state):
    """The zones and whether each is locked."""
    return state["locked"]


def unlock(state, zone: str):
    """Ends a zone's cycle count."""
    if zone not in state["locked"]:
        raise Refused(f"there is no zone {zone}")
    state["locked"][zone] = False
    return state["locked"]


TOOLS = {"stock": {"list": list_, "adjust": adjust, "recount": recount, "zones": zones, "unlock": unlock}}
