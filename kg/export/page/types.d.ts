/* The nouns of the page, for the type checker alone. */

interface Point { x: number; y: number }

/** A node of the map. `order`: 0 for the weightiest. */
interface Thing extends Point {
  id: string; label: string; name: string; kind: string; shape: string; size: number; community: number;
  mentions: number; articles: number; degree: number; betweenness: number;
  order: number; lines: Line[]; sources?: number[];
}

/** A line of the map. `order`: that of its weaker end. */
interface Line {
  id: string; from: string; to: string; label: string; relation: string; status: string; belief: number;
  facts: number[]; bend: number; dashed: number; order: number; ends: [Thing, Thing]; sources?: number[];
}

/** `at`: where the words begin in the document, in characters. `fact`: the fact that it bears out, where several are told as one. */
interface Passage { source: number; before: string; words: string; after: string; at: number; place: string; fact?: string }
interface Fact {
  iri: string; kind: string; subject: string; line: string; about: string[]; status: string; belief: number; passages: Passage[]; start: string; end: string;
  iris?: string[];
}
interface Source { iri: string; title: string; publisher: string; published: string; url: string; file: string; origin: number; also: number[] }
interface Profile { iri: string; kind: string; sort: string; name: string; aliases: string[] }
/** A name, and who or what has it: an IRI, "" where that is not known. */
interface Named { name: string; iri: string }
interface Money {
  iri: string; surface: string; stated: number | null; currency: string; is_per_year: boolean; status: string; newness: string;
  payer: string; announcer: string; recipient: string; purpose: string; period: string; occasion: string;
  payers: Named[]; announcers: Named[]; recipients: Named[]; occasions: Named[];
  is_disputed: boolean; counts: boolean; statements: string[]; unsure: string[]; start: string; end: string;
}
interface Look { kind: string; colour: string; dark: string; shape: string; legend: string; one: string }
interface Stroke { relation: string; legend: string; colour: string; dark: string; dotted: boolean }

/** A step of the story; `focus`: none, one, or the two ends of a path. */
interface Step {
  title: string; text: string; focus: string[]; view: string; kinds: string[]; relations: string[]; start: string; end: string;
  around: number; belief: number;
}

interface Dossier {
  base: string; aside: string[]; kinds: Look[]; relations: Stroke[]; story: Step[];
  sources: Source[]; profiles: Profile[]; money: Money[]; facts: Fact[];
}

/** What is shown: state.js says what each means. */
interface State {
  view: string; show: string; fact: string; steps: number; open: string[]; way: string; tour: number;
  kinds: string[]; relations: string[]; articles: string[]; publishers: string[]; sums: string[];
  from: string; to: string; undated: boolean; belief: number; loose: boolean;
  sort: string; words: string; only: boolean; by: string; order: string; how: string; measure: string; towards: string; money: string; flow: string; span: string;
}

declare const vis: typeof import("vis-network/standalone");
