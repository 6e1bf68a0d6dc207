"""A bank statement and open invoices. Amounts are in cents."""

from desk import Refused, find


def lines(state):
    """The statement's lines that are not dealt with, in their order: id, payer's account, cents, text."""
    return [line for line in state["lines"] if line["left"] > 0]


def customers(state, account: str):
    """The customer whose account this is."""
    return find(state["customers"], account=account)


def invoices(state, customer: str = "", number: str = ""):
    """Invoices of a customer, or the one with a number: number, customer, cents, open cents."""
    return [invoice for invoice in state["invoices"] if customer in ("", invoice["customer"]) and number in ("", invoice["number"])]


def take(state, line, cents):
    entry = find(state["lines"], id=line)
    if not 0 < cents <= entry["left"]:
        raise Refused(f"{line} has {entry['left']} cents left")
    entry["left"] -= cents


def pay(state, line: str, invoice: str, cents: int):
    """Books money of a line as payment of an invoice."""
    entry = find(state["invoices"], number=invoice)
    if cents > entry["open"]:
        raise Refused(f"{invoice} has {entry['open']} cents open")
    take(state, line, cents)
    entry["open"] -= cents
    state["journal"].append({"line": line, "pay": invoice, "cents": cents})
    return entry


def fee(state, invoice: str, cents: int):
    """Writes off what is open of an invoice, or a part, as a bank's fee."""
    entry = find(state["invoices"], number=invoice)
    if not 0 < cents <= entry["open"]:
        raise Refused(f"{invoice} has {entry['open']} cents open")
    entry["open"] -= cents
    state["journal"].append({"fee": invoice, "cents": cents})
    return entry


def credit(state, line: str, customer: str, cents: int):
    """Books money of a line as a customer's credit."""
    find(state["customers"], name=customer)
    take(state, line, cents)
    state["journal"].append({"line": line, "credit": customer, "cents": cents})
    return state["journal"][-1]


def suspend(state, line: str):
    """Puts a whole line on the suspense account."""
    entry = find(state["lines"], id=line)
    take(state, line, entry["cents"])
    state["journal"].append({"line": line, "suspense": entry["cents"]})
    return state["journal"][-1]


def giveback(state, line: str):
    """Sends a whole line's money back to the payer."""
    entry = find(state["lines"], id=line)
    take(state, line, entry["cents"])
    state["journal"].append({"line": line, "back": entry["cents"]})
    return state["journal"][-1]


TOOLS = {"bank": {"lines": lines, "customers": customers, "invoices": invoices, "pay": pay, "fee": fee, "credit": credit, "suspend": suspend, "giveback": giveback}}
