"""What a person sees. Imports kiosk; kiosk never imports ui."""
