// @ts-check
/* The other ways to look: each is a heading, charts and a table of what the filters leave. What is chosen in one is marked in all. */

/**
 * @typedef {object} View
 * @property {string} title
 * @property {string} note
 * @property {[string, string]} counted the word for one of its items, and for more
 * @property {() => any[]} all every item, in the order that is shown at first
 * @property {(item: any) => boolean} keeps whether the filters leave it
 * @property {(item: any) => string[]} iris what an item is about, the thing itself first
 * @property {Column[]} columns
 * @property {() => Node[]} [controls] what chooses what the view shows
 * @property {(items: any[], width: number) => (Node | null)[]} [charts] what stands above the table
 * @property {(items: any[]) => Node[]} [below] what stands below the table
 * @property {(items: any[]) => Node[] | null} [instead] what stands in the place of the table; null for the table
 */

/** @type {Record<string, View>} */
const VIEWS = { ledger, grid, said, timeline, list: people };

/**
 * The items that the filters, the words and "only" leave, in order.
 * @param {View} view
 * @returns {any[]}
 */
function itemsOf(view) {
  const picked = chosen();
  const concerns = (/** @type {any} */ item) => view.iris(item).some((iri) => picked.includes(iri));
  const left = view.all().filter((item) => view.keeps(item) && (!state.only || !picked.length || concerns(item)));
  return ordered(narrowed(left, view.columns), view.columns);
}

/** @param {View} view @param {number} left @returns {string} how much of it is shown */
function countOf(view, left) {
  const all = view.all().length;
  return left === all ? `All ${many(all, ...view.counted)}` : `${left.toLocaleString("en-GB")} of ${many(all, ...view.counted)}`;
}

/** @returns {HTMLElement} the field that narrows the rows */
function wordsField() {
  const field = make("input", { type: "search", id: "words", "data-keep": "words", placeholder: "Only rows with these words …", autocomplete: "off", spellcheck: "false" });
  /** @type {HTMLInputElement} */ (field).value = state.words;
  field.addEventListener("input", () => go({ words: /** @type {HTMLInputElement} */ (field).value }));
  return make("span", { class: "words-field" }, make("label", { for: "words", class: "unseen", text: "Only rows with these words" }), field);
}

/** @returns {HTMLElement | null} the button that leaves only what concerns the choice */
function onlyButton() {
  const picked = chosen();
  if (!picked.length) return null;
  return make(
    "button",
    { type: "button", "data-keep": "only", "aria-pressed": String(state.only), click: () => go({ only: !state.only }) },
    "Only what concerns ",
    make("bdi", { text: picked.map(nameOf).join(" or ") }),
  );
}

/**
 * A choice of one out of some.
 * @param {string} key of the state
 * @param {string} label
 * @param {[string, string][]} entries value, text
 * @param {string} value the present one
 * @returns {HTMLElement}
 */
function choiceOf(key, label, entries, value) {
  const select = make("select", { "data-keep": key }, ...entries.map(([each, text]) => make("option", { value: each, text, selected: each === value })));
  select.addEventListener("change", () => go({ [key]: /** @type {HTMLSelectElement} */ (select).value }));
  return make("label", { class: "pick" }, label, " ", select);
}

const PAPER = 680; // pixels that a sheet of paper is wide, without its edges

/** @param {View} view @returns {Node[]} */
function pageOf(view) {
  const items = itemsOf(view);
  const width = onPaper ? PAPER : Math.max(280, byId("tables").clientWidth - 2 * parseFloat(getComputedStyle(byId("tables")).paddingLeft));
  byId("count").textContent = countOf(view, items.length);
  return [
    make("h2", { text: view.title }),
    make("p", { class: "note", text: view.note }),
    make("div", { class: "tools" }, ...(view.controls?.() ?? []), wordsField(), onlyButton(), make("span", { class: "counted", text: countOf(view, items.length) })),
    ...(view.charts?.(items, width) ?? []).filter((part) => part !== null),
    ...(view.instead?.(items) ?? tableOf(view.title, view.columns, items, view.iris)),
    ...(view.below?.(items) ?? []),
  ];
}

let viewed = "map";
let viewedWide = 0;

/**
 * Show the view of the state. It is made anew only where it changes: a choice alone only marks.
 * @param {typeof state | null} before the last state; null makes it anew in any case
 */
