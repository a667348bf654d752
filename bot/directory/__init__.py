"""
Whom to call for a place: agencies and their contacts, and the places that people name.

Pure. It knows names, numbers and places as content gives them; it never guesses where somebody is. Start at
`naming.find_places` (what a typed place means) and `nearest.nearest` (which contacts fit it).
"""
