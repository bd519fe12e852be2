// A paragraph's words in the small markup of drafting/text.py, to and from the editor's document.
//
// *italics*, [words](address), [^id] for a reference to a note, [^: words] for one to a new note with these
// words (drafting/written_notes.py); a backslash makes the next sign ordinary.

const LINK = String.raw`\[(?=(?:\\.|[^\[\]\\])*\]\([^()\s]*\))`;
const NEW_NOTE = String.raw`:(?:\\.|\[[^\[\]]*\]\([^()\s]*\)|[^\[\]\\])*`;
const SIGNS = new RegExp(String.raw`[\\*]|\[(?=\^)|${LINK}|\](?=\()`, "gs");
const SIGNS_IN_LINK = /[\\*[\]^]/g;
const MARKUP = new RegExp(String.raw`\\(.)|(\*)|\[\^(${NEW_NOTE}|[^\]\s]+)\]|(${LINK})|\]\(([^()\s]*)\)`, "gs");

export function read(markup, schema) {
  const found = [];
  let italic = false;
  let linkStart = -1;
  let position = 0;
  let run = "";
  const marks = () => (italic ? [schema.marks.italic.create()] : []);
  const flush = () => {
    if (run) found.push(schema.text(run, marks()));
    run = "";
  };
  for (const match of markup.matchAll(MARKUP)) {
    const [whole, plain, star, note, link, href] = match;
    run += markup.slice(position, match.index);
    position = match.index + whole.length;
    if (plain !== undefined) run += plain;
    else if (href !== undefined && linkStart < 0) run += whole;
    else {
      flush();
      if (star) italic = !italic;
      else if (note !== undefined) found.push(schema.nodes.note.create({ id: note }));
      else if (link !== undefined) linkStart = found.length;
      else {
        const mark = schema.marks.link.create({ href });
        for (let i = linkStart; i < found.length; i++) {
          if (found[i].isText) found[i] = found[i].mark(mark.addToSet(found[i].marks));
        }
        linkStart = -1;
      }
    }
  }
  run += markup.slice(position);
  flush();
  return schema.node("doc", null, [schema.node("paragraph", null, found)]);
}

export function write(doc) {
  let written = "";
  doc.firstChild.forEach((node) => {
    if (node.type.name === "note") {
      written += `[^${node.attrs.id}]`;
      return;
    }
    const link = node.marks.find((mark) => mark.type.name === "link");
    const italic = node.marks.some((mark) => mark.type.name === "italic");
    let text = node.text.replace(link ? SIGNS_IN_LINK : SIGNS, "\\$&");
    if (italic) text = `*${text}*`;
    written += link ? `[${text}](${link.attrs.href})` : text;
  });
  return written;
}

// A new note is known by its words; brackets among them, but for those of links, are ordinary signs.
export const newNote = (words) =>
  `: ${words
    .trim()
    .replace(/\s+/g, " ")
    .replace(/\\$/, "\\\\")
    .replace(/\\.|(\[[^[\]]*\]\([^()\s]*\))|[[\]]/g, (sign, link) => (link || sign[0] === "\\" ? sign : `\\${sign}`))}`;
export const wordsOf = (note) => note.slice(1).trim().replace(/\\([[\]])/g, "$1");
export const isNew = (note) => note.startsWith(":");
