"""Drawing SVG on the server; screens, pictures of the export and reports may import it."""
