import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.js";

const { along, arrowhead, fileName, outline, pathOf, pullOf, reach } = load(["words", "trace"], ["along", "arrowhead", "fileName", "outline", "pathOf", "pullOf", "reach"]);
const near = (a, b) => assert.ok(Math.abs(a - b) < 0.01, `${a} is not ${b}`);

test("shapes have as many corners as they should, about their middle", () => {
  const counts = { square: 4, diamond: 4, triangle: 3, hexagon: 6 };
  for (const [shape, count] of Object.entries(counts)) {
    const points = outline(shape, { x: 10, y: 20 }, 5);
    assert.equal(points.length, count);
    near(points.reduce((all, p) => all + p.x, 0) / count, 10);
    assert.ok(points.every((p) => Math.hypot(p.x - 10, p.y - 20) < 10));
  }
});

test("a straight line runs from middle to middle, a bent one to the other side when it bends the other way", () => {
  const [a, b] = [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
  ];
  assert.equal(pathOf(a, pullOf(a, b, 0), b), "M0 0L100 0");
  const [one, other] = [pullOf(a, b, 0.5), pullOf(a, b, -0.5)];
  near(one.x, other.x);
  near(one.y, -other.y);
  assert.notEqual(Math.sign(one.y), 0);
  assert.match(pathOf(a, one, b), /^M0 0Q[-\d. ]+ 100 0$/);
  near(along(a, null, b, 0.25).x, 25);
});

test("an arrow stops where the thing begins, whatever its shape", () => {
  const [a, b] = [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
  ];
  const [tip, ...rest] = arrowhead(a, null, b, 10, (angle) => reach("dot", 12, 2, angle));
  near(tip.x, 88);
  near(tip.y, 0);
  assert.ok(rest.every((p) => p.x < tip.x));
  near(arrowhead(a, null, b, 10, (angle) => reach("square", 12, 2, angle))[0].x, 86);
  const bent = arrowhead(a, pullOf(a, b, 0.5), b, 10, () => 12)[0];
  near(Math.hypot(bent.x - 100, bent.y), 12);
});

test("names of files are plain on every system", () => {
  assert.equal(fileName(["Stakeholder map", "Zoë Čapek"]), "stakeholder-map-zoe-capek");
  assert.equal(fileName(["../../etc", "a\u202eb\u0000c:*?"]), "etc-a-b-c");
  assert.equal(fileName(["日本", ""]), "map");
  assert.ok(fileName(["x".repeat(500)]).length <= 70);
});
