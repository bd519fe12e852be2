"""One-time links, passwords, sessions that can be ended."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from starlette.testclient import TestClient

from drafting.clock import at, now
from drafting.database import writing
from drafting.permissions import Role
from web import signing_in

PASSWORD = "a long sentence at night"


def invited(room, name="Elin", delegation="Norway"):
    with writing(room.engine) as session:
        return signing_in.invite(session, signing_in.make_member(session, delegation, name))


def choose(client, secret, password=PASSWORD, again=None):
    fields = {"password": password, "again": again or password}
    return client.post(f"/invitation/{secret}", data=fields, follow_redirects=False)


def test_a_one_time_link_sets_the_password_signs_in_and_works_only_once(room):
    secret, client = invited(room), TestClient(room.app)
    assert "Welcome, Elin" in client.get(f"/invitation/{secret}").text
    assert choose(client, secret).status_code == 303
    assert "Drafts on the table" in client.get("/drafts").text
    assert choose(TestClient(room.app), secret).status_code == 404
    other = TestClient(room.app)
    other.post("/sign-in", data={"name": "Elin", "password": PASSWORD})
    assert other.get("/drafts", follow_redirects=False).status_code == 200


def test_a_short_password_or_two_different_ones_are_refused_and_the_link_still_holds(room):
    secret, client = invited(room), TestClient(room.app)
    assert "fewer than 12" in choose(client, secret, "short").text
    assert "not the same" in choose(client, secret, PASSWORD, PASSWORD + "!").text
    assert choose(client, secret).status_code == 303


def test_a_link_ends_after_a_week_and_when_a_new_one_is_made(room):
    secret = invited(room)
    with at(datetime.now(UTC) + timedelta(days=8)):
        assert TestClient(room.app).get(f"/invitation/{secret}").status_code == 404
    invited(room)
    assert TestClient(room.app).get(f"/invitation/{secret}").status_code == 404


@pytest.mark.parametrize(("name", "password"), [("Elin", "not the password"), ("Nobody", PASSWORD), ("", "")])
def test_a_wrong_name_or_password_is_answered_alike(room, name, password):
    choose(TestClient(room.app), invited(room))
    client = TestClient(room.app)
    answer = client.post("/sign-in", data={"name": name, "password": password})
    assert answer.status_code == 403
    assert "The name or the password is not right." in answer.text
    assert client.get("/drafts", follow_redirects=False).status_code == 303


def test_a_sign_in_is_ended_from_another_browser_and_by_signing_out(room):
    choose(TestClient(room.app), invited(room))
    here, there = TestClient(room.app), TestClient(room.app)
    for client in (here, there):
        client.post("/sign-in", data={"name": "Elin", "password": PASSWORD})
    page = here.get("/account").text
    token = re.search(r'name="csrf_token" value="(\w+)"', page).group(1)
    for found in re.findall(r"/account/sign-ins/(\d+)/end", page):
        assert here.post(f"/account/sign-ins/{found}/end", data={"csrf_token": token}).status_code == 200
    assert there.get("/drafts", follow_redirects=False).status_code == 303
    assert here.get("/drafts", follow_redirects=False).status_code == 200
    here.post("/sign-out", data={"csrf_token": token})
    assert here.get("/drafts", follow_redirects=False).status_code == 303


def test_changing_the_password_ends_every_other_sign_in(room):
    here = TestClient(room.app)
    choose(here, invited(room))
    there = TestClient(room.app)
    there.post("/sign-in", data={"name": "Elin", "password": PASSWORD})
    token = re.search(r'name="csrf_token" value="(\w+)"', here.get("/account").text).group(1)
    new = {"present": PASSWORD, "password": "another long sentence", "again": "another long sentence"}
    assert "The password is changed" in here.post("/account/password", data={"csrf_token": token, **new}).text
    assert there.get("/drafts", follow_redirects=False).status_code == 303


def test_a_sign_in_that_is_idle_too_long_ends(room):
    norway = room.person("Norway")
    with at(now() + timedelta(days=15)):
        assert norway.get("/drafts", follow_redirects=False).status_code == 303


def test_the_secretariat_invites_a_member_and_is_shown_the_link_once(room):
    secretariat = room.person("Secretariat", role=Role.SECRETARIAT)
    answer = secretariat.post("/members", delegation="Chile", name="Rosa Díaz", role="delegation")
    link = re.search(r'value="(http://testserver/invitation/[\w-]+)"', answer.text).group(1)
    assert choose(TestClient(room.app), link.rsplit("/", 1)[1]).status_code == 303
    assert "/invitation/" not in secretariat.get("/members").text


def test_no_secret_is_kept_in_the_database(room):
    secret = invited(room)
    choose(TestClient(room.app), secret)
    with room.reading() as session:
        kept = str(session.connection().exec_driver_sql("SELECT * FROM invitation").fetchall())
        kept += str(session.connection().exec_driver_sql("SELECT * FROM member").fetchall())
    assert secret not in kept
    assert PASSWORD not in kept
    assert "$argon2id$" in kept
