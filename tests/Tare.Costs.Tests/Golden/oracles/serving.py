"""Second implementation of the serving formulas, in exact rational arithmetic.

Run from this folder: python3 serving.py
Writes gallery.json, per-sequence.json, published-ratios.json and ratio-curve.json beside it.
Sizes are written down again here, by hand, so that a slip in the curated data shows as a difference.
Published figures: Raschka, LLM Architecture Gallery (2026-05-27); DeepSeek-V4 report; vLLM's note on DeepSeek V4;
Raschka (2026-05-16); model cards of MiMo-V2.5-Pro, ZAYA1-8B and Gemma 4.
"""
import json
import pathlib
import platform
from fractions import Fraction as F

HERE = pathlib.Path(__file__).resolve().parent.parent
PRODUCER = {
    "program": "serving.py",
    "version": "python " + platform.python_version() + ", fractions",
    "command": "python3 serving.py",
    "date": "2026-11-22",
    "seed": None,
}
K, M, GIB = 1024, 1024 * 1024, 2**30
BF16 = dict(content=2, pos=2, scale=0, idx=2, idxscale=0)
V32FP8 = dict(content=1, pos=2, scale=16, idx=1, idxscale=4)
V4FP8 = dict(content=1, pos=2, scale=8, idx=F(1, 2), idxscale=4)


def bare(fmt):
    return dict(fmt, scale=0, idxscale=0)


CONFIG = {
    "deepseek-v3": [dict(n=61, kind="mla", h=128, r=512, rope=64)],
    "deepseek-v3.2": [dict(n=61, kind="mla", h=128, r=512, rope=64, idx=(64, 128, 2048))],
    "deepseek-v4-pro": [
        dict(n=30, kind="c", h=128, d=512, rope=64, m=4, win=128, idx=(64, 128, 1024)),
        dict(n=31, kind="c", h=128, d=512, rope=64, m=128, win=128),
    ],
    "deepseek-v4-flash": [
        dict(n=2, kind="window", h=64, k=1, dk=512, dv=512, kv_eq=True, rope=64, win=128),
        dict(n=21, kind="c", h=64, d=512, rope=64, m=4, win=128, idx=(64, 128, 512)),
        dict(n=20, kind="c", h=64, d=512, rope=64, m=128, win=128),
    ],
    "kimi-k2.6": [dict(n=61, kind="mla", h=64, r=512, rope=64)],
    "glm-5.1": [dict(n=78, kind="mla", h=64, r=512, rope=64, idx=(32, 128, 2048))],
    "mimo-v2.5-pro": [
        dict(n=60, kind="window", h=128, k=8, dk=192, dv=128, win=128),
        dict(n=10, kind="full", h=128, k=8, dk=192, dv=128),
    ],
    "qwen3.6-35b-a3b": [dict(n=30, kind="linear", hv=32, hk=16, d=128), dict(n=10, kind="full", h=16, k=2, dk=256, dv=256)],
    "laguna-xs.2": [
        dict(n=30, kind="window", h=64, k=8, dk=128, dv=128, win=512),
        dict(n=10, kind="full", h=48, k=8, dk=128, dv=128),
    ],
    "trinity-large": [
        dict(n=45, kind="window", h=48, k=8, dk=128, dv=128, win=4096),
        dict(n=15, kind="full", h=48, k=8, dk=128, dv=128),
    ],
    "gemma4-31b": [
        dict(n=50, kind="window", h=32, k=16, dk=256, dv=256, win=1024),
        dict(n=10, kind="full", h=32, k=4, dk=512, dv=512, kv_eq=True),
    ],
    "gemma4-26b-a4b": [
        dict(n=25, kind="window", h=16, k=8, dk=256, dv=256, win=1024),
        dict(n=5, kind="full", h=16, k=2, dk=512, dv=512, kv_eq=True),
    ],
    "gemma4-e2b": [
        dict(n=12, kind="window", h=8, k=1, dk=256, dv=256, win=512),
        dict(n=3, kind="full", h=8, k=1, dk=512, dv=512),
        dict(n=16, kind="window", h=8, k=1, dk=256, dv=256, win=512, shared=True),
        dict(n=4, kind="full", h=8, k=1, dk=512, dv=512, shared=True),
    ],
    "gemma4-e4b": [
        dict(n=20, kind="window", h=8, k=2, dk=256, dv=256, win=512),
        dict(n=4, kind="full", h=8, k=2, dk=512, dv=512),
        dict(n=15, kind="window", h=8, k=2, dk=256, dv=256, win=512, shared=True),
        dict(n=3, kind="full", h=8, k=2, dk=512, dv=512, shared=True),
    ],
    "zaya1-8b": [dict(n=40, kind="full", h=8, k=2, dk=128, dv=128)],
    "lfm2.5-350m": [dict(n=10, kind="conv"), dict(n=6, kind="full", h=16, k=8, dk=64, dv=64)],
}
ACTIVE = {"deepseek-v3.2": 37 * 10**9, "deepseek-v4-pro": 49 * 10**9, "deepseek-v4-flash": 13 * 10**9}


