"""Articles, suppliers' offers and order drafts. Prices are in cents for a pack."""

from desk import Refused, find


def articles(state, page: int = 1):
    """Eight articles at a time: sku, stock, on order, reorder point, target, discontinued. An empty page is after the end."""
    return state["articles"][8 * (page - 1) : 8 * page] if page > 0 else []


def offers(state, sku: str):
    """The suppliers that list an article, the preferred one first: supplier, pieces per pack, cents per pack."""
    find(state["articles"], sku=sku)
    return [offer for offer in state["offers"] if offer["sku"] == sku]


def suppliers(state):
    """The suppliers with the least value of an order in cents."""
    return state["suppliers"]


def line(state, supplier: str, sku: str, packs: int):
    """Puts packs of an article on the draft order to a supplier (again: replaces the line; 0 takes it off). Refused if the supplier has none."""
    find(state["offers"], supplier=supplier, sku=sku)
    if [supplier, sku] in state["out"]:
        raise Refused(f"{supplier} has no {sku} at present")
    draft = state["drafts"].setdefault(supplier, {})
    draft[sku] = packs
    if packs <= 0:
        del draft[sku]
    return draft


def submit(state, supplier: str):
    """Sends the draft order to the supplier. It is binding."""
    draft = state["drafts"].get(supplier, {})
    value = sum(find(state["offers"], supplier=supplier, sku=sku)["cents"] * packs for sku, packs in draft.items())
    least = find(state["suppliers"], name=supplier)["least"]
    if not draft or value < least:
        raise Refused(f"the draft is worth {value} cents; {supplier} takes orders from {least} cents")
    state["orders"].append({"supplier": supplier, "lines": state["drafts"].pop(supplier)})
    return state["orders"][-1]


def discard(state, supplier: str):
    """Throws a draft order away."""
    return {"discarded": state["drafts"].pop(supplier, {})}


TOOLS = {"purchasing": {"articles": articles, "offers": offers, "suppliers": suppliers, "line": line, "submit": submit, "discard": discard}}
