"""How well the § that were sought are found: a corpus, queries, what a reader judged, engines."""
