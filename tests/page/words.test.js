import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.js";

const { many, once, periodName, periodsOf, plain, sum, sumRange, sumStep } = load(["words"], ["many", "once", "periodName", "periodsOf", "plain", "sum", "sumRange", "sumStep"]);

test("sums are printed as a newspaper does", () => {
  assert.equal(sum(2_775_000_000, "GBP"), "£2.775bn");
  assert.equal(sum(900_000, "EUR"), "€900,000");
  assert.equal(sum(5_000_000, "SEK"), "SEK 5m");
});

test("every sum falls into the step that it reaches", () => {
  assert.deepEqual([1, 99_999, 100_000, 1_000_000, 325_000_000, 5e12].map(sumStep), [0, 0, 5, 6, 8, 12]);
  assert.equal(sumRange(6, "GBP"), "£1m to £10m");
  assert.equal(sumRange(0, "GBP"), "below £100,000");
  assert.equal(sumRange(12, "GBP"), "from £1tn");
});

test("periods have no gaps and fit the time that they span", () => {
  assert.deepEqual(periodsOf(["2020-11-30", "2021-02"]), ["2020-11", "2020-12", "2021-01", "2021-02"]);
  assert.deepEqual(periodsOf(["2020-02-28", "2020-03-01"]), ["2020-02-28", "2020-02-29", "2020-03-01"]);
  assert.equal(periodsOf(["2001", "2020-05"]).length, 20);
  assert.deepEqual(periodsOf(["2020", "2020-03-01"]).at(-1), "2020-03");
  assert.deepEqual(periodsOf([]), []);
});

test("periods are named as precisely as they are known", () => {
  assert.deepEqual(["2020-03-04", "2020-03", "2020"].map(periodName), ["4 Mar 2020", "Mar 2020", "2020"]);
});

test("words are searched without accents and capitals", () => assert.equal(plain("Zoë ČAPEK"), "zoe capek"));

test("one is not many", () => assert.deepEqual([many(1, "fact", "facts"), many(1200, "fact", "facts")], ["1 fact", "1,200 facts"]));

test("what is worked out once is kept", () => {
  let count = 0;
  const get = once(() => ++count);
  assert.equal(get() + get(), 2);
});
