"""How this installation runs, from the environment (``PENHOLDER_DATABASE`` …) or the command line."""

from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What a server is told when it starts."""

    model_config = SettingsConfigDict(env_prefix="penholder_")

    database: str = "sqlite:///penholder.db"
    origin: str | None = None  # the address that browsers use, such as https://penholder.example.org
    upload_limit: int = 10_000_000  # bytes of one request
    idle_days: int = 14  # after which a sign-in ends
    workers: int = 1

    @property
    def secure(self) -> bool:
        """Whether browsers reach the server over TLS, so that cookies are bound to it."""
        return bool(self.origin and self.origin.startswith("https:"))
