"""Adds up the count in pieces, and compares it with the records page by page."""

import csv
from collections import defaultdict

from calls import call

articles, page = {}, 1
while batch := call("stock", "list", page=page):
    articles |= {article["sku"]: article for article in batch}
    page += 1
counted = defaultdict(int)
with open("count.csv", encoding="ascii") as file:
    for line in csv.DictReader(file):
        counted[line["sku"]] += int(line["cases"]) * articles[line["sku"]]["case"] + int(line["pieces"])
for sku, count in counted.items():
    stock = articles[sku]["stock"]
    if abs(count - stock) * 100 > 30 * stock:
        call("stock", "recount", sku=sku)
    elif abs(count - stock) * 100 > 2 * stock:
        if call("stock", "zones")[articles[sku]["zone"]]:
            call("stock", "unlock", zone=articles[sku]["zone"])
        call("stock", "adjust", sku=sku, stock=count, reason="shrinkage" if count < stock else "surplus")
