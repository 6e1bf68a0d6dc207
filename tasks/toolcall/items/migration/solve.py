"""Applies the first ready change; after a failure marks all that must go, and rolls it back from the leaves."""

from calls import call

changes = {change["name"]: change for change in call("schema", "plan")}
abandoned, saved = set(), set()


def needed_by(name):
    return [other for other in changes.values() if name in other["needs"]]


def ready(change):
    return change["status"] == "pending" and change["unit"] not in abandoned and all(changes[need]["status"] == "applied" for need in change["needs"])


def must_go():
    """The applied changes of abandoned units and all that rests on them; their units are abandoned with them."""
    gone = set()
    while True:
        more = {
            name
            for name, change in changes.items()
            if change["status"] == "applied" and name not in gone and (change["unit"] in abandoned or any(need in gone for need in change["needs"]))
        }
        if not more:
            return gone
        gone |= more
        abandoned.update(changes[name]["unit"] for name in more)


while names := sorted(name for name, change in changes.items() if ready(change)):
    change = changes[names[0]]
    for table in change["tables"]:
        if table not in saved:
            call("schema", "backup", table=table)
            saved.add(table)
    change["status"] = call("schema", "apply", change=change["name"])["status"]
    if change["status"] != "failed":
        continue
    change["status"] = call("schema", "rollback", change=change["name"])["status"]
    abandoned.add(change["unit"])
    gone = must_go()
    while gone:
        leaf = next(name for name in sorted(gone) if not any(other["status"] == "applied" for other in needed_by(name)))
        changes[leaf]["status"] = call("schema", "rollback", change=leaf)["status"]
        gone.remove(leaf)
call("schema", "report", abandoned=",".join(sorted(abandoned)))
