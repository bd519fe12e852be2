// What is pasted into the editor, from Word above all: one paragraph of words, italics, links and our own
// note references; all else that Word puts on the clipboard is left behind.
import { Fragment, Slice } from "prosemirror-model";

// The policy forbids inline styles: what is pasted bears them, and only some of what they say is of interest.
export const unstyled = (html) =>
  html
    .replace(/<style[\s>][\s\S]*?<\/style>/gi, "")
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/(\s)style=/gi, "$1data-style="));

// A property of Word's own ends in the same words: mso-bidi-font-style is about Arabic and Hebrew alone.
const says = (property, value) => new RegExp(String.raw`(?<![\w-])${property}:\s*(?:${value})`, "i");
const SLANTED = says("font-style", "italic|oblique");
const UPRIGHT = says("font-style", "normal");

export const italics = [
  ...["em", "i"].map((tag) => ({ tag, getAttrs: (dom) => !UPRIGHT.test(dom.dataset.style ?? "") && null })),
  { tag: "span[data-style]", getAttrs: (dom) => SLANTED.test(dom.dataset.style) && null },
];

// What Word shows beside the words: numbers that it counts, references to its notes and comments with their
// texts, and what is struck by a tracked change or hidden.
export const asides = [
  "del",
  "[data-style*='mso-list:Ignore' i]",
  "[data-style*='mso-element:' i]",
  "[data-style*='mso-special-character' i]",
  "[data-style*='mso-hide:all' i]",
  "[data-style*='display:none' i]",
  "a[data-style*='mso-footnote-id' i]",
  "a[data-style*='mso-endnote-id' i]",
  "a[class^='mso'][href^='#_msocom']",
].map((tag) => ({ tag, ignore: true }));

// The words of several paragraphs, and those before and after a line break, are joined by spaces.
export function flatten(slice, schema, standing) {
  const found = [];
  const take = (node) => {
    if (node.isTextblock && found.length) found.push(schema.text(" "));
    if (node.isInline) found.push(node);
    else node.forEach(take);
  };
  slice.content.forEach(take);
  const said = spaced(found.map((node) => node.text ?? "\ufffc").join(""), standing);
  let at = 0;
  const words = found.map((node) => {
    at += node.nodeSize;
    return node.isText ? schema.text(said.slice(at - node.nodeSize, at), node.marks) : node;
  });
  return new Slice(Fragment.fromArray(words), 0, 0);
}

// Between two words that stand in the paragraph already, the space stays the one that is there: Word does not
// tell which of them may break a line as the draft does, and no space shall turn red.
function spaced(text, standing) {
  const there = new Map();
  for (const [, before, space, after] of standing.matchAll(/(\S+)(\s)(?=(\S+))/g)) there.set(`${before} ${after}`, space);
  return text.replace(/\s+/g, (gap, at) => {
    const before = text.slice(0, at).match(/\S*$/)[0];
    const after = text.slice(at + gap.length).match(/^\S*/)[0];
    const usual = gap.trim() === "" && /^[\u00a0\u202f]$/.test(gap) ? gap : " ";
    return (there.get(`${before} ${after}`) ?? usual).repeat(gap.length);
  });
}
