"""The training part: portal, software card, virtual reader, panel, control channel. Not in a production build."""
