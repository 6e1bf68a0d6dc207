"use strict";
const SHIFT = @SHIFT@, DEFAULT_COST = @DEFAULT_COST@;
const parts = new Map();
const out = [];

function finish(code) {
  process.stdout.write(out.join("\n") + "\n");
  process.exit(code);
}

function fail(code, text) {
  out.push(text);
  finish(code);
}

function path(from, to) {
  const before = new Map([[from, null]]);
  const queue = [from];
  for (const at of queue) {
    for (const next of parts.get(at).needs) {
      if (next === to) {
        const way = [to];
        for (let step = at; step !== null; step = before.get(step)) way.unshift(step);
        return way;
      }
      if (!before.has(next)) {
        before.set(next, at);
        queue.push(next);
      }
    }
  }
  return null;
}

function read() {
  const needs = [];
  const text = require("fs").readFileSync(0, "latin1").split("\n");
  text.forEach((content, i) => {
    const line = i + 1;
    const words = content.split(/[ \t\r]+/).filter((w) => w);
    if (!words.length) return;
    const match = /^([a-z][a-z0-9]*)(\@URGENT@)?(\[([1-9][0-9]*)\])?$/.exec(words[0]);
    if (!match || words.length < 2 || words[1] !== "@ARROW@") fail(2, `line ${line}: not a rule`);
    const name = match[1];
    if (parts.has(name)) fail(2, `line ${line}: ${name} has a rule already`);
    parts.set(name, { name, urgent: match[2] !== undefined, cost: match[4] ? Number(match[4]) : DEFAULT_COST, needs: [], level: 0 });
    for (const word of words.slice(2)) {
      const optional = word.endsWith("@OPTIONAL@");
      needs.push({ line, from: name, to: optional ? word.slice(0, -1) : word, optional });
    }
  });
  for (const { line, from, to, optional } of needs) {
    if (!parts.has(to)) {
      if (!optional) fail(3, `line ${line}: ${from} needs ${to}, which has no rule`);
    } else if (optional && (to === from || path(to, from))) {
      out.push(`dropped: ${from} needs ${to}`);
    } else {
      parts.get(from).needs.push(to);
    }
  }
}

function level(name) {
  const part = parts.get(name);
  if (part.level === 0) {
    const waiting = [...parts.values()].filter((other) => other.needs.includes(name));
    part.level = part.cost + Math.max(0, ...waiting.map((other) => level(other.name)));
  }
  return part.level;
}

function compare(a, b) {
  if (a.urgent !== b.urgent) return a.urgent ? -1 : 1;
  if (level(a.name) !== level(b.name)) return level(b.name) - level(a.name);
  if ("@TIE@" === "cost" && a.cost !== b.cost) return a.cost - b.cost;
  return a.name < b.name ? -1 : 1;
}

read();
if (!parts.size) fail(1, "nothing to build");
const cycles = [...parts.keys()].map((name) => path(name, name)).filter((way) => way);
if (cycles.length) {
  const shortest = Math.min(...cycles.map((way) => way.length));
  fail(4, "cycle: " + cycles.find((way) => way.length === shortest).join(" > "));
}
const done = new Set();
let total = 0, width = 0;
for (let number = 1; done.size < parts.size; number++) {
  const ready = [...parts.values()].filter((part) => !done.has(part.name) && part.needs.every((need) => done.has(need)));
  const chosen = ready.sort(compare).slice(0, SHIFT);
  const slowest = Math.max(...chosen.map((part) => part.cost));
  for (const part of chosen) done.add(part.name);
  out.push(`shift ${number}: ${chosen.map((part) => part.name).join(" ")} (${slowest})`);
  total += slowest;
  width = Math.max(width, chosen.length);
}
out.push(`time ${total}, at least ${Math.max(...[...parts.keys()].map(level))}, up to ${width} at once`);
finish(0);
