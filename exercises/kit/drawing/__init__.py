"""Drawing SVG on the server; what draws may import it: layouts, views, pictures, reports."""
