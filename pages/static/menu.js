// On a phone the menu covers the page: it closes when a page was chosen (Streamlit closes only its own menu).
addEventListener("click", (event) => {
  if (innerWidth > 768 || !event.target.closest?.(".st-key-menu a")) return;
  document.querySelector("[data-testid=stSidebarCollapseButton] button")?.click();
});
