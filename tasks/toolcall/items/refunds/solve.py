"""Decides request by request."""

from calls import ASKED, call

for request in call("billing", "requests"):
    person = call("billing", "customer", id=request["customer"])
    payment = sorted(person["payments"], key=lambda entry: entry["day"])[-1]
    paid, cents = payment["cents"], 0
    if not payment["chargeback"] and payment["refunded"] == 0:
        if ASKED["today"] - payment["day"] <= ASKED["days"]:
            cents = paid
        elif person["plan"] == "yearly":
            cents = paid * (person["period_days"] - person["period_day"]) // person["period_days"] - ASKED["fee"]
        elif person["with_us_days"] > 400:
            cents = paid // 2
    if cents > 0:
        extra = call("billing", "approve", payment=payment["id"], cents=cents) if cents > 10000 else {}
        call("billing", "refund", payment=payment["id"], cents=cents, **extra)
        if person["active"]:
            call("billing", "cancel", customer=person["id"])
    call("billing", "close", request=request["id"], outcome="refunded" if cents > 0 else "declined")
