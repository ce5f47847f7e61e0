/* The page's scripts share one scope, as in the page: they are run together, and a test asks for what it needs of them. */

import { readFileSync } from "node:fs";
import vm from "node:vm";

/**
 * Values of some of the page's scripts.
 * @param {string[]} scripts names in kg/export/page, in the order in which they are joined
 * @param {string[]} names what is asked for
 * @returns {Record<string, any>}
 */
export function load(scripts, names) {
  const code = scripts.map((name) => readFileSync(new URL(`../../kg/export/page/${name}.js`, import.meta.url), "utf8")).join("");
  return vm.runInThisContext(`(() => {${code}; return { ${names.join(", ")} };})()`);
}
