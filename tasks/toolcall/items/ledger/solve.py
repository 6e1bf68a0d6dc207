"""Books line by line; what is open is asked anew for each."""

import re

from calls import Failed, call

seen = set()
for line in call("bank", "lines"):
    key, name, cents = (line["account"], line["cents"], line["text"]), line["id"], line["cents"]
    if key in seen:
        call("bank", "giveback", line=name)
        continue
    seen.add(key)
    try:
        customer = call("bank", "customers", account=line["account"])["name"]
    except Failed:
        call("bank", "suspend", line=name)
        continue
    pending = {i["number"]: i["open"] for i in call("bank", "invoices", customer=customer) if i["open"]}
    found = re.search(r"F[ .]*((?:\d[ .]*){6})", line["text"])
    number = "F" + re.sub(r"\D", "", found[1]) if found else None
    equal = [other for other, amount in pending.items() if amount == cents]
    if number in pending:
        paid = min(cents, pending[number])
        call("bank", "pay", line=name, invoice=number, cents=paid)
        rest = pending[number] - paid
        if cents > paid:
            call("bank", "credit", line=name, customer=customer, cents=cents - paid)
        elif 0 < rest * 100 <= pending[number]:
            call("bank", "fee", invoice=number, cents=rest)
    elif len(equal) == 1:
        call("bank", "pay", line=name, invoice=equal[0], cents=cents)
    elif len(pending) > 1 and sum(pending.values()) == cents:
        for other, amount in pending.items():
            call("bank", "pay", line=name, invoice=other, cents=amount)
    else:
        call("bank", "suspend", line=name)
