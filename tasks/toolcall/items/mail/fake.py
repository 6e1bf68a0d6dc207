"""A shared mailbox with labels, and the list of known suppliers."""

from desk import Refused, find


def list_(state, folder: str = "inbox"):
    """The mails of a folder (inbox, archive): id, sender, subject, labels."""
    return [{key: mail[key] for key in ("id", "sender", "subject", "labels")} for mail in state["mails"] if mail["folder"] == folder]


def read(state, id: str):
    """One mail with its text."""
    return find(state["mails"], id=id)


def archive(state, id: str):
    """Moves a mail from the inbox to the archive."""
    mail = find(state["mails"], id=id)
    if mail["folder"] != "inbox":
        raise Refused(f"{id} is not in the inbox")
    mail["folder"] = "archive"
    return mail


def label(state, id: str, name: str):
    """Adds a label to a mail."""
    mail = find(state["mails"], id=id)
    if name not in mail["labels"]:
        mail["labels"] = sorted([*mail["labels"], name])
    return mail


def forward(state, id: str, to: str):
    """Forwards a mail to an address. It goes out at once."""
    find(state["mails"], id=id)
    state["sent"].append({"id": id, "to": to})
    return {"sent": id, "to": to}


def suppliers(state):
    """The suppliers that we know, with the domain that they write from."""
    return state["suppliers"]


TOOLS = {"mail": {"list": list_, "read": read, "archive": archive, "label": label, "forward": forward, "suppliers": suppliers}}
