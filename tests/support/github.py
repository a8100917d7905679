"""A stand-in of GitHub's API for one repository with a few files: answers as the real one does, in the browser's place.

It knows what the editor asks: who somebody is, the files of `main`, a branch with a commit, a pull request. Shapes of
the answers: docs.github.com/rest and docs.github.com/graphql, as the editor reads them (accessed 2026-12-01). What it
leaves out: limits of size and rate, deployments, forks, and who may see a repository.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Mapping
from typing import Any

from playwright.sync_api import Route

API = "https://api.github.com/"
HEADERS = {
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "x-ratelimit-remaining",
    "x-ratelimit-remaining": "4999",
}
LOGIN = "redaktion-beispiel"
START = "0" * 40
LATER = "1" * 40
DAY = "2026-12-01T08:00:00Z"
MESSAGES = {401: "Bad credentials", 403: "Resource not accessible by personal access token", 404: "Not Found"}
"""What GitHub says, in English, to a token that is wrong, that lacks a right, that may not see the repository."""
OFFLINE = 0
"""In place of a status: no answer at all."""


class GitHub:
    """The repository, what has been asked of it, and how it fails from some point on."""

    def __init__(self, repository: str, files: Mapping[str, str]) -> None:
        self.repository = repository
        self.files = dict(files)
        self.branches: dict[str, dict[str, str]] = {}
        """Name of a branch → the files that its commits changed."""
        self.pulls: list[dict[str, Any]] = []
        self.asked: list[str] = []
        """Method and path of each request; for GraphQL its first word too."""
        self._failing: tuple[re.Pattern[str], int] | None = None

    def fail(self, pattern: str, status: int) -> None:
        """From now on requests whose line in `asked` fits the pattern get this status, or none (OFFLINE)."""
        self._failing = re.compile(pattern), status

    def recover(self) -> None:
        """Answer everything again."""
        self._failing = None

    def answer(self, route: Route) -> None:
        """Take the place of the real one: `page.route(f"{API}**", github.answer)`."""
        request = route.request
        path = request.url.removeprefix(API)
        body = request.post_data_json if request.post_data else {}
        query = body.get("query", "")
        line = f"{request.method} {path} {_first_field(query)}".strip()
        self.asked.append(line)
        if self._failing and self._failing[0].search(line):
            status = self._failing[1]
            if status == OFFLINE:
                return route.abort()
            return route.fulfill(status=status, headers=HEADERS, json={"message": MESSAGES[status]})
        if query:
            return route.fulfill(headers=HEADERS, json={"data": self._graphql(query, body.get("variables", {}))})
        for pattern, status, make in self._rest():
            if re.fullmatch(pattern, f"{request.method} {path}"):
                said = make(body)
                return route.fulfill(status=status, headers=HEADERS, **({"json": said} if said is not None else {}))
        return route.fulfill(status=404, headers=HEADERS, json={"message": MESSAGES[404]})

    def _rest(self) -> list[tuple[str, int, Callable[[Any], Any]]]:
        here = f"repos/{self.repository}"
        user = {"id": 1, "login": LOGIN, "name": "Redaktion", "email": "redaktion@example.org", "avatar_url": ""}
        return [
            ("GET user", 200, lambda _: user),
            (f"GET {here}/collaborators/{LOGIN}", 204, lambda _: None),
            (rf"GET {here}/git/trees/[0-9a-z]+\?recursive=1", 200, lambda _: {"tree": self._tree()}),
            (f"POST {here}/pulls", 201, self._open),
            (f"POST {here}/issues/[0-9]+/labels", 200, lambda _: []),
            (f"PATCH {here}/git/refs/heads/.+", 200, lambda _: {}),
        ]

    def _tree(self) -> list[dict[str, Any]]:
        return [
            {"path": path, "type": "blob", "sha": _sha(text), "size": len(text.encode())}
            for path, text in self.files.items()
        ]

    def _open(self, body: Any) -> dict[str, Any]:
        self.pulls.append(body)
        number = len(self.pulls)
        url = f"https://github.com/{self.repository}/pull/{number}"
        same = {"title": body["title"], "html_url": url, "head": {"sha": LATER}, "created_at": DAY, "updated_at": DAY}
        return {"number": number, "node_id": f"PR_{number}", **same}

    def _graphql(self, query: str, variables: Any) -> dict[str, Any]:
        given = variables.get("input", {})
        if "createRef(" in query:
            self.branches.setdefault(given["name"].removeprefix("refs/heads/"), {})
            return {"createRef": {"ref": {"name": given["name"]}}}
        if "createCommitOnBranch(" in query:
            added = given["fileChanges"]["additions"]
            texts = {file["path"]: base64.b64decode(file["contents"]).decode() for file in added}
            self.branches[given["branch"]["branchName"]].update(texts)
            oids = {f"file_{index}": {"oid": _sha(text)} for index, text in enumerate(texts.values())}
            return {"createCommitOnBranch": {"commit": {"oid": LATER, "committedDate": DAY, **oids}}}
        if "fork: repository" in query:
            return {"fork": {"id": "R_1"}, "base": {"ref": {"target": {"oid": START}}}}
        return {"repository": self._repository(query)}

    def _repository(self, query: str) -> dict[str, Any]:
        texts = {_sha(text): text for text in self.files.values()}
        objects = {
            alias: {"text": texts[oid], "isTruncated": False} if oid in texts else None
            for alias, oid in re.findall(r'(\w+): object\(oid: "([0-9a-f]+)"\)', query)
        }
        commit = {
            "oid": START,
            "message": "Stand",
            "committedDate": DAY,
            "author": {"name": "", "email": "", "user": None},
        }
        history = {"target": {"oid": START, "history": {"nodes": [commit]}}}
        histories = {alias: history for alias in re.findall(r"(\w+):\s*ref\(qualifiedName", query)}
        lists = {"refs": {"nodes": []}, "pullRequests": {"nodes": [], "totalCount": 0}}
        return {"defaultBranchRef": {"name": "main"}, "ref": history, **lists, **objects, **histories}


def _sha(text: str) -> str:
    """The id of a file in git."""
    content = text.encode()
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def _first_field(query: str) -> str:
    """What a GraphQL request is about: `createRef`, `repository`."""
    found = re.search(r"\{\s*(?:\w+:\s*)?(\w+)", query.replace("\n", " "))
    return found[1] if found else ""
