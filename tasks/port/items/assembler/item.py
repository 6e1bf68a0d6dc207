"""A two-pass assembler with labels, constants and a listing, and the register machine that runs its words."""

SOURCE, TARGET = "javascript", "go"
LEVEL, SIMULATED_DIFFICULTY = "hard", 2.0
TAGS = ["assembler", "virtual machine"]
ARGUMENTS = True
ABOUT = "It assembles programs for a small machine with 16-bit words, lists them, and runs them."
INPUT = """An optional argument (see the reference) asks for the listing instead of a run. Standard input is a program in the reference's assembly language. Faulty
programs, programs that fail while they run, and programs that do not end occur."""

OPERATIONS = ("set", "mov", "add", "sub", "mul", "div", "and", "shl", "ld", "st", "jmp", "jz", "jn", "call", "ret", "out", "chr", "hlt", "psh", "pop")


def parameters(random):
    codes = random.sample(range(32), len(OPERATIONS))
    names = {
        name: random.choice(options)
        for name, options in {
            "set": ["set", "li", "imm"], "mov": ["mov", "cp"], "add": ["add", "plus"], "sub": ["sub", "minus"], "mul": ["mul", "tms"],
            "div": ["div", "quo"], "and": ["and", "msk"], "shl": ["shl", "lsl"], "ld": ["ld", "get"], "st": ["st", "put"],
            "jmp": ["jmp", "bra"], "jz": ["jz", "beq"], "jn": ["jn", "bmi"], "call": ["call", "jsr"], "ret": ["ret", "rts"],
            "out": ["out", "prn"], "chr": ["chr", "emit"], "hlt": ["hlt", "end"], "psh": ["psh", "save"], "pop": ["pop", "back"],
        }.items()
    }
    out = {f"c_{name}": code for name, code in zip(OPERATIONS, codes)}
    out.update({f"n_{name}": text for name, text in names.items()})
    out.update({
        "registers": random.choice([4, 6, 8]),
        "comment": random.choice(";#"),
        "memory": random.choice([256, 384, 512]),
        "steps": random.randint(15, 40) * 100,
        "letter": random.choice("rxg"),
        "n_list": random.choice(["-l", "list", "--listing"]),
    })
    return out


def program(random, p, group):
    """A loop over a table, a routine, straight-line arithmetic: in an order of chance."""
    n, r = {name: p[f"n_{name}"] for name in OPERATIONS}, p["letter"]
    lines = []
    for _ in range(random.randint(1, 3)):
        lines.append(f"  {n['set']} {r}{random.randint(0, 3)} {random.choice([str(random.randint(-300, 300)), hex(random.randint(0, 65535)), 'size', 'table', chr(39) + 'A' + chr(39)])}")
    for _ in range(random.randint(1, 6)):
        name = random.choice(["add", "sub", "mul", "and", "shl", "mov"] + (["div"] if group != "typical" else []))
        lines.append(f"  {n[name]} {r}{random.randint(0, 3)} {r}{random.randint(0, 3)}")
        if random.random() < 0.5:
            lines.append(f"  {n['out']} {r}{random.randint(0, 3)}")
    lines += [f"  {n['set']} {r}0 table", f"  {n['set']} {r}1 size", f"  {n['set']} {r}3 1", f"loop: {n['jz']} {r}1 done", f"  {n['ld']} {r}2 {r}0"]
    lines += [f"  {n['call']} show" if random.random() < 0.6 else f"  {n['out']} {r}2", f"  {n['add']} {r}0 {r}3", f"  {n['sub']} {r}1 {r}3", f"  {n['jmp']} loop"]
    lines += [f"show: {n['psh']} {r}2", f"  {n['add']} {r}2 {r}2", f"  {n['jn']} {r}2 neg", f"  {n['out']} {r}2", f"neg: {n['pop']} {r}2", f"  {n['ret']}"]
    lines += ["done:", f"  {n['set']} {r}2 {random.choice([10, 33, 65])}", f"  {n['chr']} {r}2", f"  {n['st']} {r}2 {r}0", f"  {n['hlt']}"]
    values = [random.choice([str(random.randint(-50, 50)), "0x7fff", "-32768", "'z'", "loop"]) for _ in range(random.randint(1, 5))]
    lines += [f"size = {len(values)}", "table: .data " + " ".join(values)]
    return lines


def case(random, group, p):
    n, r = {name: p[f"n_{name}"] for name in OPERATIONS}, p["letter"]
    lines = program(random, p, group)
    if group == "edge":
        extra = [f"  {n['jmp']} 0", f"  {n['pop']} {r}0", f"  {n['set']} {r}0 -1\n  {n['ld']} {r}1 {r}0", f"  {n['call']} 0", f"  {n['chr']} {r}1", "  .space 3", f"x1 = size * 2", "  .data"]
        lines.insert(random.randint(0, len(lines) - 2), random.choice(extra))
    if group == "error":
        bad = [f"  {n['add']} {r}0", f"  {n['add']} {r}0 {r}9", "  nope", f"  {n['jmp']} nowhere", "loop: ", f"  {n['set']} {r}0 70000", "size = 3", "  .space 999", "1x: ", f"  {n['set']} 5 5"]
        bad += [f"  {n['ret']} {r}0", "  .data 'ab'", "z = later\nlater = 1", f"  {n['jz']} {r}0", "  .what 1"]
        for line in random.sample(bad, random.randint(1, 3)):
            lines.insert(random.randint(0, len(lines)), line)
    if random.random() < 0.3:
        at = random.randrange(len(lines))
        lines[at] += f" {p['comment']} remark"
    return ([p["n_list"]] if random.random() < 0.35 else []), "\n".join(lines) + "\n"
