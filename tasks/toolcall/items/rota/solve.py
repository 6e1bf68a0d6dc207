"""Shift by shift, with the rota read anew before each."""

from calls import ASKED, call


def length(shift):
    return shift["end"] - shift["start"]


def night(shift):
    return not {hour % 24 for hour in range(shift["start"], shift["end"])}.isdisjoint(range(5))


people = call("rota", "people")
for shift in sorted(call("rota", "shifts", person=ASKED["ill"]), key=lambda s: (s["start"], s["id"])):
    rota, able = call("rota", "shifts"), []
    for nurse in people:
        own = [other for other in rota if other["person"] == nurse["name"]]
        gaps = [max(shift["start"] - other["end"], other["start"] - shift["end"]) for other in own]
        worked = sum(map(length, own))
        if nurse["name"] == ASKED["ill"] or shift["needs"] not in nurse["skills"] or min(gaps, default=999) < ASKED["rest"]:
            continue
        if worked + length(shift) > nurse["limit"] or any(a < shift["end"] and shift["start"] < b for a, b in nurse["leave"]):
            continue
        if sum(map(night, own)) + night(shift) <= ASKED["nights"]:
            able.append((worked, nurse["name"]))
    if able:
        call("rota", "assign", shift=shift["id"], person=min(able)[1])
    else:
        call("rota", "agency", shift=shift["id"])
