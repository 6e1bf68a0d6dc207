"""Rebook a cancelled connection: cheapest feasible way, where sold-out flights show only on trying."""

DIFFICULTY, SIMULATED_DIFFICULTY = "hard", 1.2
TAGS = ["travel", "search", "errors"]
SUMMARY = "Rebook a trip under constraints with flights that turn out to be sold out"
TOOLS = ["travel"]
INSTRUCTION = """
The airline cancelled flight $cancelled of trip $trip. Please rebook that part of the trip, from $origin to $to:

- The traveller lands in $origin at minute $lands of the day (minutes since midnight; all flights of the travel tool are of that day) and needs $connection minutes between landing and the next departure, there and wherever else there is a change.
- Arrival in $to by minute $latest. At most one change of planes after $origin.
- Of all ways that can be had, take the one with the lowest sum of fares; if several cost the same, the one that arrives first.
- The other flights of the trip stay as they are. The cancelled flight comes off the trip; in the end no seat is held, and nothing is charged but the new way.
"""


def ways(flights, asked):
    """All feasible ways in order of preference, as lists of flights."""
    found = []
    for first in flights:
        if first["origin"] != asked["origin"] or first["departs"] < asked["lands"] + asked["connection"]:
            continue
        if first["to"] == asked["to"]:
            found.append([first])
        found += [[first, second] for second in flights if second["origin"] == first["to"] and second["to"] == asked["to"] and second["departs"] >= first["arrives"] + asked["connection"]]
    found = [way for way in found if way[-1]["arrives"] <= asked["latest"]]
    return sorted(found, key=lambda way: (sum(flight["cents"] for flight in way), way[-1]["arrives"]))


def draw(stream):
    ports = stream.sample(["ALM", "BRU", "CPH", "DUB", "EDI", "FAO", "GVA", "HEL"], 6)
    while True:
        asked = {"trip": f"T{stream.randrange(100, 999)}", "origin": ports[0], "to": ports[1], "lands": stream.randrange(380, 480), "connection": stream.choice([40, 50, 60]), "latest": stream.randrange(1020, 1320)}
        numbers = stream.sample(range(100, 999), 60)
        flights = []
        for number in numbers[:44]:
            origin, to = stream.choice([(ports[0], stream.choice(ports[1:])), (stream.choice(ports[2:]), ports[1]), (ports[0], stream.choice(ports[2:])), tuple(stream.sample(ports, 2))])
            departs = stream.randrange(360, 1200)
            price = stream.randrange(40, 160) * 100 + (9000 if {origin, to} == set(ports[:2]) else 0)
            flights.append({"number": f"XY{number}", "origin": origin, "to": to, "departs": departs, "arrives": departs + stream.randrange(60, 200), "cents": price, "seats": stream.randrange(1, 9)})
        candidates = ways(flights, asked)
        if len(candidates) < 9:
            continue
        for way in candidates[: stream.randrange(3, 5)]:
            stream.choice(way)["seats"] = 0
        possible = [way for way in candidates if all(flight["seats"] for flight in way)]
        keys = [(sum(f["cents"] for f in way), way[-1]["arrives"]) for way in possible[:2]]
        if len(possible) > 2 and keys[0] != keys[1] and len(possible[0]) == 2:
            break
    asked["cancelled"] = f"XY{numbers[-1]}"
    kept = f"XY{numbers[-2]}"
    trip = {"id": asked["trip"], "traveller": stream.choice(["Imke", "Tariq", "Yuki"]), "flights": sorted([kept, asked["cancelled"]]), "note": f"{asked['cancelled']} was cancelled by the airline"}
    state = {"trips": [trip], "flights": flights, "holds": [], "charged": [], "dropped": []}
    new = [flight["number"] for flight in possible[0]]
    expected = {"trips": [trip | {"flights": sorted([kept, *new])}], "holds": [], "charged": new, "dropped": [asked["cancelled"]]}
    return state, expected, {}, asked
