"""Drafts line by line with the first supplier that has the article, then submits or discards each draft."""

from calls import Failed, call

page, used = 1, set()
while batch := call("purchasing", "articles", page=page):
    page += 1
    for article in batch:
        missing = article["target"] - article["stock"] - article["on_order"]
        if article["discontinued"] or article["stock"] + article["on_order"] >= article["point"]:
            continue
        for offer in call("purchasing", "offers", sku=article["sku"]):
            try:
                call("purchasing", "line", supplier=offer["supplier"], sku=article["sku"], packs=(missing + offer["pieces"] - 1) // offer["pieces"])
            except Failed:
                continue
            used.add(offer["supplier"])
            break
for supplier in sorted(used):
    try:
        call("purchasing", "submit", supplier=supplier)
    except Failed:
        call("purchasing", "discard", supplier=supplier)
