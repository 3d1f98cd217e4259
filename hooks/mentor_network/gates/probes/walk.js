// Records the tab stops. Each is examined at the next key press, when scrolling and transitions are over.
() => {
  const stops = [];
  const look = (one) => {
    if (!one || one === document.body) return;
    const boxes = [...one.getClientRects(), ...bearers(one).slice(1).map((part) => part.getBoundingClientRect())];
    stops.push({ one, ring: ring(one), ...found(one, boxes) });
  };

  /** Whether a control is in the viewport, and what covers it. */
  function found(one, boxes) {
    const shown = boxes.map(inside).filter(Boolean);
    const ours = [one, ...bearers(one)];
    const over = new Set();
    for (const [x, y] of shown.flatMap(points)) {
      const top = document.elementFromPoint(x, y);
      if (top && !ours.some((part) => part.contains(top) || top.contains(part) || near(part, top))) over.add(called(top));
    }
    return { seen: shown.length > 0, over: [...over].join() };
  }

  /** A thing around or beside a control in the same label or list item is part of how it looks. */
  const near = (part, top) => part.matches("input") && part.parentElement.contains(top);

  function inside({ left, right, top, bottom }) {
    const box = { left: Math.max(left, 0), right: Math.min(right, innerWidth), top: Math.max(top, 0), bottom: Math.min(bottom, innerHeight) };
    return box.right - box.left >= 1 && box.bottom - box.top >= 1 ? box : null;
  }

  /** The middle of a box and points near its corners. */
  function points({ left, right, top, bottom }) {
    const [dx, dy] = [Math.min(3, (right - left) / 4), Math.min(3, (bottom - top) / 4)];
    const corners = [left + dx, right - dx].flatMap((x) => [top + dy, bottom - dy].map((y) => [x, y]));
    return [[(left + right) / 2, (top + bottom) / 2], ...corners];
  }

  const onKey = ({ shiftKey }) => {
    look(document.activeElement);
    if (shiftKey) stops.turn ??= stops.length;
  };
  addEventListener("keydown", onKey, true);
  window.walked = () => {
    look(document.activeElement);
    removeEventListener("keydown", onKey, true);
    return stops;
  };
  // Tab goes on from where somebody was last, so that is the top of the page.
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute("tabindex");
  getSelection().removeAllRanges();
  scrollTo(0, 0);
  // A date is 3 numbers and a calendar, each with a stop of its own.
  const stopsOf = ({ type }) => (type === "date" ? 4 : 1);
  return [...new Set(controls().map(stop))].reduce((sum, one) => sum + stopsOf(one), 0);
}
