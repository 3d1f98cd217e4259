// A text as the screens search it: what looks the same is made the same. `rules/screens/folding.py` says how, and gives the table.

const HIDDEN = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const SPACE = /^\p{Z}$/u;
const DASH = /^\p{Pd}$/u;
const MARKS = /\p{Mn}/gu;
const DIGIT = /^\p{Nd}$/u;

/** The folded text, and `original(place)`, where in `text` a place of the folded one is. */
export function fold(text, table) {
  const shifts = [];
  let length = 0;
  let done = 0;
  const made = text.replace(new RegExp(table.tokens, "gu"), (token, place) => {
    const instead = searched(token, table);
    length += place - done + instead.length;
    done = place + token.length;
    if (instead.length !== token.length) shifts.push([length, done - length]);
    return instead;
  });
  return { text: made, original: (place) => place + (shifts.findLast(([end]) => end <= place)?.[1] ?? 0) };
}

function searched(token, table) {
  if (token[0] === "\n") return " ";
  if (token[0] === "&") {
    const name = token.slice(1, -1);
    if (name[0] !== "#") return table.entities[name];
    return character(/^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1)), table);
  }
  if (token[0] === "\\" && token.length > 1) return token.length > 2 ? character(parseInt(token.slice(2), 16), table) : " ";
  return letter(token, table);
}

const character = (number, table) => (number <= 0x10ffff ? letter(String.fromCodePoint(number), table) : "");

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
