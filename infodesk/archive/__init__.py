"""Old and foreign papers in: one reader per format, free of the journal and of the window."""
