"""Order what runs low: packs, minimum orders, second sources and a service that is busy at times."""

DIFFICULTY, SIMULATED_DIFFICULTY = "medium", 0.3
TAGS = ["purchasing", "errors", "arithmetic"]
SUMMARY = "Restock articles with pack sizes, second sources and minimum orders"
TOOLS = ["purchasing"]
INSTRUCTION = """
Please place this week's orders:

- An article needs restocking if its stock plus what is on order is below its reorder point. Order as many whole packs as are needed so that stock plus on order reaches at least the target. Discontinued articles are
  never ordered.
- Take the preferred supplier. If that one has none of the article at present, take the next one of the offers, and so on. If nobody has any, leave the article out.
- One order for each supplier. If an order does not reach the supplier's least value, do not pad it: leave that supplier (and its articles) out this week and throw the draft away. Its articles do not
  move to another supplier.

When you are done no draft may be left. The ordering service is busy at times.
"""


def draw(stream):
    names = stream.sample(["adler", "brandt", "colm", "dorsey", "eklund", "farah"], 4)
    articles, offers, out, orders = [], [], [], {}
    for number in stream.sample(range(1000, 9999), 29):
        point = stream.randrange(20, 90)
        article = {"sku": f"K{number}", "stock": stream.randrange(0, 110), "on_order": stream.choice([0, 0, 0, 24, 60]), "point": point, "target": point + stream.randrange(10, 80)}
        article["discontinued"] = stream.random() < 0.12
        articles.append(article)
        listed = stream.sample(names, stream.randrange(1, 4))
        for supplier in listed:
            offers.append({"sku": article["sku"], "supplier": supplier, "pieces": stream.choice([4, 6, 10, 12, 25]), "cents": stream.randrange(300, 4000)})
            if stream.random() < 0.3:
                out.append([supplier, article["sku"]])
        there = article["stock"] + article["on_order"]
        if there < point and not article["discontinued"]:
            for offer in offers[-len(listed) :]:
                if [offer["supplier"], article["sku"]] not in out:
                    packs = -(-(article["target"] - there) // offer["pieces"])
                    orders.setdefault(offer["supplier"], []).append((article["sku"], packs, packs * offer["cents"]))
                    break
    suppliers, placed = [], []
    short = stream.choice(sorted(orders))
    for name in names:
        value = sum(cents for _, _, cents in orders.get(name, []))
        least = value + stream.randrange(1, 500) if name == short else stream.randrange(value // 2, value + 1)
        suppliers.append({"name": name, "least": least})
        if name in orders and name != short:
            placed.append({"supplier": name, "lines": {sku: packs for sku, packs, _ in orders[name]}})
    busy = {"purchasing submit": stream.randrange(1, 3), "purchasing line": stream.randrange(1, 3)}
    state = {"articles": articles, "offers": offers, "suppliers": suppliers, "out": out, "drafts": {}, "orders": [], "busy": busy}
    return state, {"orders": placed, "drafts": {}}, {}, {}
