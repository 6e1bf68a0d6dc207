"""Reconcile a bank statement with open invoices, line by line, since each booking changes what is open."""

import copy
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import fake as bank  # noqa: E402

DIFFICULTY, SIMULATED_DIFFICULTY = "hard", 0.8
TAGS = ["accounting", "matching"]
SUMMARY = "Reconcile a bank statement with open invoices"
TOOLS = ["bank"]
INSTRUCTION = """
Please reconcile the bank statement with the open invoices, line by line in the statement's order, by the rules in `/work/reconciliation.md`. In the end no line may have money left.
"""
RULES = """# Reconciliation

For each line, the first rule that applies:

1. An earlier line has the same account, the same cents and the same text: the money goes back.
2. The account belongs to no customer of ours: suspense account. (Whatever the text says.)
3. The text names the number of an invoice of that customer (letter F and six digits, perhaps with spaces or points between the digits) on which something is open:
   - the line covers what is open: the open amount is paid, and the rest of the line, if any, becomes the customer's credit;
   - the line lacks at most 1 % of what is open: all of the line is paid, and the remainder is written off as a bank's fee;
   - else: all of the line is paid, and the invoice stays open with the rest.
4. The customer has exactly one invoice whose open amount is the line's amount: it is paid.
5. The line's amount is the sum of what is open on all open invoices of the customer, at least two of them: all are paid.
6. Otherwise: suspense account.
"""


def reconcile(state):
    """The rules, done on the state with the tools' own functions."""
    seen = []
    for line in state["lines"]:
        key = line["account"], line["cents"], line["text"]
        owner = next((c["name"] for c in state["customers"] if c["account"] == line["account"]), None)
        open_ones = [i for i in state["invoices"] if i["customer"] == owner and i["open"] > 0]
        digits = "".join(char for char in line["text"] if char not in " .")
        named = next((i for i in open_ones if i["number"] in digits), None)
        equal = [i for i in open_ones if i["open"] == line["cents"]]
        if key in seen:
            bank.giveback(state, line["id"])
        elif owner is None:
            bank.suspend(state, line["id"])
        elif named:
            was = named["open"]
            bank.pay(state, line["id"], named["number"], min(was, line["cents"]))
            if line["left"]:
                bank.credit(state, line["id"], owner, line["left"])
            elif named["open"] and named["open"] * 100 <= was:
                bank.fee(state, named["number"], named["open"])
        elif len(equal) == 1:
            bank.pay(state, line["id"], equal[0]["number"], line["cents"])
        elif len(open_ones) > 1 and sum(i["open"] for i in open_ones) == line["cents"]:
            for invoice in open_ones:
                bank.pay(state, line["id"], invoice["number"], invoice["open"])
        else:
            bank.suspend(state, line["id"])
        seen.append(key)


def draw(stream):
    names = stream.sample(["orchid", "pike", "rowan", "sable", "tansy", "umber", "vole", "wren"], 7)
    customers = [{"name": name, "account": f"DE{stream.randrange(10**8, 10**9)}"} for name in names]
    invoices, numbers = [], stream.sample(range(10**5, 10**6, 2), 28)  # even ones: the number after one is nobody's
    for name in names:
        for _ in range(stream.randrange(2, 5)):
            cents = stream.randrange(5000, 90000)
            invoices.append({"number": f"F{numbers.pop()}", "customer": name, "cents": cents, "open": cents})
    twins = [invoice for invoice in invoices if invoice["customer"] == names[0]]
    twins[1]["cents"] = twins[1]["open"] = twins[0]["cents"]
    lines = []

    def line(customer, cents, text):
        lines.append({"account": customer["account"], "cents": cents, "text": text})

    for customer in customers[:5]:
        for invoice in [invoice for invoice in invoices if invoice["customer"] == customer["name"]]:
            number, cents = invoice["number"], invoice["cents"]
            kind = stream.randrange(7)
            spaced = f"F {number[1:4]} {number[4:]}" if stream.random() < 0.3 else f"{number[:3]}.{number[3:5]}.{number[5:]}" if stream.random() < 0.3 else number
            if kind == 0:
                line(customer, cents, f"invoice {spaced}")
            elif kind == 1:
                line(customer, cents - stream.randrange(1, cents // 100), f"payment {spaced}")
            elif kind == 2:
                line(customer, cents // 2, f"first part {spaced}")
                line(customer, cents - cents // 2, f"second part {spaced}")
            elif kind == 3:
                line(customer, cents + stream.randrange(100, 900), f"{spaced} thank you")
            elif kind == 4:
                line(customer, cents, "as agreed by telephone")
            elif kind == 5:
                line(customer, cents, f"invoice {spaced}")
                line(customer, cents, f"invoice {spaced}")
            else:
                line(customer, cents, f"invoice F{int(number[1:]) + 1}" if stream.random() < 0.5 else "no reference")
    line(customers[5], sum(invoice["open"] for invoice in invoices if invoice["customer"] == names[5]), "everything that is open")
    line(customers[6], stream.randrange(100, 4000), "deposit")
    line({"account": "DE000000001"}, invoices[3]["cents"], f"on behalf of {invoices[3]['customer']}, {invoices[3]['number']}")
    stream.shuffle(lines)
    lines = [{"id": f"L{i + 1:02}", **entry, "left": entry["cents"]} for i, entry in enumerate(lines)]
    state = {"lines": lines, "customers": customers, "invoices": invoices, "journal": []}
    after = copy.deepcopy(state)
    reconcile(after)
    return state, {"invoices": after["invoices"], "journal": after["journal"], "lines": after["lines"]}, {"reconciliation.md": RULES}, {}
