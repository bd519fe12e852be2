// The editor of one paragraph: ProseMirror over the text area, into which it writes the same markup.
//
// The text area stays what is sent, so that the page works alike without it. The schema is as small as a
// paragraph of a resolution: words, italics, links, references to notes.
import { baseKeymap, toggleMark } from "prosemirror-commands";
import { history, redo, undo } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import { Schema } from "prosemirror-model";
import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { isNew, newNote, read, wordsOf, write } from "./markup.js";
import { asides, flatten, italics, unstyled } from "./pasting.js";

const goodAddress = (href) => /^(https?:|mailto:|\/|#)[^()\s]*$/i.test(href);

function schemaFor(number, notes) {
  return new Schema({
    nodes: {
      doc: { content: "paragraph" },
      paragraph: {
        content: "inline*",
        parseDOM: [{ tag: "p" }],
        toDOM: () => ["p", number ? { class: "words numbered", "data-number": number } : { class: "words" }, 0],
      },
      note: {
        inline: true,
        group: "inline",
        atom: true,
        attrs: { id: {} },
        parseDOM: [{ tag: "sup[data-note]", getAttrs: (dom) => ({ id: dom.dataset.note }) }],
        toDOM: ({ attrs: { id } }) =>
          isNew(id)
            ? ["sup", { class: "note-reference", "data-note": id, title: wordsOf(id) }, "*"]
            : ["sup", { class: "note-reference", "data-note": id }, notes.get(id) ?? "?"],
      },
      text: { group: "inline" },
    },
    marks: {
      link: {
        attrs: { href: {} },
        inclusive: false,
        parseDOM: [
          ...asides,
          { tag: "a[href]", getAttrs: (dom) => goodAddress(dom.getAttribute("href")) && { href: dom.getAttribute("href") } },
        ],
        toDOM: (mark) => ["a", { href: mark.attrs.href }, 0],
      },
      italic: {
        parseDOM: italics,
        toDOM: () => ["em", 0],
      },
    },
  });
}

// A pilcrow divides the paragraph; it is a word of the markup, so that it is seen in the redline too.
function divide(state, dispatch) {
  if (!state.schema.cached.divisible) return true;
  dispatch(state.tr.insertText(" ¶ ").scrollIntoView());
  return true;
}

export function mountEditors(root) {
  for (const area of root.querySelectorAll("textarea[data-words]:not([data-mounted])")) mount(area);
}

function mount(area) {
  area.dataset.mounted = "";
  const form = area.form;
  const notes = new Map((area.dataset.notes ?? "").split(" ").filter(Boolean).map((pair) => pair.split("=")));
  const schema = schemaFor(area.parentElement.dataset.number, notes);
  schema.cached.divisible = area.dataset.divisible !== undefined;
  const view = new EditorView(
    { mount: area.parentElement.insertBefore(document.createElement("div"), area) },
    {
      state: EditorState.create({
        doc: read(area.value, schema),
        plugins: [
          history(),
          keymap({
            "Mod-i": toggleMark(schema.marks.italic),
            "Mod-z": undo,
            "Mod-y": redo,
            "Shift-Mod-z": redo,
            Enter: divide,
            "Shift-Enter": () => true,
          }),
          keymap(baseKeymap),
        ],
      }),
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": area.getAttribute("aria-label"),
        spellcheck: "true",
      },
      transformPastedHTML: unstyled,
      transformPasted: (slice) => flatten(slice, schema, view.state.doc.textContent),
      dispatchTransaction(transaction) {
        view.updateState(view.state.apply(transaction));
        if (transaction.docChanged) {
          area.value = write(view.state.doc);
          for (const other of form.querySelectorAll(".editor-also")) other.hidden = true;
          area.dispatchEvent(new Event("input", { bubbles: true }));
        }
        showMarks();
      },
    },
  );
  area.hidden = true;
  form.querySelector(".markup-hint")?.remove();

  const tools = form.querySelector(".tools");
  const tool = (name) => tools.querySelector(`[data-mark="${name}"]`);
  const asking = (name) => form.querySelector(`[data-asks="${name}"]`);
  const run = (command) => {
    command(view.state, view.dispatch);
    view.focus();
  };
  const { italic, link } = schema.marks;

  function showMarks() {
    const { from, $from, to, empty } = view.state.selection;
    const set = empty ? view.state.storedMarks ?? $from.marks() : null;
    const on = (mark) => (set ? Boolean(mark.isInSet(set)) : view.state.doc.rangeHasMark(from, to, mark));
    tool("italic").setAttribute("aria-pressed", on(italic));
  }

  function ask(name) {
    const panel = asking(name);
    panel.hidden = !panel.hidden;
    tool(name).setAttribute("aria-expanded", !panel.hidden);
    if (panel.hidden) return view.focus();
    if (name === "link") panel.querySelector("[data-field]").value = linkAt()?.attrs.href ?? "";
    if (name === "note") {
      const there = view.state.selection.node?.attrs.id ?? "";
      const field = (of) => panel.querySelector(`[data-field="${of}"]`);
      field("note").value = isNew(there) ? "" : there;
      if (field("note").selectedIndex < 0) field("note").selectedIndex = 0; // where no new note can be written
      field("note-words").value = isNew(there) ? wordsOf(there) : "";
      showWords();
    }
    panel.querySelector("[data-field]").focus();
  }

  function linkAt() {
    let found = null;
    const { from, to, $from } = view.state.selection;
    found = link.isInSet($from.marks()) ?? null;
    view.state.doc.nodesBetween(from, to, (node) => {
      found ??= link.isInSet(node.marks) ?? null;
    });
    return found;
  }

  function showWords() {
    const [known, words] = asking("note").querySelectorAll("[data-field]");
    words.closest("label").hidden = known.value !== "";
  }

  const acts = {
    link() {
      const href = asking("link").querySelector("[data-field]").value.trim();
      const { from, to, empty } = view.state.selection;
      if (!goodAddress(href)) return asking("link").querySelector("[data-field]").focus();
      const mark = link.create({ href });
      const transaction = empty
        ? view.state.tr.replaceSelectionWith(schema.text(href, [mark]), false)
        : view.state.tr.addMark(from, to, mark);
      view.dispatch(transaction);
      ask("link");
    },
    unlink() {
      const { from, to, $from } = view.state.selection;
      const whole = from === to ? [$from.start(), $from.end()] : [from, to];
      view.dispatch(view.state.tr.removeMark(...whole, link));
      ask("link");
    },
    note() {
      const words = asking("note").querySelector('[data-field="note-words"]');
      const id = asking("note").querySelector('[data-field="note"]').value || newNote(words.value);
      if (isNew(id) && !words.value.trim()) return words.focus();
      view.dispatch(view.state.tr.replaceSelectionWith(schema.nodes.note.create({ id }), false));
      ask("note");
    },
  };

  asking("note")?.addEventListener("change", (event) => {
    event.stopPropagation();
    showWords();
  });
  tools.hidden = false;
  tools.addEventListener("mousedown", (event) => event.preventDefault()); // keep the selection
  tools.addEventListener("click", ({ target }) => {
    const name = target.closest("[data-mark]")?.dataset.mark;
    if (name === "italic") run(toggleMark(italic));
    else if (name) ask(name);
  });
  form.addEventListener("click", ({ target }) => acts[target.dataset?.does]?.());
  form.addEventListener("keydown", (event) => {
    const panel = event.target.closest?.(".asking");
    if (!panel) return;
    if (event.key === "Enter") {
      event.preventDefault();
      acts[panel.dataset.asks]();
    } else if (event.key === "Escape") ask(panel.dataset.asks);
  });
  if (form.closest(".place")) {
    closeAbove(form);
    view.focus();
    form.closest(".editor").scrollIntoView({ block: "nearest" });
  }
}

// Whoever goes on from a paragraph to a new one below it has left the first, if nothing was typed there.
function closeAbove(form) {
  const body = form.closest('.place[id^="after-"]')?.parentElement;
  const above = body?.querySelector('[id^="edit-"] textarea[data-words]');
  if (above && above.value === above.defaultValue) above.closest(".place").replaceChildren();
}

// To leave without keeping: in the text the editor closes, on its own page the link leads back.
document.addEventListener("click", (event) => {
  const leaving = event.target.closest?.("[data-leaves]");
  if (!leaving) return;
  const area = leaving.closest("form").querySelector("[data-words]");
  if (area) area.defaultValue = area.value;
  const place = leaving.closest(".place");
  if (!place) return;
  event.preventDefault();
  const row = place.closest(".provision");
  place.replaceChildren();
  row?.querySelector(".amend a")?.focus();
});

// What is typed and not kept is not left by accident.
let sending = false;
document.addEventListener("submit", (event) => (sending ||= !event.defaultPrevented)); // htmx sends without leaving
window.addEventListener("beforeunload", (event) => {
  const unkept = [...document.querySelectorAll("textarea[data-words]")].some((area) => area.value !== area.defaultValue);
  if (unkept && !sending) event.preventDefault();
});
