// Remembers, as long as the browser is open, the name written into the sidebar (pages/parts/person.py reads it): links
// that load the page anew and downloads must not forget who acts. Nobody checks the name, and no right hangs on it.
addEventListener("input", (event) => {
  if (!event.target.matches?.(".st-key-person-name input")) return;
  document.cookie = `thuoc-person=${encodeURIComponent(event.target.value.toWellFormed?.() ?? event.target.value)}; path=/; SameSite=Strict`;
});