def vector(fmt, dim, rope):
    return (dim - rope) * fmt["content"] + rope * fmt["pos"] + fmt["scale"]


def entry(layer, fmt):
    rope = layer.get("rope", 0)
    if layer["kind"] == "mla":
        return vector(fmt, layer["r"] + rope, rope)
    if layer["kind"] == "c":
        return vector(fmt, layer["d"], rope)
    key = vector(fmt, layer["dk"], rope)
    return layer["k"] * (key if layer.get("kv_eq") else key + vector(fmt, layer["dv"], 0))


def index_key(layer, fmt):
    return layer["idx"][1] * fmt["idx"] + fmt["idxscale"] if "idx" in layer else 0


def cache(layers, length, fmt=BF16, windows=True, sharing=True):
    """Bytes of one sequence without states of linear attention and convolutions."""
    total = F(0)
    for layer in layers:
        if layer["kind"] in ("linear", "conv") or (sharing and layer.get("shared")):
            continue
        e, i = entry(layer, fmt), index_key(layer, fmt)
        if layer["kind"] == "c":
            blocks = length // layer["m"]
            one = blocks * (e + i) + min(length, layer["win"]) * e
        elif layer["kind"] == "window" and windows:
            one = min(length, layer["win"]) * e
        else:
            one = length * (e + i)
        total += layer["n"] * one
    return total


def flops(name, length, core_weight=1, index_weight=1):
    total = F(2 * ACTIVE[name])
    for layer in CONFIG[name]:
        top = layer["idx"][2] if "idx" in layer else None
        if layer["kind"] == "mla":
            attended, scored = min(top or length, length), length
            widths = layer["r"] + layer["rope"] + layer["r"]
        elif layer["kind"] == "c":
            scored = length // layer["m"]
            attended = min(top or scored, scored) + min(layer["win"], length)
            widths = 2 * layer["d"]
        else:
            attended, scored, widths = min(layer["win"], length), 0, layer["dk"] + layer["dv"]
        total += layer["n"] * core_weight * 2 * layer["h"] * attended * widths
        if top:
            total += layer["n"] * index_weight * 2 * layer["idx"][0] * layer["idx"][1] * scored
    return total


def row(model, formula_bytes, published, layers=None, adaptation="none"):
    return dict(
        input=dict(model=model, layers=layers, adaptation=adaptation),
        expected=dict(bytesPerToken=float(formula_bytes), publishedKiB=published),
    )


def full(n, h, k, d, dv=None):
    return dict(count=n, kind="full", heads=h, kvHeads=k, keyDim=d, valueDim=dv or d)


def mla(n, r):
    return dict(count=n, kind="mla", heads=32, latentRank=r, positionDim=64)


def write(name, reason, tolerance, rows):
    head = dict(producer=PRODUCER, conformance="approximate", tolerance=tolerance, toleranceReason=reason)
    text = json.dumps(head, indent=2)[:-2] + ',\n  "vectors": [\n'
    text += ",\n".join("    " + json.dumps(r) for r in rows) + "\n  ]\n}\n"
    (HERE / name).write_text(text)


