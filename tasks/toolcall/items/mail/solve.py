"""Applies the rules mail by mail in the order of their ids."""

import re

from calls import ASKED, call

domains = {supplier["domain"] for supplier in call("mail", "suppliers")}
seen = set()
for head in sorted(call("mail", "list"), key=lambda mail: int(mail["id"][1:])):
    mail = call("mail", "read", id=head["id"])
    invoice = re.search(r"INV-\d+", mail["text"])
    if "unsubscribe" in mail["text"]:
        call("mail", "archive", id=mail["id"])
    elif not invoice:
        call("mail", "label", id=mail["id"], name="support")
    elif mail["sender"].split("@")[1] not in domains:
        call("mail", "label", id=mail["id"], name="suspicious")
    elif invoice[0] in seen:
        call("mail", "label", id=mail["id"], name="duplicate")
    else:
        call("mail", "forward", id=mail["id"], to=ASKED["accounts"])
        call("mail", "archive", id=mail["id"])
    if invoice:
        seen.add(invoice[0])
