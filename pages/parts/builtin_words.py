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
    _("dd"),
    _("mm"),
    _("yyyy"),
    _("Empty"),
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
    _("Add: {text}"),
    _("Bad message format"),
    _("Cancel upload of {name}"),
    _(
        "Cannot connect to Streamlit (HTTP status: 403). If you are trying to access a Streamlit app running on another"
        " server, this could be due to the app's"
    ),
    _("Click to retry upload"),
    _("Connecting to Streamlit server"),
    _("Connection failed with status {status}, and response:"),
    _("Connection failed with status {status}."),
    _("Connection timed out."),
    _("Dismiss"),
    _("Error"),
    _("File size is too small."),
    _("Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:"),
    _("Multiselect options"),
    _("Network error"),
    _("Only one file is allowed."),
    _("Select {count} matches"),
    _("Selected values"),
    _("Stopping..."),
    _("Streamlit server is not responding. Are you connected to the internet?"),
    _("Unable to connect to Streamlit server"),
    _("Unexpected error. Please try again."),
    _("Unknown error"),
    _("Upload failed"),
    _("settings."),
    _("{type} files are not allowed. File must be {size} or smaller."),
)


def built_in_words() -> list[tuple[str, str]]:
    """Each text in English and in Vietnamese, longer ones first: a pattern must not catch what a fuller one means."""
    vi = translator("vi")
    return [(text, vi(text)) for text in sorted(BUILT_IN, key=len, reverse=True)]
