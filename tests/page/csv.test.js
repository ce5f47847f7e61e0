import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.js";

const { csvCell, csvOf } = load(["csv"], ["csvCell", "csvOf"]);

test("a cell that a spreadsheet would run is a text", () => {
  for (const cell of ["=1+1", "+1", "-1+1", "@a", " =1", "\t=1", "\nx", "＝1", "＠a"]) assert.match(csvCell(cell), /^"?'/, JSON.stringify(cell));
  for (const cell of ["x", "1-1", "a@b", "", "’=1"]) assert.equal(csvCell(cell), cell);
});

test("a number stays one, below zero too, and what is not there is empty", () => assert.deepEqual([-1, 0, null].map(csvCell), ["-1", "0", ""]));

test("a head and a line per item, with what must be quoted in quotes", () => {
  const columns = [
    { head: "A", text: (item) => item.a },
    { head: "B, C", text: (item) => item.b },
  ];
  assert.equal(csvOf(columns, [{ a: 'x "y"\nz', b: 2 }]), 'A,"B, C"\r\n"x ""y""\nz",2\r\n');
});