def gallery():
    rows = [
        row("GPT-2 XL", 48 * 25 * 128 * 2, "300", [full(48, 25, 25, 64)]),
        row("Llama 3 8B", 32 * 8 * 256 * 2, "128", [full(32, 32, 8, 128)]),
        row("OLMo 2 7B", 32 * 32 * 256 * 2, "512", [full(32, 32, 32, 128)]),
        row("deepseek-v3.2", 61 * 576 * 2, "68.6"),
        row("kimi-k2.6", 61 * 576 * 2, "68.6"),
        row("glm-5.1", 78 * 576 * 2, "87.8"),
        row("Mistral Small 4", 36 * 320 * 2, "22.5", [mla(36, 256)]),
        row("Kimi Linear, its latent layers", 7 * 576 * 2, "7.9", [mla(7, 512)]),
        row("mimo-v2.5-pro", 70 * 8 * 320 * 2, "350"),
        row("trinity-large", 60 * 8 * 256 * 2, "240"),
        row("laguna-xs.2", 40 * 8 * 256 * 2, "160"),
        row("zaya1-8b", 40 * 2 * 256 * 2, "40"),
        row("qwen3.6-35b-a3b", 10 * 2 * 512 * 2, "20"),
        row("Qwen3.6-27B, its attention layers", 16 * 4 * 512 * 2, "64", [full(16, 24, 4, 256)]),
        row("gemma4-31b", 50 * 16 * 512 * 2 + 10 * 4 * 512 * 2, "840"),
        row("gemma4-26b-a4b", 25 * 8 * 512 * 2 + 5 * 2 * 512 * 2, "210"),
        row("gemma4-e2b", 28 * 1024 + 7 * 1024, "35", adaptation="globals keep key = value"),
        row("gemma4-e4b", 35 * 2048 + 7 * 2048, "84", adaptation="globals keep key = value"),
        row("deepseek-v4-pro", F(30 * 1024, 4) + F(31 * 1024, 128), "7.7"),
        row("deepseek-v4-flash", F(21 * 1024, 4) + F(20 * 1024, 128), "5.4", adaptation="without window layers"),
    ]
    assert len(rows) == 20
    write("gallery.json", "Whole bytes and dyadic fractions: exact in binary. The published KiB agree to their last printed digit.", 0, rows)


def sequences():
    table = [
        ("deepseek-v3.2", {32: "2.62", 128: "10.48", 256: "20.97", 1024: "83.88"}, None, None),
        ("deepseek-v4-pro", {32: "0.31", 128: "1.210", 256: "2.41", 1024: "9.625"}, None, None),
        ("deepseek-v4-flash", {32: "0.22", 128: "0.845", 256: "1.68", 1024: "6.724"}, None, None),
        ("kimi-k2.6", {32: "2.14", 128: "8.58", 256: "17.16", 1024: "68.6"}, None, None),
        ("glm-5.1", {32: "3.35", 128: "13.41", 256: "26.81"}, None, None),
        ("mimo-v2.5-pro", {32: "1.6", 128: "6.29", 256: "12.5", 1024: "50.04"}, "43.75", None),
        ("trinity-large", {32: "2.6", 128: "8.20", 256: "15.70"}, "30.0", None),
        ("laguna-xs.2", {32: "1.31", 128: "5.06", 256: "10.06"}, "20.0", None),
        ("qwen3.6-35b-a3b", {32: "0.63", 128: "2.50", 256: "5.00", 1024: "20.0"}, None, None),
        ("gemma4-31b", {32: "2.03", 128: "5.78", 256: "10.78"}, "105", None),
        ("gemma4-26b-a4b", {32: "0.51", 128: "1.45", 256: "2.70"}, "26.25", None),
        ("gemma4-e2b", {32: ".193", 128: ".756"}, "2.25", {32: ".451", 128: "1.764", "full": "5.25"}),
        ("gemma4-e4b", {32: ".520", 128: "2.020"}, "7.00", {32: ".909", 128: "3.534", "full": "12.25"}),
        ("zaya1-8b", {32: "1.25", 128: "5.00"}, None, None),
        ("lfm2.5-350m", {32: ".375", 128: "1.5"}, None, None),
    ]
    rows = []

    def add(name, kilo, published, windows, sharing):
        length = kilo * K
        rows.append(
            dict(
                input=dict(model=name, contextTokens=length, windows="Applied" if windows else "Ignored", sharing="Applied" if sharing else "Ignored"),
                expected=dict(bytes=int(cache(CONFIG[name], length, windows=windows, sharing=sharing)), publishedGiB=published),
            )
        )

    for name, cells, ignored, unshared in table:
        for kilo, published in cells.items():
            add(name, kilo, published, True, True)
        if ignored:
            add(name, 128, ignored, False, True)
        for kilo, published in (unshared or {}).items():
            add(name, 128 if kilo == "full" else kilo, published, kilo != "full", False)
    write(
        "per-sequence.json",
        "Whole bytes: exact. The published GiB agree to their last printed digit. States of linear attention and convolutions stand apart in that table.",
        0,
        rows,
    )


