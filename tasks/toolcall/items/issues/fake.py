"""An issue tracker."""

from desk import Refused, find


def list_(state, status: str, page: int = 1):
    """Ten issues at a time with a status (new, open, closed), the smallest numbers first: number and title. An empty page is after the end."""
    found = sorted((issue for issue in state["issues"] if issue["status"] == status), key=lambda issue: issue["number"])
    return [{key: issue[key] for key in ("number", "title")} for issue in found[10 * (page - 1) : 10 * page]] if page > 0 else []


def show(state, number: int):
    """One issue with everything."""
    return find(state["issues"], number=number)


def search(state, text: str):
    """The numbers of all issues whose stack trace contains the text."""
    return [issue["number"] for issue in state["issues"] if text in "\n".join(issue["trace"])]


def label(state, number: int, component: str, priority: str):
    """Sets component and priority (P1, P2, P3) of a new issue, which is open afterwards."""
    issue = find(state["issues"], number=number)
    if issue["status"] != "new":
        raise Refused(f"{number} is not new")
    if priority not in ("P1", "P2", "P3"):
        raise Refused("a priority is P1, P2 or P3")
    issue.update(component=component, priority=priority, status="open")
    return issue


def duplicate(state, number: int, of: int):
    """Closes a new issue as a duplicate of an open one."""
    issue, original = find(state["issues"], number=number), find(state["issues"], number=of)
    if issue["status"] != "new" or original["status"] != "open":
        raise Refused("a new issue can be the duplicate of an open one only")
    issue.update(status="closed", duplicate_of=of)
    return issue


def reopen(state, number: int):
    """Opens a closed issue again."""
    issue = find(state["issues"], number=number)
    if issue["status"] != "closed":
        raise Refused(f"{number} is not closed")
    issue["status"] = "open"
    return issue


def priority(state, number: int, priority: str):
    """Changes the priority of an open issue."""
    issue = find(state["issues"], number=number)
    if issue["status"] != "open" or priority not in ("P1", "P2", "P3"):
        raise Refused("the priority (P1, P2, P3) of an open issue can be changed")
    issue["priority"] = priority
    return issue


def hide(state, number: int):
    """Makes an issue visible to the security team only."""
    issue = find(state["issues"], number=number)
    issue["hidden"] = True
    return issue


TOOLS = {"tracker": {"list": list_, "show": show, "search": search, "label": label, "duplicate": duplicate, "reopen": reopen, "priority": priority, "hide": hide}}
