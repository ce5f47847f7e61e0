// @ts-check
/* The panel: who this is, and each fact with its sentence, the exact words marked, the article and how sure the reading is. */

const GROUPS = /** @type {[string, (fact: Fact, iri: string) => boolean][]} */ ([
  ["Positions", (f) => f.kind === "position"],
  ["Money", (f) => f.kind === "funding"],
  ["Stance", (f) => f.kind === "stance"],
  ["Relations", (f) => f.kind === "relation"],
  ["Events", (f) => f.kind === "participation" || f.kind === "event"],
  ["Said", (f, iri) => f.kind === "statement" && f.about[0] === iri],
  ["What others said of it", (f, iri) => f.kind === "statement" && f.about[0] !== iri],
]);

/** @param {boolean} focus whether the keyboard goes to its title */
function renderPanel(focus) {
  const panel = byId("panel");
  const picked = chosen();
  const lone = picked.length || state.way || !state.fact ? undefined : dossier.facts.find((fact) => lastPart(fact.iri) === state.fact);
  const opened = panel.hidden;
  panel.hidden = !picked.length && !state.way && !lone;
  if (panel.hidden) {
    if (!opened && panel.contains(document.activeElement)) focusBack();
    panel.replaceChildren();
    byId("said").textContent = "";
    return;
  }
  panel.replaceChildren(
    make("button", { type: "button", class: "close", "aria-label": "Close", text: "✕", click: close }),
    ...(lone ? ofNobody(lone) : picked.length === 1 ? ofNode(picked[0]) : picked.length ? ofPair(picked) : ofWay()),
  );
  panel.scrollTop = 0;
  const fact = state.fact && panel.querySelector(`[data-facts~="${CSS.escape(state.fact)}"]`);
  if (fact) {
    fact.classList.add("sought");
    fact.scrollIntoView({ block: "start" });
  }
  const title = /** @type {HTMLElement} */ (panel.querySelector("h2"));
  byId("said").textContent =
    `${title.textContent}: ${lone ? lone.line : picked.length === 1 ? sortOf(picked[0]) : picked.length ? "what joins the two" : currentWay().length ? many(currentWay().length - 1, "step", "steps") : ""}`;
  if (focus) title.focus({ preventScroll: true });
}

/** What somebody says whom the articles do not name, of nobody and nothing that they name. @param {Fact} fact */
const ofNobody = (fact) => [make("h2", { tabindex: "-1" }, make("bdi", { text: upper(fact.subject) })), make("p", { class: "soft", text: "without a name in the articles" }), card(fact, "")];

/** What is known of a thing. @param {string} iri */
function ofNode(iri) {
  const profile = profileOf.get(iri);
  const money = moneyOf.get(iri);
  const facts = factsAbout.get(iri) ?? [];
  const groups = GROUPS.flatMap(([title, belongs]) => {
    const some = joined(facts.filter((fact) => belongs(fact, iri)));
    return some.length ? [make("h3", { text: `${title} (${some.length})` }), ...some.map((fact) => card(fact, iri))] : [];
  });
  return [
    make("h2", { tabindex: "-1" }, glyph(kindOfNode(iri)), make("bdi", { text: nameOf(iri) })),
    make("p", { class: "soft", text: sortOf(iri) }),
    profile?.aliases.length ? make("p", { class: "soft" }, "also: ", ...profile.aliases.flatMap((name, i) => [i ? " · " : "", make("bdi", { text: name })])) : null,
    profile ? posts(iri, facts) : null,
    money ? moneyCard(money) : null,
    make("p", {
      class: "soft",
      text: facts.length ? `${many(joined(facts).length, "fact", "facts")} in ${many(articlesOf(facts), "article", "articles")}` : "Named in the articles; no fact about it was read.",
    }),
    around(iri),
    neighbours(iri),
    ...groups,
    money?.unsure.length ? make("p", { class: "note", text: "Some of these mentions give no sum and may mean other money; they are not counted." }) : null,
  ].filter((part) => part !== null && part !== undefined);
}

