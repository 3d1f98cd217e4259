// Decides whether a run of capitalised words is a name, as confidentiality/names.py does.

const WORD = /[A-Za-z'-]+/g;
// Two names, or an initial and a name.
const FULL = /[fsu]{2}|i[fsu]/;
const lists = new WeakMap();

/** Is the run of words from `start` to `end` a name? `alone`: one word that is not ordinary is enough. */
export function isName(text, start, end, alone, table) {
  const part = text.slice(start, end);
  const words = [...part.matchAll(WORD)].filter(([word]) => !isParticle(word, table));
  const kinds = words.map(([word]) => kind(word, table)).join("");
  const near = (first) => text.slice(Math.max(first - table.reach, 0), first);
  if (!/[fu]/.test(kinds) || endsWith(table.place, near(start))) return false;
  return [...kinds.matchAll(/[fisu]*[fu][fisu]*/g)].some(({ 0: stretch, index }) => {
    const { 0: lastWord, index: at } = words[index + stretch.length - 1];
    const last = start + at + lastWord.length;
    const after = text.slice(last, last + table.reach);
    if (has("named_after", nextWord(after).toLowerCase(), table)) return false;
    if (alone || (stretch.includes("u") && FULL.test(stretch))) return true;
    if (endsWith(table.before, near(start + words[index].index))) return true;
    return stretch.includes("u") && new RegExp(`^(?:${table.after})`, "u").test(after);
  });
}

/** Has a text a capitalised word that is not ordinary? */
export function isUnusual(text, table) {
  const words = text.match(/\b[A-Z][A-Za-z'-]+/g) ?? [];
  return words.some((word) => word !== word.toUpperCase() && !isParticle(word, table) && kind(word, table) === "u");
}

function kind(word, table) {
  const first = word.split("-")[0].toLowerCase();
  if (first.length === 1) return "i";
  const forms = [first, `${first}s`, first.replace(/s$/, ""), first.replace(/'s$/, "")];
  if (forms.some((form) => has("ordinary", form, table))) return "o";
  if (forms.some((form) => has("surnames", form, table))) return "s";
  if (!forms.some((form) => has("first_names", form, table))) return "u";
  return /^[A-Z]/.test(word) ? "f" : "o";
}

const endsWith = (source, text) => new RegExp(`(?:${source})$`, "u").test(text);
const isParticle = (word, table) => new RegExp(`^(?:${table.particle})$`, "u").test(word);
const nextWord = (after) => /^(?:'s)? {1,3}([A-Za-z]{1,30})/.exec(after)?.[1] ?? "";

// Is a word in one of the table's lists?
function has(name, word, table) {
  if (!lists.has(table)) lists.set(table, {});
  const made = lists.get(table);
  made[name] ??= new Set(table[name].split(" "));
  return made[name].has(word);
}
