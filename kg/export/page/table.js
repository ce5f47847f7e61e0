// @ts-check
/* A table of one view: sorted by any column, narrowed by words, the same rows for the page and for the file. */

/**
 * @typedef {object} Column
 * @property {string} key its name in the address
 * @property {string} head
 * @property {(item: any) => string | number | null} text what the file has, and what the page shows unless `cell` says otherwise
 * @property {(item: any) => Node | string} [cell] what the page shows
 * @property {(item: any) => string | number | null} [by] what it is sorted by, unless by `text`; null stands last
 * @property {boolean} [isNumber] set to the right; the first click sorts the largest first
 * @property {boolean} [isWide] holds sentences
 * @property {boolean} [onlyInFile]
 */

const FIRST = 250; // rows that are drawn at first; more on demand, so that ten thousand rows open at once
let most = FIRST;
const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** @param {Column} column @returns {string | null} */
const classOf = (column) => (column.isNumber ? "sum" : column.isWide ? "wide" : null);

/**
 * The items in which every word that is asked for stands, in any column.
 * @param {any[]} items
 * @param {Column[]} columns
 * @returns {any[]}
 */
function narrowed(items, columns) {
  const asked = plain(state.words).split(/\s+/).filter(Boolean);
  if (!asked.length) return items;
  return items.filter((item) => {
    const text = plain(columns.map((column) => column.text(item) ?? "").join(" | "));
    return asked.every((word) => text.includes(word));
  });
}

/**
 * The items in the order that the state asks for; as they came where it asks for none or for a column that is not here.
 * @param {any[]} items
 * @param {Column[]} columns
 * @returns {any[]}
 */
function ordered(items, columns) {
  const falls = state.sort.startsWith("-");
  const column = columns.find((c) => c.key === state.sort.replace("-", "") && !c.onlyInFile);
  if (!column) return items;
  const by = column.by ?? column.text;
  const isMissing = (/** @type {any} */ value) => value === null || value === "";
  const keyed = items.map((item) => ({ item, value: by(item) }));
  keyed.sort((a, b) => {
    if (isMissing(a.value) || isMissing(b.value)) return Number(isMissing(a.value)) - Number(isMissing(b.value));
    const way = typeof a.value === "number" && typeof b.value === "number" ? a.value - b.value : collator.compare(String(a.value), String(b.value));
    return falls ? -way : way;
  });
  return keyed.map((one) => one.item);
}

/**
 * The head of a column: a button that sorts, the other way round when it is pressed again.
 * @param {Column} column
 * @returns {HTMLElement}
 */
function head(column) {
  const key = state.sort.replace("-", "");
  const falls = state.sort.startsWith("-");
  const isSorted = key === column.key;
  const next = isSorted ? (falls ? column.key : `-${column.key}`) : column.isNumber ? `-${column.key}` : column.key;
  const sign = make("span", { class: "way", "aria-hidden": "true", text: isSorted ? (falls ? "▼" : "▲") : "↕" });
  return make(
    "th",
    { scope: "col", role: "columnheader", class: classOf(column), "aria-sort": isSorted ? (falls ? "descending" : "ascending") : null },
    make("button", { type: "button", class: "sort", "data-keep": `sort-${column.key}`, click: () => go({ sort: next }) }, column.head, " ", sign),
  );
}

const FARTHEST = 2000; // rows that are drawn to reach the chosen one

/** @param {any[]} items @param {(item: any) => string[]} iris @returns {number} how many of the items reach as far as the chosen one; 0 if none is chosen or it is too far down */
function chosenAmong(items, iris) {
  const picked = chosen();
  const reaches = picked.length ? items.findIndex((item) => picked.includes(iris(item)[0])) + 1 : 0;
  return reaches > FARTHEST ? 0 : reaches;
}

/**
 * The rows of some items as a table that scrolls sideways where it must. On a narrow screen each row is a card (views.css), whose cells say
 * their columns; the roles keep it a table for screen readers there.
 * @param {string} caption
 * @param {Column[]} columns
 * @param {any[]} items already in order
 * @param {(item: any) => string[]} iris what a row is about, the thing itself first
 * @returns {HTMLElement[]}
 */
function tableOf(caption, columns, items, iris) {
  const seen = columns.filter((column) => !column.onlyInFile);
  const cell = (/** @type {Column} */ column, /** @type {any} */ item) =>
    make("td", { role: "cell", "data-head": column.head, class: classOf(column) }, column.cell ? column.cell(item) : String(column.text(item) ?? ""));
  const rows = items.slice(0, Math.max(most, chosenAmong(items, iris))).map((item) => make("tr", { role: "row", "data-iris": iris(item).join(" ") }, ...seen.map((column) => cell(column, item))));
  const body = rows.length
    ? rows
    : [make("tr", { role: "row" }, make("td", { role: "cell", colspan: seen.length, text: "Nothing of this kind was read in these articles, or nothing is left by the filters." }))];
  const table = make(
    "table",
    { role: "table" },
    make("caption", { class: "unseen", text: caption }),
    make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, ...seen.map(head))),
    make("tbody", { role: "rowgroup" }, ...body),
  );
  const rest = items.length - rows.length;
  return [make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": caption, "data-keep": "scroll" }, table), ...(rest > 0 ? [more(rest)] : [])];
}

/** @param {number} rest @returns {HTMLElement} the button that draws the next rows */
function more(rest) {
  const show = () => {
    most += 4 * FIRST;
    renderView(null);
  };
  return make("p", {}, make("button", { type: "button", "data-keep": "more", text: `Show more (${rest.toLocaleString("en-GB")} are left)`, click: show }));
}