def ratios():
    c = CONFIG
    mega, million = M, 10**6

    def kv(name, fmt, scales=True):
        return cache(c[name], mega, fmt if scales else bare(fmt))

    def weighted(name, length):
        return flops(name, length, 2, F(1, 2) if "v4" in name else 1)

    def gib(x):
        return x / GIB

    e2b, e4b = c["gemma4-e2b"], c["gemma4-e4b"]

    def saved(layers, **k):
        return cache(layers, 128 * K, sharing=False, **k) - cache(layers, 128 * K, **k)

    def halves(layers):
        return saved(layers) / cache(layers, 128 * K, sharing=False)

    uniform = 128 * K * 512 * 2
    rows = [
        ("v4-pro cache / v3.2 cache, native formats, 2^20", kv("deepseek-v4-pro", V4FP8) / kv("deepseek-v3.2", V32FP8), "0.10", "reproduced"),
        ("v4-pro cache / v3.2 cache, native formats without scales, 2^20", kv("deepseek-v4-pro", V4FP8, False) / kv("deepseek-v3.2", V32FP8, False), None, "beside the claim"),
        ("v4-flash cache / v3.2 cache, native formats, 2^20", kv("deepseek-v4-flash", V4FP8) / kv("deepseek-v3.2", V32FP8), "0.07", "reproduced"),
        ("v4-pro flops / v3.2 flops, weighted, 10^6", weighted("deepseek-v4-pro", million) / weighted("deepseek-v3.2", million), "0.27", "reproduced"),
        ("v4-pro flops / v3.2 flops, weighted, 2^20", weighted("deepseek-v4-pro", mega) / weighted("deepseek-v3.2", mega), "0.27", "reproduced"),
        ("v4-flash flops / v3.2 flops, weighted, 10^6", weighted("deepseek-v4-flash", million) / weighted("deepseek-v3.2", million), "0.10", "reproduced"),
        ("v4-flash flops / v3.2 flops, weighted, 2^20", weighted("deepseek-v4-flash", mega) / weighted("deepseek-v3.2", mega), "0.10", "reproduced"),
        ("v4-pro flops / v3.2 flops, unweighted, 10^6", flops("deepseek-v4-pro", million) / flops("deepseek-v3.2", million), "0.27", "reproduced"),
        ("v4-flash flops / v3.2 flops, unweighted, 10^6", flops("deepseek-v4-flash", million) / flops("deepseek-v3.2", million), "0.10", "not reproduced"),
        ("v3 cache GiB, BF16, 2^20", gib(cache(c["deepseek-v3"], mega)), "68.63", "reproduced"),
        ("v3.2 cache GiB, BF16, 2^20", gib(cache(c["deepseek-v3.2"], mega)), "83.88", "reproduced"),
        ("v4-flash cache GiB, BF16, 2^20", gib(cache(c["deepseek-v4-flash"], mega)), "6.72", "reproduced"),
        ("v4-pro cache GiB, BF16, 2^20", gib(cache(c["deepseek-v4-pro"], mega)), "9.62", "reproduced"),
        ("v3.2 cache / v4-pro cache, BF16, 2^20", cache(c["deepseek-v3.2"], mega) / cache(c["deepseek-v4-pro"], mega), "8.7", "reproduced"),
        ("gemma4-e2b part of the cache saved by sharing", halves(e2b), None, "beside the claim"),
        ("gemma4-e4b part of the cache saved by sharing", halves(e4b), None, "beside the claim"),
        ("gemma4 e2b and e4b, mean part saved by sharing", (halves(e2b) + halves(e4b)) / 2, "0.5", "reproduced"),
        ("gemma4-e2b GB saved at 128K, 20 shared layers, uniform heads", F(20 * uniform, 10**9), "2.7", "reproduced"),
        ("gemma4-e4b GB saved at 128K, 18 shared layers, uniform heads", F(18 * 2 * uniform, 10**9), "6", "not reproduced"),
        ("gemma4-e2b GB saved at 128K, true heads, windows ignored", saved(e2b, windows=False) / 10**9, None, "beside the claim"),
        ("gemma4-e4b GB saved at 128K, true heads, windows ignored", saved(e4b, windows=False) / 10**9, None, "beside the claim"),
        ("gemma4-e4b GB kept at 128K by its 24 owning layers, uniform heads", F(24 * 2 * uniform, 10**9), None, "beside the claim"),
        ("gemma4-e2b GiB saved at 128K, windows applied", gib(saved(e2b)), None, "beside the claim"),
        ("gemma4-e4b GiB saved at 128K, windows applied", gib(saved(e4b)), None, "beside the claim"),
        ("mimo cache without windows / with, 128K", cache(c["mimo-v2.5-pro"], 128 * K, windows=False) / cache(c["mimo-v2.5-pro"], 128 * K), "7", "reproduced"),
        ("mimo cache without windows / with, 2^20", cache(c["mimo-v2.5-pro"], mega, windows=False) / cache(c["mimo-v2.5-pro"], mega), "7", "reproduced"),
        ("zaya cache as 16-head attention / cache", F(16, 2), "8", "reproduced"),
        ("zaya core as 16-head attention / core", F(16, 8), "2", "reproduced"),
        ("gemma4-e2b billion parameters without embeddings", F(51, 10) - F(262144 * (35 * 256 + 1536), 10**9), "2.3", "reproduced"),
        ("gemma4-e4b billion parameters without embeddings", F(80, 10) - F(262144 * (42 * 256 + 2560), 10**9), "4.5", "reproduced"),
    ]
    write(
        "published-ratios.json",
        "Ratios of whole numbers below 2^63: relative 1e-12 covers a few roundings to double. 'reproduced' = rounds to the claimed figure as printed.",
        1e-12,
        [dict(input=q, expected=float(v), claimed=claim, verdict=verdict) for q, v, claim, verdict in rows],
    )
    for q, v, claim, verdict in rows:
        print(f"{float(v):10.5f}  {claim or '-':>6}  {verdict:16} {q}")


