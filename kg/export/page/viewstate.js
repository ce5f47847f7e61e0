// @ts-check
/* What the other ways to look add to the state: how a table is sorted and narrowed, and what a chart shows. */

const MEASURES = {
  mentions: { title: "Times mentioned", note: "how often the articles name it, by name, short name or pronoun" },
  articles: { title: "Articles", note: "in how many articles it is named" },
  degree: { title: "Connections", note: "with how many others a relation joins it; being spoken of does not count" },
  betweenness: { title: "Between others", note: "the share of shortest paths between two others that run through it (betweenness)" },
};

const OF_VIEWS = { sort: "", words: "", only: false, by: "", order: "", how: "", measure: "mentions", towards: "", money: "", flow: "", span: "" };

/**
 * The part of the state that belongs to the views, as an address asks for it; what it gets wrong is as at first.
 * @param {(key: string) => string} text what the address says for a key, "" for nothing
 * @returns {typeof OF_VIEWS}
 */
function viewsFrom(text) {
  const word = (/** @type {string} */ key) => (/^[\w/-]{1,40}$/.test(text(key)) ? text(key) : "");
  return {
    sort: word("sort"),
    words: text("words").slice(0, 200),
    only: text("only") === "true",
    by: word("by"),
    order: word("order"),
    how: word("how"),
    measure: Object.hasOwn(MEASURES, text("measure")) ? text("measure") : OF_VIEWS.measure,
    towards: text("towards"),
    money: word("money"),
    flow: word("flow"),
    span: /^\d{4}(-\d\d)?(-\d\d)?\.\.\d{4}(-\d\d)?(-\d\d)?$/.test(text("span")) ? text("span") : "",
  };
}
