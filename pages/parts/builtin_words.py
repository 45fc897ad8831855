"""English texts built into Streamlit's browser code, word for word as release 1.67 writes them.

Streamlit has no catalogue of its own. Their Vietnamese stands in ours, and ``static/language.js`` puts it in place in
the browser, names for screen readers included. A new release: check this list with the browser tests.
"""

from data.language import _, translator

BUILT_IN = (
    _("Add files"),
    _("Choose an option"),
    _("Choose date"),
    _("Choose options"),
    _("Clear all"),
    _("Clear value"),
    _("Close"),
    _("Close fullscreen"),
    _("Collapse sidebar"),
    _("Connecting"),
    _("Connection error"),
    _("Decrement"),
    _("Drag and drop a file here"),
    _("Drag and drop files here"),
    _("Error:"),
    _("Expand sidebar"),
    _("File must be {size} or smaller."),
    _("Fullscreen"),
    _("Increment"),
    _("Logo"),
    _("Navigate to home page"),
    _("Next month"),
    _("No options to select"),
    _("No options to select."),
    _("No results"),
    _("Open"),
    _("Page not found"),
    _("Please wait..."),
    _("Previous month"),
    _("Remove {name}"),
    _("Running..."),
    _("Select all"),
    _("Sidebar"),
    _("Skip to main content"),
    _("Stop"),
    _("The page that you have requested does not seem to exist. Running the app's main page."),
    _("Upload"),
    _(
        "You have requested page /{page}, but no corresponding file was found in the app's pages/ directory."
        " Running the app's main page."
    ),
    _("1 option available."),
    _("{count} options available."),
    _("add icon"),
    _("day, {label}"),
    _("file upload"),
    _("month, {label}"),
    _("year, {label}"),
    _("{size} per file"),
    _("{size} per file • {types}"),
    _("{type} files are not allowed."),
)


def built_in_words() -> list[tuple[str, str]]:
    """Each text in English and in Vietnamese, longer ones first: a pattern must not catch what a fuller one means."""
    vi = translator("vi")
    return [(text, vi(text)) for text in sorted(BUILT_IN, key=len, reverse=True)]
