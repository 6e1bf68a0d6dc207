"use strict";
const EMPTY = "@EMPTY@", YOUNG = "@YOUNG@", OLD = "@OLD@";
const BIRTH = [@BIRTH@], STAY = [@STAY@];
const OLD_WEIGHT = @OLD_WEIGHT@; // an old neighbour counts so many times
const AGE = @AGE@; // a cell of this age or more is old

function fail(code, message) {
  console.log("error: " + message);
  process.exit(code);
}

function step(grid, strip) {
  const height = grid.length, width = grid[0].length;
  return grid.map((row, y) =>
    row.map((age, x) => {
      let sum = 0;
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          if (dx === 0 && dy === 0) continue;
          let ny = y + dy;
          if (strip && (ny < 0 || ny >= height)) continue;
          ny = (ny + height) % height;
          const cell = grid[ny][(x + dx + width) % width];
          if (cell > 0) sum += cell >= AGE ? OLD_WEIGHT : 1;
        }
      }
      if (age === 0) return BIRTH.includes(sum) ? 1 : 0;
      return STAY.includes(sum) ? Math.min(age + 1, AGE) : 0;
    })
  );
}

const show = (grid) => grid.map((row) => row.map((age) => (age === 0 ? EMPTY : age >= AGE ? OLD : YOUNG)).join("")).join("\n");

const args = process.argv.slice(2);
if (args.length < 1 || args.length > 2) fail(2, "one or two arguments");
if (!/^[0-9]{1,4}$/.test(args[0]) || Number(args[0]) > 1000) fail(2, `steps: '${args[0]}'`);
if (args.length > 1 && args[1] !== "@STRIP@") fail(2, `unknown world '${args[1]}'`);
const strip = args.length > 1;

const lines = require("fs").readFileSync(0, "utf8").split("\n").slice(0, -1);
if (lines.length === 0) fail(3, "no grid");
let grid = lines.map((line, y) => {
  if (line.length !== lines[0].length || line.length === 0) fail(3, `row ${y + 1} has ${line.length} cells`);
  return [...line].map((c, x) => {
    if (c !== EMPTY && c !== YOUNG && c !== OLD) fail(3, `row ${y + 1}, column ${x + 1}: '${c}'`);
    return c === EMPTY ? 0 : c === YOUNG ? 1 : AGE;
  });
});

const seen = new Map();
let at = 0, born = 0;
let end = "steps done";
for (; ; at++) {
  const key = grid.map((row) => row.join("")).join("/");
  if (!/[1-9]/.test(key)) {
    end = "extinct";
    break;
  }
  if (seen.has(key)) {
    end = `period ${at - seen.get(key)} from ${seen.get(key)}`;
    break;
  }
  if (at === Number(args[0])) break;
  seen.set(key, at);
  const next = step(grid, strip);
  next.forEach((row, y) => row.forEach((age, x) => (born += age === 1 && grid[y][x] === 0 ? 1 : 0)));
  grid = next;
}
console.log(show(grid));
const alive = grid.flat().filter((age) => age > 0).length;
console.log(`${end}; step ${at}, ${alive} alive, ${born} born`);
process.exit(end === "extinct" ? 1 : 0);
