"""A calendar. Times are whole minutes since midnight."""

from desk import Refused, find


def day(state, person: str, date: str):
    """The person's entries on a date: id, title, start and end in minutes since midnight."""
    if person not in state["people"]:
        raise Refused(f"nobody is called {person}; the people are {', '.join(state['people'])}")
    return [entry for entry in state["entries"] if person in entry["people"] and entry["date"] == date]


def search(state, title: str):
    """All entries whose title contains the text."""
    return [entry for entry in state["entries"] if title.lower() in entry["title"].lower()]


def move(state, id: str, date: str, start: int):
    """Moves an entry, which keeps its length. The people in it are told at once."""
    entry = find(state["entries"], id=id)
    length = entry["end"] - entry["start"]
    for other in state["entries"]:
        if other is not entry and other["date"] == date and set(other["people"]) & set(entry["people"]):
            if other["start"] < start + length and start < other["end"]:
                raise Refused(f"overlaps with {other['id']}")
    entry.update(date=date, start=start, end=start + length)
    state["told"].append({"id": id, "people": entry["people"]})
    return entry


TOOLS = {"calendar": {"day": day, "search": search, "move": move}}
