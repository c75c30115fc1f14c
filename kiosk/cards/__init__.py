"""The card layers: transport, APDU, JPKI application, identity. No Qt in here."""
