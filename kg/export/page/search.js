// @ts-check
/* Finding: names, aliases, roles, words that were said; suggestions by keyboard, Enter flies there. */

/** @typedef {{ iri: string, title: string, note: string, text: string, plain: string, fact?: string }} Hit */

/** @type {() => Hit[]} */
const searchable = once(() =>
  [
    ...dossier.profiles.map((p) => ({ iri: p.iri, title: p.name, note: [sortOf(p.iri), ...p.aliases].join(" · "), text: [p.name, ...p.aliases].join(" | ") })),
    ...dossier.money.map((m) => ({ iri: m.iri, title: moneyLabel(m), note: sortOf(m.iri), text: [m.surface, sumOf(m), m.recipient, m.purpose, m.payer].join(" | ") })),
    ...dossier.facts
      .filter((f) => f.about.length && f.kind !== "funding")
      .map((f) => ({ iri: f.about.find(Boolean) ?? "", title: f.subject, note: f.line, text: `${f.subject} | ${f.line}`, fact: lastPart(f.iri) })),
  ].map((/** @type {Omit<Hit, "plain">} */ item) => ({ ...item, text: plain(item.text), plain: plain(item.title) })),
);

/** At most twelve hits: names before facts, beginnings before middles, the better connected first.
 * @param {string} text */
function search(text) {
  const asked = plain(text).split(/\s+/).filter(Boolean);
  if (!asked.length) return [];
  /** @param {Hit} item */
  const rank = (item) => (item.fact ? 8 : 0) + (item.plain.startsWith(asked[0]) ? 0 : 2) + (item.plain.includes(asked.join(" ")) ? 0 : 1);
  return searchable()
    .filter((item) => asked.every((word) => item.text.includes(word)))
    .sort((a, b) => rank(a) - rank(b) || (weights.get(b.iri) ?? 0) - (weights.get(a.iri) ?? 0))
    .slice(0, 12);
}

function setUpSearch() {
  const input = field("find");
  const list = byId("found");
  /** @type {Hit[]} */
  let hits = [];
  let at = -1;
  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const mark = () => {
    for (const [i, item] of [...list.children].entries()) item.setAttribute("aria-selected", String(i === at));
    if (at < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", `hit-${at}`);
    list.children[at].scrollIntoView({ block: "nearest" });
  };
  /** @param {Hit} hit */
  const take = (hit) => {
    close();
    input.value = "";
    choose(hit.iri, { fact: hit.fact ?? "", focus: true });
    if (state.view !== "map") go({ view: "map" });
  };
  const suggest = () => {
    hits = search(input.value);
    at = hits.length ? 0 : -1;
    const items = hits.map((hit, i) => {
      const item = make("li", { role: "option", id: `hit-${i}` }, glyph(kindOfNode(hit.iri)), make("div", {}, make("bdi", { text: hit.title }), make("small", { text: hit.note })));
      item.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus until the click
      item.addEventListener("click", () => take(hit));
      return item;
    });
    list.replaceChildren(...(items.length ? items : [make("li", { role: "option", "aria-disabled": "true", text: "Nothing of that name in these articles." })]));
    list.hidden = !input.value.trim();
    input.setAttribute("aria-expanded", String(!list.hidden));
    mark();
  };
  input.addEventListener("input", suggest);
  input.addEventListener("focus", () => input.value.trim() && suggest());
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      if (list.hidden) input.value = "";
      close();
    }
    if (list.hidden || !hits.length) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      at = (at + (event.key === "ArrowDown" ? 1 : hits.length - 1)) % hits.length;
      mark();
    } else if (event.key === "Enter") take(hits[at]);
  });
}
