// Keeps the browser side in the reader's language: <html lang>, and the words built into Streamlit's browser code,
// which it does not translate (the button of the uploader, empty lists, names read by screen readers). The pairs
// [English, Vietnamese] come from the catalogue, in a data block of the first document; {placeholders} stand for any text.
(() => {
  // Built-in texts are looked for in these places only: a file or a unit that happens to be called "Upload" stays.
  const PLACES = [
    "[data-testid=stFileUploaderDropzone]", "[data-testid=stFileUploaderFileErrorMessage]", "[role=listbox]",
    "[data-testid=stSelectbox]", "[data-testid=stDateInputField]", "[data-testid=stMultiSelect]", "[data-testid=stConnectionStatus]", "[role=dialog]",
    "[data-testid=stStatusWidget]", "[data-live-announcer]", "[data-testid=stSkipToContent]", "[data-testid=stTooltipContent]", "[data-testid=stElementToolbar]",
    "[data-testid=stTooltipErrorContent]", "[data-testid=stFileChip] [role=alert]", "[data-testid=stFileChipName] + *",
  ].join(",");
  const NAMES = ["aria-label", "aria-valuetext", "title", "placeholder", "alt"];
  const pairs = JSON.parse(document.getElementById("built-in-words").textContent);

  const rule = ([from, to]) => {
    const names = [...from.matchAll(/\{(\w+)\}/g)].map((found) => found[1]);
    const pattern = from.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{\w+\}/g, "(.+?)");
    const fill = (text, ...parts) => to.replace(/\{(\w+)\}/g, (_, name) => parts[names.indexOf(name)]);
    return [new RegExp(`^${pattern}$`), fill];
  };
  const rules = { vi: pairs.map(rule), en: pairs.map(([english, vietnamese]) => rule([vietnamese, english])) };
  const wanted = () => (new URLSearchParams(location.search).get("lang") === "en" ? "en" : "vi");

  let lang = wanted();
  const translated = (text) => {
    const [, before, words, after] = text.match(/^(\s*)([^]*?)(\s*)$/);
    const one = words.replace(/\s+/g, " ");
    const found = rules[lang].find(([pattern]) => pattern.test(one));
    return found ? before + sized(one.replace(found[0], found[1])) + after : text;
  };
  // "20.0MB" and "12.5KB" are how Streamlit writes sizes: 20MB; 12,5KB in Vietnamese.
  const sized = (text) =>
    text.replace(/(\d+)[.,](\d)([KMG]?B)(?=$|[\s.])/g, (_, whole, tenth, bytes) =>
      whole + (tenth === "0" ? "" : (lang === "vi" ? "," : ".") + tenth) + bytes);
  const name = (element) => {
    const isFile = element.matches("[data-testid=stFileChip]");  // its name is "file, size"
    for (const attribute of NAMES) {
      const text = element.getAttribute(attribute);
      const ours = text && (isFile && attribute === "aria-label" ? text.replace(/, \S+$/, sized) : translated(text));
      if (ours && ours !== text) element.setAttribute(attribute, ours);
    }
  };
  const write = (node) => {
    const text = node.nodeValue;
    if (!text.trim() || !node.parentElement?.closest(PLACES)) return;
    const ours = node.parentElement.matches("[data-testid=stFileChipName] + *") ? sized(text) : translated(text);
    if (ours !== text) node.nodeValue = ours;
  };
  const walk = (root) => {
    if (root.nodeType === Node.TEXT_NODE) return write(root);
    if (root.nodeType !== Node.ELEMENT_NODE) return;
    name(root);
    const all = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (all.nextNode()) (all.currentNode.nodeType === Node.TEXT_NODE ? write : name)(all.currentNode);
  };
  const follow = (changes) => {
    document.documentElement.lang = wanted();
    if (lang !== wanted()) {
      lang = wanted();
      walk(document.body);
      return;
    }
    for (const change of changes) {
      if (change.type === "attributes") name(change.target);
      else if (change.type === "characterData") write(change.target);
      else change.addedNodes.forEach(walk);
    }
  };
  new MutationObserver(follow).observe(document.body, {
    childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: NAMES,
  });
  addEventListener("popstate", () => follow([]));
  walk(document.body);
})();
