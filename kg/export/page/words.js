// @ts-check
/* Words, sums and dates: pure functions, tested without a browser. The scripts of this folder are joined in the order that html.py gives. */
"use strict";

/** @param {string} text */
const spaced = (text) => text.replaceAll("_", " ");

/** @param {string} text */
const upper = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** @param {number} count */
const figure = (count) => count.toLocaleString("en-GB");

/** @param {number} count @param {string} one @param {string} more */
const many = (count, one, more) => `${figure(count)} ${count === 1 ? one : more}`;

/** What an IRI ends in. @param {string} iri */
const lastPart = (iri) => iri.split("/").pop() ?? "";

/** Text without accents and capitals, as it is searched.
 * @param {string} text */
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** @param {string} text @returns {string} the text on one line */
const oneLine = (text) => text.replace(/\s+/g, " ").trim();

const UNDRAWABLE = /[\p{Cc}\p{Cs}\ufffe\uffff\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu; // no XML holds the first; the others turn their surroundings

/** The text on one line, as a drawing or plain text can hold it.
 * @param {string} text */
const drawable = (text) => oneLine(text.replace(UNDRAWABLE, " "));

/** @type {Record<string, string>} */
const SIGNS = { GBP: "£", EUR: "€", USD: "$", INR: "₹", CAD: "C$", AUD: "A$" };

/** @param {string} currency */
const signOf = (currency) => SIGNS[currency] ?? `${currency} `;

/** A sum as a newspaper prints it: £2.775bn.
 * @param {number} stated @param {string} currency */
function sum(stated, currency) {
  /** @type {[number, string][]} */
  const units = [
    [1e12, "tn"],
    [1e9, "bn"],
    [1e6, "m"],
  ];
  for (const [unit, name] of units) if (stated >= unit) return signOf(currency) + (stated / unit).toLocaleString("en-GB", { maximumFractionDigits: 3 }) + name;
  return signOf(currency) + figure(stated);
}

/** Add a value to the list that the map holds for the key.
 * @template K, V
 * @param {Map<K, V[]>} map @param {K} key @param {V} value */
function gather(map, key, value) {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** A function that works out its value when it is first asked.
 * @template T
 * @param {() => T} make
 * @returns {() => T} */
function once(make) {
  /** @type {{ value: T } | undefined} */
  let kept;
  return () => (kept ??= { value: make() }).value;
}

/** Where the steps of sums begin, as powers of ten. */
const SUM_STEPS = [0, 5, 6, 7, 8, 9, 10, 12];

/** The step that a sum falls into: the largest power of ten in SUM_STEPS that it reaches. @param {number} stated */
const sumStep = (stated) => SUM_STEPS.filter((power) => stated >= 10 ** power).at(-1) ?? 0;

/** The sums of a step in words: "£1m to £10m". @param {number} step @param {string} currency */
function sumRange(step, currency) {
  const above = SUM_STEPS[SUM_STEPS.indexOf(step) + 1];
  if (!step) return `below ${sum(10 ** above, currency)}`;
  return above ? `${sum(10 ** step, currency)} to ${sum(10 ** above, currency)}` : `from ${sum(10 ** step, currency)}`;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A period in words: "3 Mar 2020", "Mar 2020", "2020". @param {string} text ISO, as precise as it is known */
function periodName(text) {
  const [year, month, day] = text.split("-");
  return [day && String(Number(day)), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(" ");
}

const MOST_PERIODS = 120;

/** The periods from the first date to the last: days if they are few, else months, else years.
 * @param {string[]} dates ISO, as precise as they are known
 * @returns {string[]} in order, without gaps */
function periodsOf(dates) {
  const sorted = [...dates].sort();
  const [first, last] = [sorted[0], sorted[sorted.length - 1]];
  if (!first || !last) return [];
  const years = Number(last.slice(0, 4)) - Number(first.slice(0, 4)) + 1;
  if (years * 12 > MOST_PERIODS + 12) return Array.from({ length: years }, (_, i) => String(Number(first.slice(0, 4)) + i));
  const days = dates.every((date) => date.length === 10) ? (Date.parse(last) - Date.parse(first)) / 864e5 + 1 : Infinity;
  if (days <= 62) return Array.from({ length: days }, (_, i) => new Date(Date.parse(first) + i * 864e5).toISOString().slice(0, 10));
  const months = [];
  const end = last.length > 4 ? last.slice(0, 7) : `${last}-12`;
  for (let year = Number(first.slice(0, 4)), month = Number(first.slice(5, 7)) || 1; `${year}-${String(month).padStart(2, "0")}` <= end; ) {
    months.push(`${year}-${String(month).padStart(2, "0")}`);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return months;
}
