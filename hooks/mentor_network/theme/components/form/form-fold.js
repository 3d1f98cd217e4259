// Folds a text for the screens: characters that look alike become one. The table is that of the confidentiality package.

const HIDDEN = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const SPACE = /^\p{Z}$/u;
const DASH = /^\p{Pd}$/u;
const MARKS = /\p{Mn}/gu;
const DIGIT = /^\p{Nd}$/u;

/** The folded text, and `original(offset)`, which maps an offset in it to one in `text`. */
export function fold(text, table) {
  const letters = new RegExp(table.tokens, "gu");
  return replaced(decode(text, table), letters, (token) => (token[0] === "\n" ? " " : letter(token, table)));
}

/** Decode entities and other encoded characters, as confidentiality/decoding.py does. */
export function decode(text, { encoded, rounds, entities }) {
  const tokens = new RegExp(encoded, "gu");
  let made = { text, original: (place) => place };
  for (let round = 0; round < rounds; round += 1) {
    const again = replaced(made, tokens, (token) => meant(token, entities));
    if (again.text === made.text) break;
    made = again;
  }
  return made;
}

// Replace each token by `instead`, and map offsets back to the text before any replacement.
function replaced(before, tokens, instead) {
  const shifts = [];
  let length = 0;
  let done = 0;
  const text = before.text.replace(tokens, (token, place) => {
    const made = instead(token);
    length += place - done + made.length;
    done = place + token.length;
    if (made.length !== token.length) shifts.push([length, done - length]);
    return made;
  });
  const shift = (place) => shifts.findLast(([end]) => end <= place)?.[1] ?? 0;
  return { text, original: (place) => before.original(place + shift(place)) };
}

function meant(token, entities) {
  if (token[0] === "&" && token[1] !== "#") {
    const name = token.slice(1, -1);
    return Object.hasOwn(entities, name) ? entities[name] : token;
  }
  const letter = character(token);
  return letter < " " || letter === "\x7f" ? " " : letter;
}

function character(token) {
  if (token === "\\n" || token === "\\t") return " ";
  if (token[0] === "%" && token[1] !== "u") {
    try {
      return decodeURIComponent(token);
    } catch {
      return token;
    }
  }
  const digits = token.replace(/^[%&#\\uUxX]+|;$/g, "");
  const number = parseInt(digits, token[0] === "&" && !/x/i.test(token[2]) ? 10 : 16);
  return number <= 0x10ffff ? String.fromCodePoint(number) : "";
}

function letter(sign, { letters, zeros }) {
  if (Object.hasOwn(letters, sign)) return letters[sign];
  if (HIDDEN.test(sign)) return "";
  if (SPACE.test(sign)) return " ";
  if (DASH.test(sign)) return "-";
  return [...sign.normalize("NFKD").replace(MARKS, "")].map((part) => digit(part, zeros)).join("");
}

function digit(sign, zeros) {
  if (!DIGIT.test(sign) || /[0-9]/.test(sign)) return sign;
  const number = sign.codePointAt(0);
  const zero = [...zeros].map((one) => one.codePointAt(0)).findLast((one) => one <= number);
  return String(number - zero);
}
