"""What package indexes and folders offer: the files of one version of a package, with their SHA-256."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import ssl
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from . import settings
from .names import canonical

_SOURCE_ENDINGS = (".tar.gz", ".zip", ".tar.bz2", ".tar.xz", ".tgz")
_ACCEPT = "application/vnd.pypi.simple.v1+json, text/html;q=0.5"
_SHA256 = re.compile(r"sha256=([0-9a-f]{64})")


@dataclass(frozen=True)
class Distribution:
    """One file that an index offers; the hash is empty where the index does not tell it."""

    filename: str
    sha256: str
    path: Path | None = None

    @property
    def is_source(self) -> bool:
        return self.filename.endswith(_SOURCE_ENDINGS)

    def is_of(self, name: str, version: str) -> bool:
        """Whether the file name says this package and version."""
        if self.filename.endswith(".whl"):
            parts = self.filename[: -len(".whl")].split("-")
            return len(parts) in (5, 6) and canonical(parts[0]) == canonical(name) and same_version(parts[1], version)
        ending = next((end for end in _SOURCE_ENDINGS if self.filename.endswith(end)), None)
        if ending is None:
            return False
        project, _, found = self.filename[: -len(ending)].rpartition("-")
        return canonical(project) == canonical(name) and same_version(found, version)


def same_version(first: str, second: str) -> bool:
    """Whether two spellings mean one version: 1.0 and 1.0.0 do, and so do 1.0-rc1 and 1.0rc1."""

    def spelled(version: str) -> str:
        text = urllib.parse.unquote(version).lower().removeprefix("v").replace("_", "-")
        text = re.sub(r"[-.]?(rc|a|b|c|post|dev|alpha|beta)[-.]?(\d)", r"\1\2", text)
        release, rest = re.match(r"([0-9.!]*)(.*)", text).groups()
        return re.sub(r"(\.0)+$", "", release) + rest.replace("-", ".")

    return spelled(first) == spelled(second)


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.addresses.extend(value for name, value in attrs if name == "href" and value)


def _distribution(address: str) -> Distribution:
    parts = urllib.parse.urlsplit(address)
    match = _SHA256.search(parts.fragment)
    return Distribution(urllib.parse.unquote(parts.path.rsplit("/", 1)[-1]), match[1] if match else "")


def parse_page(text: str, content_type: str) -> list[Distribution]:
    """The files of an index page, in its JSON form (PEP 691) or its HTML form (PEP 503)."""
    if "json" in content_type:
        files = json.loads(text).get("files", [])
        return [Distribution(item["filename"], (item.get("hashes") or {}).get("sha256", "")) for item in files]
    links = _Links()
    links.feed(text)
    return [_distribution(address) for address in links.addresses]


def _open(address: str) -> tuple[str, str]:
    parts = urllib.parse.urlsplit(address)
    headers = {"Accept": _ACCEPT}
    if parts.username:
        login = f"{urllib.parse.unquote(parts.username)}:{urllib.parse.unquote(parts.password or '')}"
        headers["Authorization"] = "Basic " + base64.b64encode(login.encode()).decode()
        parts = parts._replace(netloc=parts.netloc.rpartition("@")[2])
    certificates = settings.variable("PIP_CERT") or settings.variable("SSL_CERT_FILE") or None
    context = ssl.create_default_context(cafile=certificates) if parts.scheme == "https" else None
    if context and parts.hostname in settings.variable("PIP_TRUSTED_HOST").split():
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    request = urllib.request.Request(urllib.parse.urlunsplit(parts), headers=headers)
    with urllib.request.urlopen(request, timeout=60, context=context) as reply:
        return reply.read().decode("utf-8", "replace"), reply.headers.get("Content-Type") or "text/html"


def sha256_of(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


def local_folder(link: str) -> Path | None:
    """The folder that a find-links entry names; None for an address or a file."""
    parts = urllib.parse.urlsplit(link)
    path = Path(urllib.parse.unquote(parts.path)) if parts.scheme == "file" else Path(link)
    return path if parts.scheme in ("", "file") and path.is_dir() else None


@dataclass
class Indexes:
    """All places that pip would look at. A page that cannot be read offers nothing: pip itself has said so already."""

    index_urls: list[str]
    find_links: list[str]
    _pages: dict[str, list[Distribution]] = field(default_factory=dict)

    def files(self, name: str, version: str) -> list[Distribution]:
        """All files of that version with a known hash."""
        offered = [item for url in self.index_urls for item in self._page(f"{url.rstrip('/')}/{canonical(name)}/")]
        for link in self.find_links:
            folder = local_folder(link)
            offered += local_files(folder, name, version) if folder else self._page(link)
        return [item for item in offered if item.sha256 and item.is_of(name, version)]

    def _page(self, address: str) -> list[Distribution]:
        if address not in self._pages:
            try:
                if address.startswith("file://") and address.endswith("/"):
                    address_of_text = address + "index.html"
                else:
                    address_of_text = address
                self._pages[address] = parse_page(*_open(address_of_text))
            except (OSError, ValueError, urllib.error.URLError):
                self._pages[address] = []
        return self._pages[address]


def local_files(folder: Path, name: str, version: str) -> list[Distribution]:
    """The files of one version in a folder, hashed here."""
    named = (Distribution(path.name, "", path) for path in sorted(folder.iterdir()) if path.is_file())
    return [Distribution(item.filename, sha256_of(item.path), item.path) for item in named if item.path and item.is_of(name, version)]
