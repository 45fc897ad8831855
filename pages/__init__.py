"""The faces in the browser: pages by section, shared drawing parts, own routes of the web server."""
