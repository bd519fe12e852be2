"""What every request and every answer is held to, before any page knows of it."""

import contextlib
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class TooLargeError(Exception):
    """The body of a request is over the limit."""


def same_origin(headers: Headers, origin: str | None) -> bool:
    """Say whether a request comes from one of our own pages (the exact origin; fetch metadata where sent).

    >>> same_origin(Headers({"host": "a.example", "origin": "https://evil.example"}), None)
    False
    >>> same_origin(Headers({"host": "a.example", "origin": "http://a.example"}), None)
    True
    """
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    sent = headers.get("origin")
    if sent is None:  # old browsers leave it out on forms; the token in the form decides then
        return True
    if origin is not None:
        return sent == origin.rstrip("/")
    return urlsplit(sent).netloc == headers.get("host")


class Body:
    """The body of a request, of which no more is taken than the limit."""

    def __init__(self, source: Receive, limit: int) -> None:
        self.source, self.left, self.too_large = source, limit, False

    async def receive(self) -> Message:
        """Take the next part of it."""
        message = await self.source()
        self.left -= len(message.get("body", b""))
        if self.left < 0:
            self.too_large = True
            raise TooLargeError
        return message

    def silenced(self, send: Send) -> Send:
        """Keep back what the application answers to a body that was cut off."""

        async def answer(message: Message) -> None:
            if not self.too_large:
                await send(message)

        return answer


class Guard:
    """Refuses requests from other sites and bodies over the limit, and sets the security headers."""

    def __init__(self, app: ASGIApp, origin: str | None, limit: int) -> None:
        self.app, self.origin, self.limit = app, origin, limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request or one websocket."""
        if scope["type"] == "lifespan":
            return await self.app(scope, receive, send)
        headers = Headers(scope=scope)
        if scope["type"] == "websocket":
            if headers.get("origin") is None or not same_origin(headers, self.origin):
                return await send({"type": "websocket.close", "code": 4403})
            return await self.app(scope, receive, send)
        answer = self._with_headers(scope, send)
        if scope["method"] not in _SAFE and not same_origin(headers, self.origin):
            refusal = PlainTextResponse("This request did not come from a page of this site.", 403)
            return await refusal(scope, receive, answer)
        declared = headers.get("content-length", "0")
        if declared.isdigit() and int(declared) > self.limit:
            return await self._refuse(scope, receive, answer)
        body = Body(receive, self.limit)
        with contextlib.suppress(TooLargeError):
            await self.app(scope, body.receive, body.silenced(answer))
        if body.too_large:
            await self._refuse(scope, receive, answer)

    async def _refuse(self, scope: Scope, receive: Receive, answer: Send) -> None:
        refusal = PlainTextResponse(f"The file is larger than {self.limit // 1_000_000} MB.", 413)
        await refusal(scope, receive, answer)

    def _with_headers(self, scope: Scope, send: Send) -> Send:
        static = scope["path"].startswith("/static/")

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", "public, max-age=3600" if static else "no-store")
                if Request(scope).url.scheme == "https":
                    headers.setdefault("Strict-Transport-Security", "max-age=31536000")
            await send(message)

        return answer
