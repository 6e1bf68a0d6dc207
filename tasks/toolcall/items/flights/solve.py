"""Collects the flights, and tries the ways from the cheapest on: a way whose seats cannot all be held is released again."""

from calls import ASKED, Failed, call

gap, trip = ASKED["connection"], ASKED["trip"]
ways = []
for first in call("travel", "flights", origin=ASKED["origin"]):
    if first["departs"] - ASKED["lands"] < gap:
        continue
    if first["to"] == ASKED["to"]:
        ways.append([first])
    else:
        ways += [[first, second] for second in call("travel", "flights", origin=first["to"]) if second["to"] == ASKED["to"] and second["departs"] - first["arrives"] >= gap]
ways = [way for way in ways if way[-1]["arrives"] <= ASKED["latest"]]
ways.sort(key=lambda way: (sum(flight["cents"] for flight in way), way[-1]["arrives"]))
sold_out = set()
for way in ways:
    held = []
    if any(flight["number"] in sold_out for flight in way):
        continue
    for flight in way:
        try:
            call("travel", "hold", trip=trip, flight=flight["number"])
            held.append(flight["number"])
        except Failed:
            sold_out.add(flight["number"])
            break
    if len(held) == len(way):
        break
    for number in held:
        call("travel", "release", trip=trip, flight=number)
call("travel", "confirm", trip=trip)
call("travel", "drop", trip=trip, flight=ASKED["cancelled"])