def curve():
    rows = []
    for kilo in (1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024):
        length = kilo * K
        reference = flops("deepseek-v3.2", length, 2, 1)
        published = {
            4: (81, 21, 12.8), 8: (79, 20, 11.6), 16: (76, 20, 11.0), 32: (71, 19, 10.8), 64: (62, 17, 10.6), 128: (52, 15, 10.5),
            256: (41, 13, 10.5), 512: (33, 11, 10.5), 1024: (27, 10, 10.5),
        }.get(kilo)
        expected = dict(
            proFlops=float(flops("deepseek-v4-pro", length, 2, F(1, 2)) / reference),
            flashFlops=float(flops("deepseek-v4-flash", length, 2, F(1, 2)) / reference),
            proCache=float(cache(CONFIG["deepseek-v4-pro"], length, V4FP8) / cache(CONFIG["deepseek-v3.2"], length, V32FP8)),
        )
        rows.append(dict(input=dict(contextTokens=length), expected=expected, published=published and dict(zip(("proFlops", "flashFlops", "proCache"), published))))
        print(kilo, {k: round(100 * v, 4) for k, v in expected.items()}, published)
    write("ratio-curve.json", "Ratios of whole numbers below 2^63: relative 1e-12 covers a few roundings to double.", 1e-12, rows)


gallery()
sequences()
ratios()
curve()
