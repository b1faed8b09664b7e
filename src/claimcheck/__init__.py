"""Find who said which figure in English documents, and where documents do not fit together."""
