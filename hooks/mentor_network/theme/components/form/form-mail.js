// The text of an email with a file in it. Mail programs wrap, quote and indent, so each line stands behind a bar, between two
// lines that `mentor-network receive` looks for.

/** The longest address that every mail program opens: Outlook cuts at 2,048 characters. */
const LONGEST = 1900;

/** The subject and the body of an email with a file. `asks` says what the reader of it is asked to do. */
export function mail({ path, text }, { network, asks }) {
  const lines = text.replace(/\n$/, "").split("\n");
  const inside = lines.map((line) => `| ${line}`.trimEnd()).join("\n");
  const body = [
    "Hello,",
    "",
    `I have written something for ${network}, a guide to leading at work for doctors. It names no person and says nothing about patients. ${asks}`,
    "",
    "The whole file is below. The bars in front of its lines keep it as it is on its way.",
    "",
    "===== START OF FILE =====",
    inside,
    "===== END OF FILE =====",
    "",
  ].join("\n");
  return { subject: `For ${network}: ${path}`, body };
}

/** A mailto: address with the whole email, or none if it would be too long for some mail programs. */
export function mailto(to, { subject, body }) {
  const query = [`subject=${encodeURIComponent(subject)}`, `body=${encodeURIComponent(body.replaceAll("\n", "\r\n"))}`];
  const address = `mailto:${encodeURIComponent(to).replace("%40", "@")}?${query.join("&")}`;
  return address.length <= LONGEST ? address : undefined;
}
