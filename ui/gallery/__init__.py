"""Development only: every screen and every page of the curtain as a picture (``python -m ui.gallery --help``)."""
