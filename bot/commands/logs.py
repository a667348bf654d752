"""What a running bot writes to standard error."""

from __future__ import annotations

import logging
import sys

import structlog


def log_lines() -> None:
    """One JSON object a line: ids and outcomes, never words."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        logger_factory=structlog.WriteLoggerFactory(file=sys.stderr),
    )


def log_errors_only() -> None:
    """Whoever plays with the demo reads the page, not the log."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
