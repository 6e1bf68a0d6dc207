"""Bring stock records in line with a count that was written in cases and pieces."""

import copy

DIFFICULTY, SIMULATED_DIFFICULTY = "easy", -1.4
TAGS = ["inventory", "units"]
SUMMARY = "Adjust stock records to a count in mixed units"
TOOLS = ["stock"]
INSTRUCTION = """
We counted the warehouse: `/work/count.csv` has the result (full cases and loose pieces; an article that is missing there was not counted). Please bring the stock records in line with the count:

- A record that differs from the count by at most 2 % of the record is left as it is.
- A record that differs by more than 30 % of the record is not adjusted: ask for a recount of the article.
- All others are adjusted to the count, with the reason that fits.
- A zone that is locked is unlocked only if something in it has to be adjusted.
- Articles that were counted more than once (several lines) have the sum of their lines in stock: they lie in several places.
"""


def draw(stream):
    zones = ["A", "B", "C", "D"]
    articles, lines, after, journal, recounts, needed = [], [], [], [], [], set()
    skus = stream.sample(range(1000, 9999), 34)
    for sku in skus:
        case, stock = stream.choice([6, 10, 12, 24]), stream.randrange(120, 900)
        article = {"sku": f"S{sku}", "name": stream.choice(["bolt", "hinge", "lamp", "rope", "tile", "valve"]), "stock": stock, "case": case, "zone": stream.choice(zones[:3])}
        kind = stream.choice(["same", "small", "large", "uncounted", "down", "up"])
        change = {"same": 0, "small": stream.randrange(-stock // 60, stock // 60 + 1), "large": stream.choice([-1, 1]) * (stock * stream.randrange(32, 60) // 100 + 1)}
        change |= {"down": -(stock * stream.randrange(4, 28) // 100), "up": stock * stream.randrange(4, 28) // 100}
        articles.append(article)
        after.append(copy.deepcopy(article))
        if kind == "uncounted":
            continue
        count = stock + change[kind]
        parts = [count]
        if stream.random() < 0.25:
            parts = [count // 3, count - count // 3]
        lines += [f"{article['sku']},{part // case},{part % case}" for part in parts]
        if kind in ("down", "up"):
            after[-1]["stock"] = count
            journal.append({"sku": article["sku"], "stock": count, "reason": "shrinkage" if kind == "down" else "surplus"})
            needed.add(article["zone"])
        elif kind == "large":
            recounts.append(article["sku"])
    stream.shuffle(lines)
    locked = {zone: stream.random() < 0.6 for zone in zones}
    locked |= {"D": True, stream.choice(sorted(needed)): True}
    state = {"articles": articles, "journal": [], "recounts": [], "locked": locked}
    expected = {"articles": after, "journal": journal, "recounts": recounts, "locked": {zone: on and zone not in needed for zone, on in locked.items()}}
    return state, expected, {"count.csv": "sku,cases,pieces\n" + "\n".join(lines) + "\n"}, {}
