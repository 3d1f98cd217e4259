// Notes whatever changes on a page until `watched` asks.
() => {
  document.activeElement.blur();
  const watcher = new MutationObserver(() => {});
  watcher.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  window.watching = { watcher, at: scrollY };
}
