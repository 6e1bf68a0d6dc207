"use strict";
const PIVOT = "@PIVOT@", SLASH = "@SLASH@", LARGEST = @LARGEST@, ORDER = "@ORDER@";

class Fault extends Error {}

const out = [];
const abs = (n) => (n < 0n ? -n : n);

class Ratio {
  constructor(over, under = 1n) {
    let a = abs(over), b = abs(under);
    while (b) [a, b] = [b, a % b];
    if (under < 0n) a = -a;
    this.over = over / a;
    this.under = under / a;
  }
  times(o) { return new Ratio(this.over * o.over, this.under * o.under); }
  by(o) { return new Ratio(this.over * o.under, this.under * o.over); }
  minus(o) { return new Ratio(this.over * o.under - o.over * this.under, this.under * o.under); }
  negated() { return new Ratio(-this.over, this.under); }
  abs() { return new Ratio(abs(this.over), this.under); }
  compare(o) {
    const d = this.minus(o).over;
    return d < 0n ? -1 : d > 0n ? 1 : 0;
  }
  get zero() { return this.over === 0n; }
  toString() { return this.under === 1n ? `${this.over}` : `${this.over}${SLASH}${this.under}`; }
}

const ONE = new Ratio(1n), ZERO = new Ratio(0n);

function number(text) {
  let match = /^(-?[0-9]+)@SLASH_PATTERN@([0-9]+)$/.exec(text);
  if (match) {
    if (BigInt(match[2]) === 0n) throw new Fault(`'${text}' divides by zero`);
    return new Ratio(BigInt(match[1]), BigInt(match[2]));
  }
  match = /^(-?)(?:([0-9]+)(?:\.([0-9]+))?|\.([0-9]+))$/.exec(text);
  if (!match) throw new Fault(`'${text}' is no number`);
  const part = match[3] ?? match[4] ?? "";
  const value = new Ratio(BigInt((match[2] ?? "") + part), 10n ** BigInt(part.length));
  return match[1] ? value.negated() : value;
}

function table(rows) {
  const texts = rows.map((row) => row.map(String));
  const widths = texts[0].map((_, c) => Math.max(...texts.map((row) => row[c].length)));
  for (const row of texts) out.push("  " + row.map((t, c) => t.padStart(widths[c])).join(" "));
}

function choose(rows, column, top) {
  let best = -1;
  for (let r = top; r < rows.length; r++) {
    if (rows[r][column].zero) continue;
    if (best < 0) {
      best = r;
      continue;
    }
    const here = rows[r][column], there = rows[best][column];
    const order = here.abs().compare(there.abs());
    if ((PIVOT === "smallest" && order < 0) || (PIVOT === "largest" && order > 0)) best = r;
  }
  return best;
}

function reduce(rows, columns) {
  const pivots = [];
  let top = 0, product = ONE;
  for (let column = 0; column < columns && top < rows.length; column++) {
    const row = choose(rows, column, top);
    if (row < 0) continue;
    if (row !== top) {
      [rows[row], rows[top]] = [rows[top], rows[row]];
      product = product.negated();
      out.push(`  r${top + 1} @SWAP@ r${row + 1}`);
    }
    const pivot = rows[top][column];
    product = product.times(pivot);
    if (pivot.compare(ONE) !== 0) {
      rows[top] = rows[top].map((v) => v.by(pivot));
      out.push(`  r${top + 1} * ${ONE.by(pivot)}`);
    }
    const others = rows.map((_, r) => r).filter((r) => r !== top);
    for (const r of ORDER === "down" ? others : others.reverse()) {
      const factor = rows[r][column];
      if (factor.zero) continue;
      rows[r] = rows[r].map((v, c) => v.minus(factor.times(rows[top][c])));
      out.push(`  r${r + 1} ${factor.over > 0n ? "-" : "+"} ${factor.abs()} r${top + 1}`);
    }
    pivots.push(column);
    top++;
  }
  return { pivots, product };
}

function square(rows) {
  if (rows.length !== rows[0].length) throw new Fault(`${rows.length} x ${rows[0].length} is not square`);
}

const TASKS = {
  "@N_DET@": (rows) => {
    square(rows);
    const { pivots, product } = reduce(rows, rows.length);
    return `= ${pivots.length === rows.length ? product : ZERO}`;
  },
  "@N_INV@": (rows) => {
    square(rows);
    const n = rows.length;
    const wide = rows.map((row, r) => [...row, ...rows.map((_, i) => (i === r ? ONE : ZERO))]);
    if (reduce(wide, n).pivots.length < n) return "= singular";
    table(wide.map((row) => row.slice(n)));
    return "= inverse";
  },
  "@N_SOLVE@": (rows) => {
    const n = rows[0].length - 1;
    if (n < 1) throw new Fault("no unknowns");
    const { pivots } = reduce(rows, n);
    if (rows.slice(pivots.length).some((row) => !row[n].zero)) return "= no solution";
    const free = rows[0].slice(0, n).map((_, c) => c).filter((c) => !pivots.includes(c));
    pivots.forEach((column, r) => {
      let text = String(rows[r][n]);
      for (const f of free) {
        const v = rows[r][f];
        if (!v.zero) text += ` ${v.over > 0n ? "-" : "+"} ${v.abs()} x${f + 1}`;
      }
      out.push(`  x${column + 1} = ${text}`);
    });
    return free.length ? `= ${free.length} free` : "= one solution";
  },
  "@N_RANK@": (rows) => {
    const { pivots } = reduce(rows, rows[0].length);
    table(rows);
    return `= ${pivots.length}`;
  },
};

function run([name, ...texts]) {
  if (!Object.hasOwn(TASKS, name)) throw new Fault(`unknown task '${name}'`);
  if (!texts.length) throw new Fault("no rows");
  const rows = texts.map((text) => text.split(/[ \t]+/).filter((t) => t).map(number));
  rows.forEach((row, r) => {
    if (row.length !== rows[0].length) throw new Fault(`row ${r + 1} has ${row.length} of ${rows[0].length} entries`);
  });
  if (Math.max(rows.length, rows[0].length) > LARGEST) throw new Fault(`larger than ${LARGEST}`);
  return TASKS[name](rows);
}

let faults = 0;
require("fs").readFileSync(0, "latin1").replace(/^\n+|\n+$/g, "").split("\n\n").forEach((block, i) => {
  const lines = block.split("\n");
  out.push(`${i + 1}. ${lines[0]}`);
  try {
    out.push(run(lines));
  } catch (e) {
    if (!(e instanceof Fault)) throw e;
    out.push(`! ${e.message}`);
    faults++;
  }
});
process.stdout.write(out.join("\n") + "\n");
process.exitCode = faults;
