"""The native screens, one widget a file."""
