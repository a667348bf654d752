"""
Read the parameters of a Bot API call from an HTTP request: query, JSON, form or multipart.

All four may be used, as with Telegram; what stands in the body wins over the query.
"""

from __future__ import annotations

import json
from typing import Any

from aiohttp import web

from bot.simulator.files import Upload
from bot.simulator.refusals import Refused, bad_request


async def read_params(request: web.Request) -> dict[str, Any]:
    """
    Returns: Raw values, not yet checked: typed from JSON, strings from forms, `Upload` for files.
    Raises: Refused (400) if the body cannot be read.
    """
    query = dict(request.query) if request.query_string else {}
    if request.method == "GET" or not request.can_read_body:
        return query
    kind = request.content_type
    if kind == "application/json":
        return query | _json_object(await request.read())
    if kind == "multipart/form-data" or kind == "application/x-www-form-urlencoded":
        return query | await _form(request)
    return query


def _json_object(body: bytes) -> dict[str, Any]:
    try:
        params = json.loads(body or b"{}")
    except ValueError:
        raise bad_request("can't parse request parameters JSON object") from None
    if not isinstance(params, dict):
        raise bad_request("request parameters must be a JSON object")
    return params


async def _form(request: web.Request) -> dict[str, Any]:
    params: dict[str, Any] = {}
    try:
        fields = await request.post()
    except web.HTTPRequestEntityTooLarge:
        raise Refused(413, "Request Entity Too Large") from None
    for name, value in fields.items():
        if isinstance(value, web.FileField):
            params[name] = Upload(value.filename, value.content_type, value.file.read())
        else:
            params[name] = value
    return params
