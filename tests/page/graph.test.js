import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.js";

const { drawnOf, nearestAhead, roomAmong, wayBetween, within } = load(["words", "graph"], ["drawnOf", "nearestAhead", "roomAmong", "wayBetween", "within"]);
const lines = ["a b", "b c", "c d", "a e", "x y"].map((pair) => ({ from: pair[0], to: pair[2] }));

test("the neighbourhood grows step by step", () => {
  assert.deepEqual([...within(1, ["b"], lines)].sort(), ["a", "b", "c"]);
  assert.deepEqual([...within(2, ["b"], lines)].sort(), ["a", "b", "c", "d", "e"]);
});

test("the path is the shortest, whichever way the lines run", () => {
  assert.deepEqual(wayBetween("d", "e", lines), ["d", "c", "b", "a", "e"]);
  assert.deepEqual(wayBetween("d", "e", [...lines, { from: "e", to: "d" }]), ["d", "e"]);
  assert.deepEqual(wayBetween("a", "x", lines), []);
  assert.deepEqual(wayBetween("a", "a", lines), ["a"]);
});

test("what is drawn is bounded, holds what must be, and stands in a drawn line", () => {
  const most = { nodes: 3, lines: 10 };
  assert.deepEqual([...drawnOf([], lines, [], most)].sort(), ["a", "b", "c"]);
  assert.deepEqual([...drawnOf(["x"], lines, [], most)].sort(), ["a", "b", "x"]);
  assert.deepEqual([...drawnOf([], lines, [], { nodes: 9, lines: 1 })].sort(), ["a", "b"]);
  assert.deepEqual([...drawnOf([], [], ["p", "q", "r", "s"], most)], ["p", "q", "r"]);
});

test("the nearest ahead lies ahead, and straight on rather than aside", () => {
  const places = Object.entries({ a: { x: 10, y: 8 }, b: { x: 14, y: 1 }, c: { x: -5, y: 0 }, d: { x: 1, y: 9 } });
  assert.equal(nearestAhead({ x: 0, y: 0 }, places, [1, 0]), "b");
  assert.equal(nearestAhead({ x: 0, y: 0 }, places, [-1, 0]), "c");
  assert.equal(nearestAhead({ x: 0, y: 0 }, places, [0, 1]), "d");
  assert.equal(nearestAhead({ x: 0, y: 0 }, places, [0, -1]), undefined);
});

test("newcomers find free places near where they are asked for", () => {
  const seat = roomAmong([{ x: 0, y: 0 }]);
  const places = Array.from({ length: 60 }, () => seat({ x: 0, y: 0 }));
  for (const [i, a] of places.entries()) for (const b of places.slice(i + 1)) assert.ok(Math.abs(a.x - b.x) > 60 || Math.abs(a.y - b.y) > 30);
  assert.ok(places.every((p) => Math.hypot(p.x, p.y) < 1500));
});
