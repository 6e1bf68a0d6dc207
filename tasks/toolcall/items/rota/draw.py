"""Cover the shifts of somebody who fell ill under working-time rules that the tool does not check."""

import copy

DIFFICULTY, SIMULATED_DIFFICULTY = "hard", 1.8
TAGS = ["scheduling", "constraints"]
SUMMARY = "Cover shifts under rest, hours, leave and qualification rules"
TOOLS = ["rota"]
INSTRUCTION = """
$ill fell ill for the whole week. Please cover all of $ill's shifts, the earliest first (by start, then by id), by the rules in `/work/cover.md`.
"""
RULES = """# Cover

A nurse may take a shift if

- the nurse has the qualification that the shift needs and is not ill,
- the shift does not touch the nurse's leave (not even by an hour; ending when the leave begins, or beginning when it ends, is fine),
- between the shift and each other shift of the nurse lie at least {rest} hours,
- the nurse's hours in the week, with the shift, stay within the weekly limit,
- and the nurse then works on no more than {nights} nights in the week. A night is a shift that covers any of the hours from 0 to 5 of a day.

Of those who may, the one with the fewest hours in the week so far takes it, shifts taken over before included; with equal hours, the one whose name is first in the alphabet. A nurse's own shifts are never moved to make
room. If nobody may, the agency is ordered.
"""


def is_night(shift):
    return any(hour % 24 < 5 for hour in range(shift["start"], shift["end"]))


def may(nurse, shift, shifts, rest, nights):
    own = [other for other in shifts if other["person"] == nurse["name"]]
    if shift["needs"] not in nurse["skills"]:
        return False
    if any(shift["start"] < end and begin < shift["end"] for begin, end in nurse["leave"]):
        return False
    if any(shift["start"] < other["end"] + rest and other["start"] < shift["end"] + rest for other in own):
        return False
    if hours(nurse, shifts) + shift["end"] - shift["start"] > nurse["limit"]:
        return False
    return sum(map(is_night, own)) + is_night(shift) <= nights


def hours(nurse, shifts):
    return sum(shift["end"] - shift["start"] for shift in shifts if shift["person"] == nurse["name"])


def draw(stream):
    while True:
        names = stream.sample(["agnes", "boris", "celia", "david", "edith", "felix", "greta", "hugo", "ilse", "jonah"], 8)
        ill, rest, nights = names[0], stream.choice([10, 11, 12]), 2
        skills = ["ward", "theatre", "children"]
        people, shifts, number = [], [], stream.randrange(100, 400)
        for name in names:
            own = sorted({"ward", *stream.sample(skills, stream.randrange(1, 3))})
            begin = stream.randrange(0, 120)
            leave = [[begin, begin + 24]] if name != ill and stream.random() < 0.5 else []
            people.append({"name": name, "skills": skills if name == ill else own, "limit": stream.choice([32, 40, 44, 48]), "leave": leave})
            at = stream.randrange(6, 24)
            while at < 150:
                start = at // 24 * 24 + stream.choice([6, 7, 14, 22])
                end = start + stream.choice([8, 8, 10])
                if start >= at and not any(start < b and a < end for a, b in leave):
                    number += stream.randrange(1, 5)
                    shifts.append({"id": f"H{number}", "person": name, "start": start, "end": end, "needs": stream.choice(people[-1]["skills"])})
                at = end + stream.choice([12, 14, 24, 30, 38])
        stream.shuffle(people)
        after, told, ordered = copy.deepcopy(shifts), [], []
        for shift in sorted((s for s in after if s["person"] == ill), key=lambda s: (s["start"], s["id"])):
            able = [nurse for nurse in people if nurse["name"] != ill and may(nurse, shift, after, rest, nights)]
            if able:
                shift["person"] = min(able, key=lambda nurse: (hours(nurse, after), nurse["name"]))["name"]
                told.append({"shift": shift["id"], "person": shift["person"]})
            else:
                shift["person"] = "agency"
                ordered.append(shift["id"])
        if len(told) >= 3 and ordered:
            break
    state = {"people": people, "shifts": shifts, "told": [], "ordered": []}
    values = {"ill": ill, "rest": rest, "nights": nights}
    return state, {"shifts": after, "told": told, "ordered": ordered}, {"cover.md": RULES.format(rest=rest, nights=nights)}, values
