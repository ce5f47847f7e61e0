// @ts-check
/* A piece of evidence as one quotes it in a paper: the words, whose or of whom, the article, where it stands. Pure functions. */

/** @type {Record<string, string>} how a statement was given */
const GIVEN = { direct: "quoted", mixed: "partly quoted", indirect: "reported" };

/** The words in quotation marks; none more where they bring a pair that encloses them.
 * @param {string} words */
const inQuotes = (words) => (/^(“[^“”]*”|"[^"]*")$/.test(words) ? words : `“${words}”`);

/** A piece of evidence as a line of plain text.
 * @param {Passage} piece @param {Fact} fact what it bears out @param {Source} source its article
 * @param {string} address of the page with this fact open; "" where nobody else can go there
 * @returns {string} */
function citation(piece, fact, source, address) {
  const subject = fact.subject || "nobody named";
  const of = fact.kind === "statement" ? `${subject}, ${GIVEN[fact.status] ?? fact.status}` : `${subject}: ${fact.line}`;
  const url = /^https?:\/\//i.test(source.url) ? source.url : "";
  const article = [inQuotes(source.title), source.publisher, source.published && periodName(source.published), url].filter(Boolean).join(", ");
  const characters = `characters ${piece.at}–${piece.at + [...piece.words].length}`; // as the graph counts them, end exclusive
  const file = [source.file, piece.place, characters].filter(Boolean).join(", ");
  return [`${inQuotes(drawable(piece.words))} — ${of}.`, `${article}.`, `${file}.`, piece.fact ?? fact.iri, address].filter(Boolean).map(drawable).join(" ");
}
