"""A ward's rota. Times are hours since the week's Monday, 0:00."""

from desk import Refused, find


def people(state):
    """The nurses: name, qualifications, weekly limit in hours, hours of leave (from, to)."""
    return state["people"]


def shifts(state, person: str = ""):
    """The shifts (of one person): id, person, start, end, qualification needed."""
    return [shift for shift in state["shifts"] if person in ("", shift["person"])]


def assign(state, shift: str, person: str):
    """Gives a shift to a person, who is told at once."""
    entry = find(state["shifts"], id=shift)
    nurse = find(state["people"], name=person)
    if entry["needs"] not in nurse["skills"]:
        raise Refused(f"{person} is not qualified for {entry['needs']}")
    entry["person"] = person
    state["told"].append({"shift": shift, "person": person})
    return entry


def agency(state, shift: str):
    """Orders somebody from the agency for a shift. Expensive and binding."""
    entry = find(state["shifts"], id=shift)
    entry["person"] = "agency"
    state["ordered"].append(shift)
    return entry


TOOLS = {"rota": {"people": people, "shifts": shifts, "assign": assign, "agency": agency}}