function renderView(before) {
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".views button"))) {
    const isIt = button.dataset.view === state.view;
    button.setAttribute("aria-pressed", String(isIt));
    if (isIt) button.scrollIntoView({ block: "nearest", inline: "nearest" }); // where the row of them is wider than the screen
  }
  document.body.dataset.view = state.view;
  const tables = byId("tables");
  tables.hidden = state.view === "map";
  if (viewed !== state.view) {
    most = FIRST;
    tables.scrollTop = 0;
  }
  const isNew =
    !before ||
    viewed !== state.view ||
    viewedWide !== tables.clientWidth ||
    changedKeys(before).some((key) => !["show", "fact", "steps"].includes(key)) ||
    (state.only && before.show !== state.show) ||
    !before.show !== !state.show;
  viewed = state.view;
  if (tables.hidden) tables.replaceChildren();
  else if (isNew) keepFocus(tables, () => tables.replaceChildren(...pageOf(VIEWS[state.view])));
  viewedWide = tables.clientWidth;
  markChosen();
  if (before && before.view !== state.view) tables.querySelector(".chosen")?.scrollIntoView({ block: "nearest" }); // what was chosen elsewhere
}

/** @param {any} before @returns {string[]} the keys of the state that differ */
const changedKeys = (before) => Object.keys(state).filter((key) => String(before[key]) !== String(state[/** @type {keyof typeof state} */ (key)]));

/**
 * Make a part of the page anew and leave the keyboard, the marked letters and the sideways scrolling where they were.
 * @param {HTMLElement} part
 * @param {() => void} act
 */
function keepFocus(part, act) {
  const focused = /** @type {any} */ (document.activeElement);
  const again = part.contains(focused) ? wayTo(focused) : () => null;
  const [start, end] = focused?.type === "search" ? [focused.selectionStart, focused.selectionEnd] : [0, 0];
  const aside = part.querySelector(".scroll")?.scrollLeft ?? 0;
  act();
  const scroll = part.querySelector(".scroll");
  if (scroll) scroll.scrollLeft = aside;
  const found = again();
  found?.focus({ preventScroll: true });
  if (found?.type === "search") found.setSelectionRange(start, end);
}

/**
 * How to find what has the keyboard again: by its own key, or as the same link of the same item.
 * @param {HTMLElement} focused
 * @returns {() => any}
 */
function wayTo(focused) {
  if (focused.dataset.keep) return () => byId("tables").querySelector(`[data-keep="${focused.dataset.keep}"]`);
  const item = focused.closest("[data-iris]");
  if (!item) return () => null;
  const inItem = (/** @type {Element | undefined} */ one) => (one ? [one, ...one.querySelectorAll("button, a")].filter((each) => each.matches("button, a, [tabindex]")) : []);
  const alike = () => [...byId("tables").querySelectorAll("[data-iris]")].filter((one) => one.getAttribute("data-iris") === item.getAttribute("data-iris"));
  const [which, at] = [alike().indexOf(item), inItem(item).indexOf(focused)];
  return () => inItem(alike()[which])[at];
}

/** Mark what is chosen, and what concerns it, in the view. */
function markChosen() {
  const picked = chosen();
  for (const item of byId("tables").querySelectorAll("[data-iris]")) {
    const iris = (item.getAttribute("data-iris") ?? "").split(" ");
    const isIt = iris[0] !== "" && picked.includes(iris[0]);
    item.classList.toggle("chosen", isIt);
    item.classList.toggle("concerned", !isIt && iris.some((iri) => picked.includes(iri)));
    if (isIt) item.setAttribute("aria-current", "true");
    else item.removeAttribute("aria-current");
  }
}

/** Give the keyboard back to the view when the panel closes. */
function focusBack() {
  const find = (/** @type {string} */ what) => /** @type {HTMLElement | null} */ (byId("tables").querySelector(what));
  if (state.view === "map") byId("map").focus({ preventScroll: true });
  else (find(".chosen button, button.chosen, .chosen[tabindex]") ?? find(".scroll, button"))?.focus({ preventScroll: true });
}

new ResizeObserver(() => {
  if (!onPaper && state.view !== "map" && byId("tables").clientWidth !== viewedWide) renderView(null);
}).observe(byId("tables"));
dark.addEventListener("change", () => renderView(null));
