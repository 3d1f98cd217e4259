// Checks the Markdown in a text: links and figures, as markdown_syntax.py finds them.

const LINK =
  /\[(?:[^[\]\\\n]|\n(?![ \t]*\n)|\\.|\[[^[\]\n]{0,100}\]){0,300}\]\([ \t]{0,9}(?<target>[^()\s]{0,500}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?)[^()\n]{0,200}\)/g;
const DEFINITION = /^ {0,3}\[[^[\]\n]{1,100}\]:[ \t]{0,9}(?<target>\S{1,500})/gm;
const FIGURE = /\{(?<name>[A-Za-z0-9][A-Za-z0-9-]{0,80}(?:\.[A-Za-z0-9-]{1,80}){0,3})\}/g;
const CODE = /(^|[^\\`])(`[^`\n]+`)(?!`)/g;
const WORDS = new Set(["line", "prose"]);

const withoutCode = (text) => text.replace(CODE, (_, before, code) => before + " ".repeat(code.length));

const blank = (text, pattern) => text.replace(pattern, (found) => found.replace(/[^\n]/g, " "));

/** Add a problem for each unsafe or half-written link, and for each figure, since a form cannot know figures. */
export function textProblems(fields, values, answers, { add, say, rules }) {
  const halves = rules.half_links.map(([pattern, what]) => [new RegExp(pattern, "g"), what]);
  const check = (text, path) => {
    links(text, path, add);
    let rest = [LINK, DEFINITION].reduce(blank, text);
    for (const [pattern, what] of halves) {
      for (const _ of rest.matchAll(pattern)) say(path, "half-link", { what });
      rest = blank(rest, pattern);
    }
  };
  for (const { path, text } of texts(fields, values)) {
    const bare = withoutCode(text);
    check(bare, path);
    for (const _ of blank(bare, FIGURE).matchAll(new RegExp(rules.braces, "g"))) say(path, "half-figure");
    for (const { groups } of bare.matchAll(FIGURE)) {
      add(path, "unknown-evidence", `there is no figure called \`${groups.name}\``, "look its name up in evidence.yaml");
    }
  }
  // Braces in the story are escaped, so they name no figure.
  for (const [heading, text] of Object.entries(answers)) check(withoutCode(text), heading);
}

/** Every text of an entry that may have Markdown, with its path. */
export function* texts(fields, values, prefix = "") {
  for (const field of fields) {
    const value = values[field.name];
    const path = prefix + field.name;
    if (value === undefined) continue;
    for (const [item, at] of field.many ? value.map((item, n) => [item, `${path}.${n}`]) : [[value, path]]) {
      if (field.kind === "group") yield* texts(field.fields, item, `${at}.`);
      else if (WORDS.has(field.kind)) yield { path: at, text: item };
    }
  }
}

function links(text, path, add) {
  for (const pattern of [LINK, DEFINITION]) {
    for (const { groups } of text.matchAll(pattern)) link(groups.target, path, add);
  }
}

function link(target, path, add) {
  if (target === "" || target.startsWith("mailto:")) {
    const what = target ? "an e-mail address, which this site does not use" : "nowhere";
    add(path, "bad-link", `this is a link to ${what}`, "link to a page, or take the link out");
  } else if (/^[/#](?!\/)/.test(target)) {
    // Only the checker knows which pages the site has, so links to it are refused here.
    add(
      path,
      "bad-link",
      "a link to a page of this site cannot be checked here",
      "write the whole address, starting with https://",
    );
  } else if (!isHttps(target)) {
    add(
      path,
      "bad-link",
      `\`${target.slice(0, 60)}\` is not a safe link`,
      "start it with https://, or with a slash for a page of this site",
    );
  }
}

function isHttps(text) {
  const host = /^https:\/\/([^/?#]*)/.exec(text)?.[1];
  return (
    Boolean(host) &&
    !/[^\x00-\x7f]|xn--/i.test(host) && // a letter of another alphabet can look like one of ours
    !/[\s\\<>"'`]/.test(text) &&
    !host.includes("@") &&
    host.replace(/^\.+|\.+$/g, "").includes(".") &&
    !host.startsWith(".")
  );
}
