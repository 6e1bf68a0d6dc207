"""Changes of a database's tables that build on each other, some of which fail half way."""

from desk import Refused, find


def plan(state):
    """All changes: name, release unit, the changes that it needs, the tables that it touches, status (pending, applied, failed, rolled-back)."""
    return [{key: change[key] for key in ("name", "unit", "needs", "tables", "status")} for change in state["changes"]]


def backup(state, table: str):
    """Makes a backup of a table as it is now."""
    if table not in {name for change in state["changes"] for name in change["tables"]}:
        raise Refused(f"there is no table {table}")
    state["backups"].append(table)
    return {"backup": table}


def apply(state, change: str):
    """Applies a pending change. If it fails, it is half applied, and its tables are locked until it is rolled back."""
    entry = find(state["changes"], name=change)
    if entry["status"] != "pending":
        raise Refused(f"{change} is {entry['status']}")
    missing = [name for name in entry["needs"] if find(state["changes"], name=name)["status"] != "applied"]
    if missing:
        raise Refused(f"{change} needs {', '.join(missing)}")
    for other in state["changes"]:
        shared = set(other["tables"]) & set(entry["tables"])
        if other["status"] == "failed" and shared:
            raise Refused(f"{', '.join(sorted(shared))} locked by {other['name']}")
    state["unsafe"] += [f"{change} {table}" for table in entry["tables"] if table not in state["backups"]]
    entry["status"] = "failed" if entry["name"] in state["failing"] else "applied"
    state["tried"].append(change)
    return {"name": change, "status": entry["status"]}


def rollback(state, change: str):
    """Takes back a change that was applied or failed. Not possible while an applied change needs it."""
    entry = find(state["changes"], name=change)
    if entry["status"] not in ("applied", "failed"):
        raise Refused(f"{change} is {entry['status']}")
    holding = [other["name"] for other in state["changes"] if change in other["needs"] and other["status"] == "applied"]
    if holding:
        raise Refused(f"{change} is needed by {', '.join(holding)}")
    entry["status"] = "rolled-back"
    return {"name": change, "status": "rolled-back"}


def report(state, abandoned: str):
    """Ends the maintenance window with the abandoned release units, in alphabetical order with commas between (or none)."""
    if state["report"] is not None:
        raise Refused("the report is written")
    state["report"] = abandoned.replace(" ", "")
    return {"report": state["report"]}


TOOLS = {"schema": {"plan": plan, "backup": backup, "apply": apply, "rollback": rollback, "report": report}}
