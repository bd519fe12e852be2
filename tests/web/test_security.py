"""What every request is held to."""

import pytest
from starlette.testclient import TestClient

from drafting.permissions import Role


def test_a_form_without_its_token_is_refused_and_nothing_happens(room):
    norway = room.person("Norway")
    for token in ("wrong", room.person("Kenya").token):
        answer = norway.post("/drafts/1/sponsors/join", _token=token)
        assert answer.status_code == 403
    assert [act for _, act, _ in room.record()] == ["opened"]


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_an_act_from_another_site_is_refused(room, headers):
    norway = room.person("Norway")
    data = {"csrf_token": norway.token}
    answer = norway.client.post("/drafts/1/sponsors/join", data=data, headers=headers, follow_redirects=False)
    assert answer.status_code == 403
    assert [act for _, act, _ in room.record()] == ["opened"]


def test_pages_carry_a_policy_without_inline_scripts_or_styles_and_have_none(room):
    answer = room.person("Norway").get("/drafts/1")
    policy = answer.headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert " style=" not in answer.text
    assert "<script>" not in answer.text
    assert " onclick=" not in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"


def test_a_visitor_is_led_to_the_sign_in_page_and_back(room):
    visitor = TestClient(room.app, follow_redirects=False)
    answer = visitor.get("/drafts/1/log?act=opened")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/sign-in?next=/drafts/1/log%3Fact%3Dopened"


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:1"]
)
def test_after_an_act_one_is_never_led_to_another_site(room, elsewhere):
    answer = room.person("Norway").post("/preferences", theme="dark", back=elsewhere)
    assert answer.headers["location"] == "/drafts"


def test_a_request_over_the_limit_is_refused_whether_it_says_its_length_or_not(room):
    norway = room.person("Norway")
    assert norway.post("/drafts/new", pasted="x" * 11_000_000).status_code == 413
    parts = (b"pasted=" + b"x" * 1_000_000 for _ in range(11))
    kind = {"content-type": "application/x-www-form-urlencoded"}
    answer = norway.client.post("/drafts/new", content=parts, headers=kind)
    assert answer.status_code == 413


def test_a_live_connection_from_another_site_or_without_a_sign_in_is_refused(room):
    from starlette.websockets import WebSocketDisconnect

    norway = room.person("Norway")
    with (
        pytest.raises(WebSocketDisconnect) as refused,
        norway.client.websocket_connect(
            "/drafts/1/live?page=text", headers={"origin": "https://evil.example"}
        ) as socket,
    ):
        socket.receive_text()
    assert refused.value.code == 4403
    with (
        pytest.raises(WebSocketDisconnect) as refused,
        TestClient(room.app).websocket_connect(
            "/drafts/1/live?page=text", headers={"origin": "http://testserver"}
        ) as socket,
    ):
        socket.receive_text()
    assert refused.value.code == 4401


def test_nothing_is_left_open_to_a_member_of_the_wrong_role(room):
    observer = room.person("Harbour Union", role=Role.OBSERVER)
    acts = ("sponsors/join", "sponsors/leave", "proposal", "proposal/submit", "desk", "desk/issue")
    for act in acts:
        assert observer.post(f"/drafts/1/{act}", amendment=1, revision=0).status_code == 403, act
    assert observer.get("/drafts/new").status_code == 403
    assert observer.get("/members").status_code == 403
    assert [act for _, act, _ in room.record()] == ["opened"]


def test_what_does_not_exist_is_404_and_says_so_in_the_readers_language(room):
    norway = room.person("Norway")
    norway.post("/preferences", language="fr")
    for path in (
        "/drafts/99",
        "/drafts/1/amendments/9",
        "/drafts/1/revisions/9",
        "/drafts/1/files/1.exe",
        "/nowhere",
    ):
        answer = norway.get(path)
        assert answer.status_code == 404, path
        assert '<html lang="fr"' in answer.text
