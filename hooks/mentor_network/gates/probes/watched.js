// The findings after single keys were pressed: changes, focus, scrolling.
() => {
  const { watcher, changes, at } = watching;
  changes.push(...watcher.takeRecords());
  watcher.disconnect();
  const said = changes.map(({ target }) => `A3: a single key changes ${target.localName ? called(target) : target.nodeName}`);
  if (document.activeElement !== document.body) said.push(`A3: a single key moves the focus to ${called(document.activeElement)}`);
  if (scrollY !== at) said.push("A3: a single key scrolls the page");
  for (const one of document.querySelectorAll("[accesskey]")) said.push(`A3: ${called(one)} has a key of its own`);
  return [...new Set(said)];
}
