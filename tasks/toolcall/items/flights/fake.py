"""Flights, holds and trips. Times are minutes since the midnight that begins the day; a flight may arrive on the next day (more than 1440)."""

from desk import Refused, find


def trip(state, id: str):
    """A trip: traveller, confirmed flights, what the traveller needs."""
    return find(state["trips"], id=id)


def flights(state, origin: str):
    """The flights that leave an airport: number, destination, departure, arrival, cents. Whether there are seats shows only when one is held."""
    return [{key: flight[key] for key in ("number", "origin", "to", "departs", "arrives", "cents")} for flight in state["flights"] if flight["origin"] == origin]


def hold(state, trip: str, flight: str):
    """Holds a seat for a trip. At most two holds at a time."""
    find(state["trips"], id=trip)
    entry = find(state["flights"], number=flight)
    if len(state["holds"]) >= 2:
        raise Refused("two seats are held already; confirm or release first")
    if entry["seats"] == 0:
        raise Refused(f"{flight} is sold out")
    entry["seats"] -= 1
    state["holds"].append({"trip": trip, "flight": flight})
    return state["holds"][-1]


def release(state, trip: str, flight: str):
    """Gives a held seat back."""
    entry = find(state["holds"], trip=trip, flight=flight)
    state["holds"].remove(entry)
    find(state["flights"], number=flight)["seats"] += 1
    return {"released": flight}


def drop(state, trip: str, flight: str):
    """Takes a confirmed flight off a trip. The fare is lost unless the airline cancelled the flight."""
    entry = find(state["trips"], id=trip)
    if flight not in entry["flights"]:
        raise Refused(f"{flight} is not on {trip}")
    entry["flights"].remove(flight)
    state["dropped"].append(flight)
    return entry


def confirm(state, trip: str):
    """Turns all holds of a trip into confirmed flights, and charges them."""
    entry = find(state["trips"], id=trip)
    held = [item["flight"] for item in state["holds"] if item["trip"] == trip]
    if not held:
        raise Refused(f"nothing is held for {trip}")
    entry["flights"] = sorted([*entry["flights"], *held])
    state["holds"] = [item for item in state["holds"] if item["trip"] != trip]
    state["charged"] += held
    return entry


TOOLS = {"travel": {"trip": trip, "flights": flights, "hold": hold, "release": release, "drop": drop, "confirm": confirm}}
