"""Finds the meeting on its date, and tries each quarter of an hour against the calendars of its people."""

from calls import ASKED, call

meeting = next(entry for entry in call("calendar", "search", title=ASKED["title"]) if entry["date"] == ASKED["old"])
length = meeting["end"] - meeting["start"]
taken = [(e["start"], e["end"]) for person in meeting["people"] for e in call("calendar", "day", person=person, date=ASKED["new"])]
taken.append((720, 780))
start = next(s for s in range(540, 1020 - length + 1, 15) if all(e <= s or s + length <= b for b, e in taken))
call("calendar", "move", id=meeting["id"], date=ASKED["new"], start=start)
