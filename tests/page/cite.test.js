import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.js";

const { citation, inQuotes } = load(["words", "cite"], ["citation", "inQuotes"]);
const source = { title: "Lab gets money", publisher: "The Daily Post", published: "2020-03-04", url: "https://post.example/lab", file: "in/lab.txt" };
const fact = { kind: "statement", subject: "Ann Marl", line: "said: “We pay”", status: "direct", iri: "https://kg.example/fact/1" };
const piece = { words: "“We\n pay 👍”, she said", at: 120, place: "" };

test("a citation says the words, whose they are, the article and where they stand in it", () =>
  assert.equal(
    citation(piece, fact, source, ""),
    "““We pay 👍”, she said” — Ann Marl, quoted. “Lab gets money”, The Daily Post, 4 Mar 2020, https://post.example/lab. in/lab.txt, characters 120–141. https://kg.example/fact/1",
  ));

test("what is not known is left out, not named undefined", () =>
  assert.equal(
    citation(
      { words: "£5m", at: 3, place: "page 2", fact: "https://kg.example/fact/2" },
      { ...fact, kind: "funding", subject: "£5m", line: "promised" },
      { ...source, publisher: "", published: "", url: "" },
      "https://host/#fact=2",
    ),
    "“£5m” — £5m: promised. “Lab gets money”. in/lab.txt, page 2, characters 3–6. https://kg.example/fact/2 https://host/#fact=2",
  ));

test("neither addresses that are no web addresses nor letters that turn the line get into a citation", () => {
  const text = citation({ ...piece, words: "a\u202eb\u0007c" }, { ...fact, subject: "Ora \u2066Vale" }, { ...source, url: "javascript:alert(1)", title: "a\r\nb" }, "");
  assert.doesNotMatch(text, /[\p{Cc}\u202e\u2066]|javascript:/u);
});

test("words that bring their quotation marks get no second pair", () => assert.deepEqual(["“a”", "“a” and “b”", "a"].map(inQuotes), ["“a”", "““a” and “b””", "“a”"]));
