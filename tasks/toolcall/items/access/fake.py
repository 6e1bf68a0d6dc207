"""A directory of people and groups. Groups may be members of groups."""

from desk import Refused, find


def people(state, name: str = ""):
    """The people (or one of them): name, team, manager, kind (person or service), leaving date or null."""
    return [person for person in state["people"] if name in ("", person["name"])]


def group(state, name: str):
    """A group: owner, direct members (people and groups), and whether it is sensitive."""
    return find(state["groups"], name=name)


def groups(state):
    """The names of all groups."""
    return [group["name"] for group in state["groups"]]


def remove(state, group: str, member: str):
    """Takes a direct member out of a group. A group's owner cannot be removed while owning it."""
    entry = find(state["groups"], name=group)
    if member not in entry["members"]:
        raise Refused(f"{member} is no direct member of {group}")
    if entry["owner"] == member:
        raise Refused(f"{member} owns {group}; give it to somebody else first")
    entry["members"].remove(member)
    return entry


def own(state, group: str, person: str):
    """Gives a group to a new owner, who must be a direct member already."""
    entry = find(state["groups"], name=group)
    if person not in entry["members"]:
        raise Refused(f"{person} is no direct member of {group}")
    entry["owner"] = person
    state["handovers"].append({"group": group, "to": person})
    return entry


def add(state, group: str, member: str):
    """Makes a person a direct member of a group."""
    entry = find(state["groups"], name=group)
    find(state["people"], name=member)
    if member in entry["members"]:
        raise Refused(f"{member} is in {group} already")
    entry["members"] = sorted([*entry["members"], member])
    return entry


def disable(state, name: str):
    """Closes an account. Possible only when it is in no group any more."""
    person = find(state["people"], name=name)
    still = [group["name"] for group in state["groups"] if name in group["members"]]
    if still:
        raise Refused(f"{name} is still in {', '.join(still)}")
    person["disabled"] = True
    return person


TOOLS = {"directory": {"people": people, "groups": groups, "group": group, "remove": remove, "own": own, "add": add, "disable": disable}}
