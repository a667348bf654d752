"""The same conversation in stock frameworks, each run by `build/bench-venv` in a process of its own."""
