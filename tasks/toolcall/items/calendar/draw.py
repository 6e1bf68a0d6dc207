"""Move one meeting to the earliest time at which all its people are free."""

import copy

DIFFICULTY, SIMULATED_DIFFICULTY = "easy", -2.3
TAGS = ["calendar", "constraints"]
SUMMARY = "Move a meeting to the first time that suits everybody"
TOOLS = ["calendar"]
INSTRUCTION = """
Please move our "$title" (the one on $old, not its namesakes) to $new. Take the earliest start on a full quarter of an hour at which everybody in it is free for its whole length. We work from 9:00 to
17:00, and nobody meets between 12:00 and 13:00. Move nothing else, and move it once: everybody is told each time.
"""
PEOPLE = ["ana", "bela", "chen", "dora", "emil"]


def free(entries, people, date, start, length):
    if start < 540 or start + length > 1020 or (start < 780 and start + length > 720):
        return False
    return not any(e["date"] == date and set(e["people"]) & set(people) and e["start"] < start + length and start < e["end"] for e in entries)


def draw(stream):
    month = stream.randrange(1, 13)
    days = [f"2025-{month:02}-{day:02}" for day in stream.sample(range(1, 29), 4)]
    title, length = stream.choice(["Budget review", "Design critique", "Release planning"]), stream.choice([45, 60, 75])
    while True:
        entries, number = [], stream.randrange(100, 800)
        for date in days:
            for person in PEOPLE:
                at = 540
                while at < 960:
                    at += stream.choice([0, 15, 30, 45, 60])
                    end = at + stream.choice([30, 45, 60, 90])
                    if end <= 1020 and stream.random() < 0.75:
                        entries.append({"date": date, "title": stream.choice(["Call", "Focus", "Interview", "Dentist"]), "people": [person], "start": at, "end": end})
                    at = end
        team = sorted(stream.sample(PEOPLE, 3))
        for date, people in ((days[0], team), (days[2], stream.sample(PEOPLE, 2)), (days[3], team)):
            entries = [e for e in entries if not (e["date"] == date and set(e["people"]) & set(people) and e["start"] < 600 + length and e["end"] > 600)]
            entries.append({"date": date, "title": title, "people": people, "start": 600, "end": 600 + length})
        stream.shuffle(entries)
        for entry in entries:
            number += stream.randrange(1, 9)
            entry["id"] = f"E{number}"
        starts = [s for s in range(540, 1020, 15) if free(entries, team, days[1], s, length)]
        if starts and starts[0] > 570:
            break
    state = {"people": PEOPLE, "entries": entries, "told": []}
    after = copy.deepcopy(entries)
    moved = next(e for e in after if e["title"] == title and e["date"] == days[0])
    moved.update(date=days[1], start=starts[0], end=starts[0] + length)
    expected = {"entries": after, "told": [{"id": moved["id"], "people": team}]}
    return state, expected, {}, {"title": title, "old": days[0], "new": days[1]}
