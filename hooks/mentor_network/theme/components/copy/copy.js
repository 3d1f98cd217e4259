/** Copy a text to the clipboard. True if the browser allowed it: it does so only over https. */
export async function copy(words) {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return false;
  }
}
