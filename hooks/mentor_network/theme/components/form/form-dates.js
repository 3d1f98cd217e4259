// Reads dates as doctors in the UK write them, day first. What could be two dates, or none, is asked about.

export const MONTHS =
  "January February March April May June July August September October November December".split(" ");
const WEEKDAY = /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b/g;
// Years that a date with a year of 2 figures may be in: back from this year, and on from it.
const BACK = 15;
const ON = 10;

const two = (number) => String(number).padStart(2, "0");

/** Today's local date: 2026-11-23. */
export function today(now = new Date()) {
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** A day in words: 6 August 2026. */
export function dayInWords(day) {
  const [year, month, date] = day.split("-").map(Number);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

/** Is there such a day? */
export function exists(day) {
  const [year, month, date] = day.split("-").map(Number);
  const there = new Date(Date.UTC(year, month - 1, date));
  return year >= 1 && there.getUTCMonth() === month - 1 && there.getUTCDate() === date;
}

/**
 * Read a day. Returns `{ value }`, YYYY-MM-DD; or `{ ask, help }`, what to ask about it; or nothing if it is no date at all.
 */
export function readDay(text, now = today()) {
  const { words, numbers } = parts(text);
  if (words.length > 1 || !(words.length + numbers.length)) return {};
  const made = words.length ? withMonth(words[0], numbers, now) : inFigures(numbers, now);
  if (!made.value || exists(made.value)) return made;
  const [, month, date] = made.value.split("-").map(Number);
  const help = "Check the day and the month.";
  if (month > 12 && date <= 12) return { ask: "The day comes first here, and then the month.", help: "Write the month as a word." };
  return { ask: "There is no such day.", help };
}

/** Read a month, as `readDay` reads a day: `{ value }` is YYYY-MM. A whole date will do. */
export function readMonth(text, now = today()) {
  const { words, numbers } = parts(text);
  if (words.length > 1) return {};
  if (words.length + numbers.length > 2) {
    const { value, ...rest } = readDay(text, now);
    return value ? { value: value.slice(0, 7) } : rest;
  }
  if (words.length) {
    const year = numbers[0] === undefined ? undefined : wholeYear(numbers[0], now);
    return year ? { value: `${year}-${two(words[0])}` } : ASK_YEAR;
  }
  const [first, second] = numbers;
  if (second === undefined) return first?.length === 4 ? ASK_MONTH : {};
  const [month, year] = first.length === 4 ? [second, first] : [first, wholeYear(second, now)];
  if (!year || !inside(month)) return { ask: "This may be a day and a month, or a month and a year.", help: ASK_YEAR.help };
  return { value: `${year}-${two(month)}` };
}

const inside = (month) => month >= 1 && month <= 12;
const ASK_YEAR = { ask: "Which year is that?", help: "Write the month as a word and the year, such as August 2026." };
const ASK_DAY = { ask: "Which day is that?", help: "Write day, month and year, such as 6 August 2026." };
const ASK_MONTH = { ask: "Which month is that?", help: ASK_YEAR.help };

// The months that are named, as numbers, and the numbers. Nothing if there are other words.
function parts(text) {
  const plain = text
    .toLowerCase()
    .replace(WEEKDAY, " ")
    .replace(/(\d)(?:st|nd|rd|th)\b/g, "$1");
  const words = [];
  const numbers = [];
  for (const token of plain.split(/[\s.,/\u2010-\u2015\u2212-]+/u).filter(Boolean)) {
    const month = token.length > 2 ? MONTHS.findIndex((name) => name.toLowerCase().startsWith(token)) : -1;
    const named = month < 0 && token === "sept" ? 8 : month;
    if (/^(?:\d{1,2}|\d{4})$/.test(token)) numbers.push(token);
    else if (named >= 0) words.push(named + 1);
    else if (!["of", "the", "in"].includes(token)) return { words: [], numbers: [] };
  }
  return { words, numbers };
}

// A year of 2 figures as one of 4, if it is near enough.
function wholeYear(text, now) {
  const year = text.length === 4 ? Number(text) : 2000 + Number(text);
  const near = year >= Number(now.slice(0, 4)) - BACK && year <= Number(now.slice(0, 4)) + ON;
  return text.length === 4 || near ? String(year) : undefined;
}

function withMonth(month, numbers, now) {
  if (numbers.length < 2) return numbers[0]?.length === 4 ? ASK_DAY : ASK_YEAR;
  const [first, second] = numbers;
  const [date, written] = first.length === 4 ? [second, first] : [first, second];
  const year = wholeYear(written, now);
  return year && date.length < 3 ? { value: `${year}-${two(month)}-${two(date)}` } : ASK_YEAR;
}

function inFigures(numbers, now) {
  if (numbers.length < 3) return numbers.some((number) => number.length === 4) ? ASK_DAY : ASK_YEAR;
  if (numbers.length > 3) return {};
  const [first, second, third] = numbers;
  if (first.length === 4) return { value: `${first}-${two(second)}-${two(third)}` };
  const year = wholeYear(third, now);
  if (year) return { value: `${year}-${two(second)}-${two(first)}` };
  const other = wholeYear(first, now) && `${wholeYear(first, now)}-${two(second)}-${two(third)}`;
  const one = `20${third}-${two(second)}-${two(first)}`;
  const said = [one, other].filter((day) => day && exists(day)).map(dayInWords);
  return { ask: said.length ? `Is this ${said.join(" or ")}?` : "There is no such day.", help: ASK_DAY.help };
}
