// @ts-check
/* The table of a view as a file: RFC 4180, with a byte order mark, so that spreadsheets read the letters right. */

const FORMULA = /^(\s*[=+\-@＝＋－＠]|[\t\r\n])/; // a cell that begins so is run by some spreadsheet

/** @param {string | number | null} value @returns {string} the value as a cell */
function csvCell(value) {
  const text = typeof value === "string" && FORMULA.test(value) ? `'${value}` : String(value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** @param {Column[]} columns @param {any[]} items @returns {string} a head and a line per item */
const csvOf = (columns, items) => [columns.map((c) => c.head), ...items.map((item) => columns.map((c) => c.text(item)))].map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
