"use strict";
const SUMS = [
  ["@N_POLY@", polynomial, 8],
  ["@N_PAIR@", pair, 8],
  ["@N_MIX@", mix, 8],
  ["@N_DIGIT@", digit, 1],
];

function polynomial(bytes) {
  let sum = @START@ | 0;
  for (const c of bytes) {
    sum ^= c << 24;
    for (let i = 0; i < 8; i++) sum = sum < 0 ? (sum << 1) ^ @POLY@ : sum << 1;
  }
  return ~sum >>> 0;
}

function pair(bytes) {
  let low = 1, high = 0;
  for (const c of bytes) {
    low = (low + c) % @MODULUS@;
    high = (high + low) % @MODULUS@;
  }
  return ((high << 16) | low) >>> 0;
}

function mix(bytes) {
  let sum = @START@ ^ bytes.length;
  for (const c of bytes) {
    sum = Math.imul(sum ^ c, @PRIME@);
    sum = (sum << @TURN@) | (sum >>> (32 - @TURN@));
  }
  sum ^= sum >>> 15;
  return (Math.imul(sum, @PRIME@) + (sum >>> 7)) >>> 0;
}

function digit(bytes) {
  const weights = [@WEIGHTS@];
  let sum = 0, place = 0;
  for (let i = bytes.length - 1; i >= 0; i--) {
    if (bytes[i] < 48 || bytes[i] > 57) continue;
    const product = (bytes[i] - 48) * weights[place++ % 3];
    sum += Math.floor(product / 10) + (product % 10);
  }
  return (10 - (sum % 10)) % 10;
}

const hex = (value, width) => value.toString(16).padStart(width, "0");
const bytesOf = (text) => Buffer.from(text, "latin1");
const out = [];
let all = 0, wrong = 0;
require("fs").readFileSync(0, "latin1").split("\n").slice(0, -1).forEach((line, i) => {
  const number = i + 1;
  const match = /^([^:]*):([^:]*):(.*)$/.exec(line);
  if (!match) {
    const parts = SUMS.map(([name, of, width]) => {
      const sum = of(bytesOf(line));
      all = ((all ^ sum) + (all << 5) + number) | 0;
      return `${name}=${hex(sum, width)}`;
    });
    out.push(`${number}: ${parts.join(" ")}`);
    return;
  }
  const [, name, value, text] = match;
  const found = SUMS.find((s) => s[0] === name);
  if (!found) {
    out.push(`${number}: no checksum '${name}'`);
    wrong++;
  } else if (!/^[0-9a-f]{1,8}$/.test(value)) {
    out.push(`${number}: bad value '${value}'`);
    wrong++;
  } else {
    const sum = found[1](bytesOf(text)), stated = parseInt(value, 16);
    if (stated === sum) {
      out.push(`${number}: ${name} holds`);
    } else {
      out.push(`${number}: ${name} is ${hex(sum, found[2])}, off by ${(stated - sum) | 0}`);
      wrong++;
    }
  }
});
out.push(`total ${hex(all >>> 0, 8)}, ${wrong} wrong`);
process.stdout.write(out.join("\n") + "\n");
process.exitCode = wrong > 0 ? 1 : 0;
