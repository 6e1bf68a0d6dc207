"use strict";
const SHADES = "@SHADES@";
const LIMIT = @LIMIT@;

class Fault extends Error {}

function decode(text, width, number) {
  const row = [];
  let count = "";
  for (const c of text) {
    if (c >= "0" && c <= "9") {
      count += c;
      continue;
    }
    const shade = SHADES.indexOf(c);
    if (shade < 0) throw new Fault(`row ${number}: unknown shade '${c}'`);
    const n = count === "" ? 1 : Number(count);
    for (let i = 0; i < n; i++) row.push(shade);
    count = "";
  }
  if (count !== "") throw new Fault(`row ${number}: count ${count} without a shade`);
  if (row.length !== width) throw new Fault(`row ${number}: ${row.length} of ${width} points`);
  return row;
}

// Runs longer than LIMIT are written as several.
function encode(row) {
  let out = "";
  for (let i = 0; i < row.length; ) {
    let j = i;
    while (j < row.length && row[j] === row[i] && j - i < LIMIT) j++;
    out += (j - i > 1 ? String(j - i) : "") + SHADES[row[i]];
    i = j;
  }
  return out;
}

const commands = {
  @FLIP@: (rows) => rows.map((row) => [...row].reverse()),
  @TURN@: (rows) => rows[0].map((_, x) => rows.map((row) => row[x]).reverse()),
  @INVERT@: (rows) => rows.map((row) => row.map((v) => 3 - v)),
  // The difference between the right and the lower neighbour, where both exist.
  @EDGES@: (rows) =>
    rows.map((row, y) =>
      row.map((v, x) => (x + 1 < row.length && y + 1 < rows.length ? Math.abs(row[x + 1] - rows[y + 1][x]) : v))
    ),
};

function main() {
  const lines = require("fs").readFileSync(0, "utf8").split("\n");
  lines.pop();
  const [width, height] = lines[0].split(" ").map(Number);
  let rows = [];
  for (let y = 0; y < height; y++) rows.push(decode(lines[y + 1], width, y + 1));
  lines.slice(height + 1).forEach((name, i) => {
    if (!Object.hasOwn(commands, name)) throw new Fault(`command ${i + 1}: unknown '${name}'`);
    rows = commands[name](rows);
  });
  console.log(rows[0].length + " " + rows.length);
  for (const row of rows) console.log(encode(row));
  const counts = SHADES.split("").map((_, shade) => rows.flat().filter((v) => v === shade).length);
  console.log(counts.join("/"));
}

try {
  main();
} catch (e) {
  if (!(e instanceof Fault)) throw e;
  console.log("error: " + e.message);
  process.exitCode = 1;
}
