// Records every change of the DOM until `watched` reads them.
() => {
  document.activeElement.blur();
  const changes = [];
  const watcher = new MutationObserver((some) => changes.push(...some));
  watcher.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  window.watching = { watcher, changes, at: scrollY };
}
