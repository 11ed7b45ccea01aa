"""The reader in a browser: our page, and the server that gives each visitor a reader."""
