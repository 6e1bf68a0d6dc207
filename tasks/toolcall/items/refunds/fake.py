"""Subscriptions, payments and refunds. Amounts are in cents."""

from desk import Refused, find


def requests(state):
    """The open requests for refunds: id, customer, the text of the request."""
    return [request for request in state["requests"] if request["status"] == "open"]


def customer(state, id: str):
    """A customer with the subscription (plan, started, day in the period, days of the period) and payments."""
    return find(state["customers"], id=id)


def refund(state, payment: str, cents: int, approval: str = ""):
    """Pays back a part or all of a payment. Above 10000 cents an approval code is needed, which `approve` gives."""
    for person in state["customers"]:
        for entry in person["payments"]:
            if entry["id"] == payment:
                if entry["refunded"] + cents > entry["cents"] or cents <= 0:
                    raise Refused(f"{payment}: {cents} cents cannot be refunded; paid {entry['cents']}, refunded so far {entry['refunded']}")
                if cents > 10000 and approval != state["approvals"].get(payment):
                    raise Refused(f"{payment}: more than 10000 cents need an approval")
                entry["refunded"] += cents
                state["refunds"].append({"payment": payment, "cents": cents})
                return entry
    raise Refused(f"not found: payment {payment}")


def approve(state, payment: str, cents: int):
    """Asks the finance desk for an approval of a refund. It answers at once with a code."""
    code = f"OK-{payment}-{cents}"
    state["approvals"][payment] = code
    state["asked"].append({"payment": payment, "cents": cents})
    return {"approval": code}


def cancel(state, customer: str):
    """Ends a customer's subscription now."""
    person = find(state["customers"], id=customer)
    if not person["active"]:
        raise Refused(f"{customer} has no active subscription")
    person["active"] = False
    return person


def close(state, request: str, outcome: str):
    """Closes a request with an outcome: refunded, declined."""
    entry = find(state["requests"], id=request)
    if outcome not in ("refunded", "declined"):
        raise Refused("the outcome is 'refunded' or 'declined'")
    if entry["status"] != "open":
        raise Refused(f"{request} is closed")
    entry["status"] = outcome
    return entry


TOOLS = {"billing": {"requests": requests, "customer": customer, "refund": refund, "approve": approve, "cancel": cancel, "close": close}}
