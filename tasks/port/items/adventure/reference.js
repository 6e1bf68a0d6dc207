"use strict";
const STRENGTH = @STRENGTH@, MOVES = @MOVES@, WORTH = @WORTH@, PENALTY = @PENALTY@, LIGHT = "@LIGHT@";
const BACK = { north: "south", east: "west", up: "down", south: "north", west: "east", down: "up" };

const rooms = new Map(); // name -> {name, dark, seen, ways: direction -> {to, key}}
const things = new Map(); // name -> {name, room, weight}; the room is null for what is carried
let here = null, moves = 0, score = 0, worst = 0;
const say = (text) => console.log(text);

function read(line) {
  const [kind, name, ...rest] = line.split(" ");
  if (kind === "room" && name && (rest.length === 0 || (rest.length === 1 && rest[0] === "dark"))) {
    if (rooms.has(name)) return `two rooms ${name}`;
    rooms.set(name, { name, dark: rest.length > 0, seen: false, ways: new Map() });
    here ??= rooms.get(name);
  } else if (kind === "way" && (rest.length === 2 || rest.length === 3)) {
    const [direction, to, key] = rest;
    if (!rooms.has(name) || !rooms.has(to)) return `no room ${rooms.has(name) ? to : name}`;
    if (!Object.hasOwn(BACK, direction)) return `no direction ${direction}`;
    if (rooms.get(name).ways.has(direction)) return `two ways ${direction} from ${name}`;
    rooms.get(name).ways.set(direction, { to, key: key ?? null });
    if (!rooms.get(to).ways.has(BACK[direction])) rooms.get(to).ways.set(BACK[direction], { to: name, key: null });
  } else if (kind === "thing" && rest.length === 2) {
    if (!rooms.has(rest[0])) return `no room ${rest[0]}`;
    if (!/^[0-9]$/.test(rest[1])) return `no weight ${rest[1]}`;
    if (things.has(name)) return `two things ${name}`;
    things.set(name, { name, room: rest[0], weight: Number(rest[1]) });
  } else {
    return "not understood";
  }
  return null;
}

const at = (room) => [...things.values()].filter((t) => t.room === room).sort((a, b) => (a.name < b.name ? -1 : 1));
const load = () => at(null).reduce((sum, t) => sum + t.weight, 0);
const lit = () => !here.dark || (things.has(LIGHT) && [null, here.name].includes(things.get(LIGHT).room));
const list = (names) => (names.length < 2 ? names.join("") : names.slice(0, -1).join(", ") + " and " + names[names.length - 1]);

function look() {
  if (!lit()) return say("It is dark here.");
  say(`${here.name[0].toUpperCase()}${here.name.slice(1)}.${here.seen ? "" : " New!"}`);
  if (!here.seen) {
    here.seen = true;
    score += WORTH;
  }
  const ways = Object.keys(BACK).filter((d) => here.ways.has(d)).map((d) => (here.ways.get(d).key ? `${d} (shut)` : d));
  if (ways.length) say(`Ways: ${list(ways)}.`);
  const seen = at(here.name).map((t) => t.name);
  if (seen.length) say(`You see ${list(seen)}.`);
}

function go(direction) {
  const way = here.ways.get(direction);
  moves++;
  if (!way) {
    score -= PENALTY;
    return say(lit() ? `No way ${direction}.` : "You bump into a wall.");
  }
  if (way.key) return say(lit() ? `It is shut; ${way.key} may help.` : "It is shut.");
  here = rooms.get(way.to);
  look();
}

function take(name) {
  if (!lit()) return say("You feel around in vain.");
  const wanted = name === "all" ? at(here.name) : at(here.name).filter((t) => t.name === name);
  if (!wanted.length) return say(name === "all" ? "Nothing here." : `No ${name} here.`);
  for (const thing of wanted) {
    if (load() + thing.weight > STRENGTH) {
      say(`${thing.name} is too heavy by ${load() + thing.weight - STRENGTH}.`);
      continue;
    }
    thing.room = null;
    worst = Math.max(worst, load());
    say(`${thing.name} taken.`);
  }
}

function drop(name) {
  const wanted = at(null).filter((t) => name === "all" || t.name === name);
  if (!wanted.length) return say("You have no such thing.");
  for (const thing of wanted) {
    thing.room = here.name;
    say(`${thing.name} dropped.`);
  }
  if (!lit()) say("It rattles in the dark.");
}

function open(direction) {
  const way = here.ways.get(direction);
  if (!way || !way.key) return say(`Nothing to open ${direction}.`);
  if (!things.has(way.key) || things.get(way.key).room !== null) return say(`You lack ${way.key}.`);
  way.key = null;
  score += 2 * WORTH;
  say(`The way ${direction} is open.`);
}

function command(line) {
  const words = line.trim().toLowerCase().split(/ +/).filter((w) => w !== "the" && w !== "");
  const [verb, name] = words;
  const direction = Object.keys(BACK).find((d) => d === verb || d[0] === verb);
  if (words.length === 0) say("Pardon?");
  else if (words.length === 1 && direction) go(direction);
  else if (words.length === 1 && verb === "@N_LOOK@") look();
  else if (words.length === 1 && verb === "bag") say(at(null).length ? `You carry ${list(at(null).map((t) => t.name))}: ${load()} of ${STRENGTH}.` : "Your bag is empty.");
  else if (words.length === 1 && verb === "quit") return false;
  else if (words.length === 2 && verb === "@N_LOOK@") {
    const thing = things.get(name);
    say(thing && (thing.room === null || (thing.room === here.name && lit())) ? `${name} weighs ${thing.weight}.` : `No ${name} to look at.`);
  } else if (words.length === 2 && verb === "@N_TAKE@") take(name);
  else if (words.length === 2 && verb === "@N_DROP@") drop(name);
  else if (words.length === 2 && verb === "@N_OPEN@" && Object.hasOwn(BACK, name)) open(name);
  else say(`I do not know how to ${words.join(" ")}.`);
  return true;
}

function main() {
  const lines = require("fs").readFileSync(0, "latin1").split("\n").slice(0, -1);
  const end = lines.indexOf("-");
  for (let i = 0; i < end; i++) {
    const fault = read(lines[i]);
    if (fault) {
      say(`world, line ${i + 1}: ${fault}`);
      return 2;
    }
  }
  if (!here) {
    say("no rooms");
    return 2;
  }
  look();
  let playing = true;
  for (let i = end + 1; playing && i < lines.length; i++) {
    say(`> ${lines[i].trim()}`);
    playing = command(lines[i]);
    if (playing && moves >= MOVES) {
      say("You fall asleep.");
      playing = false;
    }
  }
  const seen = [...rooms.values()].filter((r) => r.seen).length;
  say(`${score} points, ${moves} moves, ${seen} of ${rooms.size} rooms, carried up to ${worst}.`);
  return seen === rooms.size ? 0 : 1;
}

process.exitCode = main();