/** The positions at a glance, the present ones first. @param {string} iri @param {Fact[]} facts */
function posts(iri, facts) {
  const held = joined(facts.filter((f) => f.kind === "position" && f.about[0] === iri));
  const order = ["current", "incoming", "unknown", "former"];
  held.sort((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
  return held.length ? make("ul", { class: "posts" }, ...held.map((f) => make("li", {}, make("bdi", { text: upper(f.line) }), statusChip(f)))) : null;
}

/** @param {Fact} fact */
const statusChip = (fact) => {
  if (fact.kind === "position") return fact.status === "current" ? null : chip(fact.status);
  if (fact.kind === "stance") return chip(fact.status, fact.status);
  if (fact.kind === "statement") return chip(fact.status === "direct" ? "quoted" : fact.status === "mixed" ? "partly quoted" : "reported");
  return null;
};

/** Two choices: what stands around it alone, one or two steps far; or everything. @param {string} iri */
function around(iri) {
  if (!edgesAt.has(iri)) return null;
  const choice = (/** @type {number} */ steps, /** @type {string} */ text) =>
    make("button", { type: "button", "aria-pressed": String(state.steps === steps), text, click: () => go({ view: "map", steps }) });
  return make(
    "div",
    {},
    make("div", { class: "around", role: "group", "aria-label": "What the map shows" }, choice(0, "Whole map"), choice(1, "Its neighbours"), choice(2, "Two steps")),
    make("div", { class: "acts" }, askWay(iri), bringIn(iri)),
  );
}

/** A button that draws all its neighbours, where some are not drawn; or one that lets them go again. @param {string} iri */
function bringIn(iri) {
  if (state.open.includes(iri)) return make("button", { type: "button", text: "Draw only the weightiest again", click: () => go({ open: state.open.filter((other) => other !== iri) }) });
  const missing = new Set(
    left()
      .lines.filter((e) => e.from === iri || e.to === iri)
      .flatMap((e) => [e.from, e.to])
      .filter((other) => !nodes.get(other)),
  );
  missing.delete(iri);
  return missing.size && !state.steps
    ? make("button", { type: "button", text: `Draw ${many(missing.size, "more neighbour", "more neighbours")}`, click: () => go({ open: [...state.open, iri], view: "map" }) })
    : null;
}

/** Who and what it is connected with, and by what. @param {string} iri */
function neighbours(iri) {
  /** @type {Map<string, string[]>} */
  const by = new Map();
  for (const e of edgesAt.get(iri) ?? []) {
    const other = e.from === iri ? e.to : e.from;
    if (e.relation !== "speaks_of") gather(by, other, e.from === iri ? e.label : `${e.label} ←`);
  }
  if (!by.size) return null;
  const rows = [...by]
    .sort(([a], [b]) => nameOf(a).localeCompare(nameOf(b), "en"))
    .map(([other, labels]) =>
      make(
        "li",
        {},
        glyph(kindOfNode(other)),
        link(other),
        make("button", {
          type: "button",
          class: "why",
          text: [...new Set(labels)].join(", "),
          "aria-label": `Why: ${[...new Set(labels)].join(", ")} ${nameOf(other)}`,
          click: () => go({ show: `${iri} ${other}`, fact: "" }, { focus: true }),
        }),
      ),
    );
  return make("details", { open: by.size <= 12 }, make("summary", { text: `Connected with ${by.size}` }), make("ul", { class: "neighbours" }, ...rows));
}

/** Each line between two nodes with its facts. @param {string[]} ends */
function ofPair([one, other]) {
  const between = allEdges.filter((e) => (e.from === one && e.to === other) || (e.from === other && e.to === one));
  return [
    make("h2", { tabindex: "-1" }, link(one), " – ", link(other)),
    make("p", { class: "soft", text: between.length ? many(between.length, "relation", "relations") : "Nothing joins these two in the articles." }),
    ...linesBetween(one, other, between),
  ];
}

/** Each of the lines between the two with its facts. @param {string} one @param {string} other @param {Line[]} lines */
function linesBetween(one, other, lines) {
  return lines
    .filter((e) => (e.from === one && e.to === other) || (e.from === other && e.to === one))
    .flatMap((e) => [
      make(
        "h3",
        { class: "relation" },
        stroke(e.relation),
        make("bdi", { text: `${e.ends[0].name} – ${e.label} – ${e.ends[1].name}` }),
        e.status && e.status !== "current" ? chip(spaced(e.status)) : null,
      ),
      ...joined(e.facts.map((number) => dossier.facts[number])).map((fact) => card(fact, "")),
    ]);
}

/** Passages without those that say the same words of the same article again. @param {Passage[]} passages */
const apart = (passages) => [...new Map(passages.map((p) => [[p.source, p.before, p.words].join("|"), p])).values()];

const BY_WORDS = new Set(["position", "statement"]); // the same words of the same person are one fact, even where they name two things of one name

/** Facts that say the same become one, with all their passages, the surest first, and the highest belief. @param {Fact[]} facts @returns {Fact[]} */
function joined(facts) {
  /** @type {Map<string, Fact[]>} */
  const same = new Map();
  for (const fact of facts) gather(same, [fact.kind, BY_WORDS.has(fact.kind) ? fact.about[0] : fact.about.join(" "), plain(fact.line), fact.status].join("|"), fact);
  return [...same.values()].map((some) => {
    const surest = [...some].sort((a, b) => b.belief - a.belief);
    return { ...surest[0], about: [...new Set(surest.flatMap((f) => f.about))], iris: some.map((f) => f.iri), passages: apart(surest.flatMap((f) => f.passages.map((p) => ({ ...p, fact: f.iri })))) };
  });
}

/** A fact with its evidence. @param {Fact} fact @param {string} about whose panel it stands in; "" for that of a line */
function card(fact, about) {
  const [subject, ...others] = fact.about;
  const ofIt = subject === about;
  const named = fact.line; // others are links below
  const rest = new Map(others.filter((iri) => iri !== about).map((iri) => [nameOf(iri), iri])).values(); // of two of one name one: "Connected with" has both
  const bodies = fact.passages.map((piece) => passage(piece, fact));
  const [first, ...more] = bodies;
  const isSought = state.fact !== lastPart(fact.iri) && (fact.iris ?? []).map(lastPart).includes(state.fact);
  return make(
    "article",
    { class: "fact", "data-facts": (fact.iris ?? [fact.iri]).map(lastPart).join(" ") },
    make(
      "p",
      { class: "line" },
      ofIt || !subject ? (ofIt ? null : make("bdi", { text: `${fact.subject}: ` })) : make("span", {}, link(subject, fact.subject), ": "),
      make("bdi", { text: ofIt ? upper(named) : named }),
      " ",
      statusChip(fact),
    ),
    first,
    more.length ? make("details", { open: isSought }, make("summary", { text: many(more.length, "more passage that says so", "more passages that say so") }), ...more) : null,
    make("p", { class: "foot" }, belief(fact.belief), ...[...rest].map((iri) => link(iri))),
  );
}

/** @param {number} value */
function belief(value) {
  const word = value >= 0.85 ? "sure" : value >= 0.7 ? "fairly sure" : "unsure";
  return make(
    "span",
    { class: "belief", title: "How likely a careful reader of these words would agree" },
    make("meter", { min: 0, max: 1, value, "aria-label": "belief" }),
    ` belief ${value.toFixed(2)}, ${word}`,
  );
}

/** @param {Passage} piece @param {Fact} fact */
function passage(piece, fact) {
  const source = sourceLine(dossier.sources[piece.source], piece.place);
  source.append(make("span", { class: "takes" }, " · ", citeButton(piece, fact)));
  return make("div", { class: "passage" }, make("blockquote", {}, piece.before, make("mark", { text: piece.words }), piece.after), source);
}

/** The article that words stand in, with its link. @param {Source} source @param {string} place in the original, "" if it has none */
function sourceLine(source, place) {
  const where = [source.publisher, source.published].filter(Boolean).join(", ");
  const title = /^https?:\/\//i.test(source.url) ? make("a", { href: source.url, rel: "noreferrer noopener", target: "_blank", text: source.title }) : make("bdi", { text: source.title });
  const again = source.also.map((number) => dossier.sources[number]).map((s) => [s.publisher || s.file, s.published].filter(Boolean).join(", "));
  return make(
    "cite",
    {},
    title,
    where ? ` – ${where}` : "",
    make("span", { class: "file", text: ` · ${source.file}${place ? `, ${place}` : ""}` }),
    again.length ? ` · also appeared in ${again.join("; ")}` : "",
  );
}

/** @param {Money} m */
function moneyCard(m) {
  const rows = /** @type {[string, any][]} */ ([
    ["Sum", make("b", { text: m.stated === null ? "not given" : sumOf(m) })],
    ["Status", statusOf(m)],
    ["Paid by", m.payer && linked(m.payers)],
    ["Said by", m.announcer && linked(m.announcers)],
    ["For", m.recipient && linked(m.recipients)],
    ["Purpose", m.purpose],
    ["Period", m.period],
    ["Occasion", m.occasion && linked(m.occasions)],
    ["In the totals", m.counts ? "yes, once" : `no: ${whyNot(m)}`],
  ]).filter(([, value]) => value);
  return make("dl", { class: "money" }, ...rows.flatMap(([head, value]) => [make("dt", { text: head }), make("dd", {}, value)]));
}

/** Why a sum enters no total. @param {Money} m */
function whyNot(m) {
  if (m.stated === null) return "no sum is given";
  return m.is_disputed ? "it is disputed" : `${spaced(m.status)} is no promise`;
}
