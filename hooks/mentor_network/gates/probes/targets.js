// Targets smaller than 24 by 24 CSS pixels that are also closer than that to another target.
() => {
  const LEAST = 24;
  const targets = controls().map((one) => ({ one, box: reach(one) })).filter(({ box }) => box.width && box.height);

  /** The box of a target: a control with its labels. */
  function reach(one) {
    const boxes = bearers(one).map((part) => part.getBoundingClientRect());
    const [left, top] = ["left", "top"].map((side) => Math.min(...boxes.map((box) => box[side])));
    const [right, bottom] = ["right", "bottom"].map((side) => Math.max(...boxes.map((box) => box[side])));
    return { left, top, right, bottom, width: right - left, height: bottom - top };
  }

  /** Links inside a sentence are exempt: their height is that of the line. */
  function inSentence(one) {
    if (!one.matches("a") || getComputedStyle(one).display !== "inline") return false;
    const block = one.closest("p, li, dd, dt, td, th, figcaption, caption, summary");
    if (!block) return false;
    const words = block.cloneNode(true);
    words.querySelectorAll("a, ul, ol").forEach((part) => part.remove());
    return /\p{L}{2}/u.test(words.textContent);
  }

  const small = targets.filter(({ one, box }) => (box.width < LEAST - 0.5 || box.height < LEAST - 0.5) && !inSentence(one));
  const middle = ({ left, right, top, bottom }) => [(left + right) / 2, (top + bottom) / 2];

  /** A circle of 24 pixels around the middle of a small target meets no other target, and no other circle. */
  function crowded({ one, box }, other) {
    if (other.one === one || other.one.contains(one) || one.contains(other.one)) return false;
    const [x, y] = middle(box);
    if (small.includes(other)) {
      const [u, v] = middle(other.box);
      return Math.hypot(x - u, y - v) < LEAST - 0.5;
    }
    const [dx, dy] = [Math.max(other.box.left - x, 0, x - other.box.right), Math.max(other.box.top - y, 0, y - other.box.bottom)];
    return Math.hypot(dx, dy) < LEAST / 2 - 0.5;
  }

  return small.flatMap((target) => {
    const other = targets.find((one) => crowded(target, one));
    const size = `${Math.round(target.box.width)} by ${Math.round(target.box.height)}`;
    return other ? [`A5: ${called(target.one)} is ${size} pixels, and ${called(other.one)} is too near`] : [];
  });
}
