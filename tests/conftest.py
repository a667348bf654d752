"""What all tests share. Fixtures of rooms stand beside their tests."""

pytest_plugins = [
    "tests.store_fixtures",
    "tests.house_fixtures",
    "tests.transcript_fixtures",
    "tests.browser_fixtures",
]
