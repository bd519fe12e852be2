from itertools import chain

from fastapi.routing import APIRoute, APIWebSocketRoute

from drafting.permissions import PERMITTED, Act
from web.app import create_app
from web.pages import PAGES
from web.settings import Settings


def acts_of(dependant):
    own = getattr(dependant.call, "act", None)
    return [own] * (own is not None) + list(chain.from_iterable(map(acts_of, dependant.dependencies)))


def every_route(kind):
    top = create_app(Settings(database="sqlite://")).routes
    included = chain.from_iterable(
        route.original_router.routes for route in top if hasattr(route, "original_router")
    )
    return [route for route in (*top, *included) if isinstance(route, kind)]


def routes():
    return every_route(APIRoute)


def test_every_route_names_exactly_one_act_that_has_a_row_in_the_table():
    assert len(routes()) > 30
    for route in routes():
        acts = acts_of(route.dependant)
        assert len(acts) == 1, f"{route.path} asks for {acts}"
        assert acts[0] in PERMITTED, route.path


def test_only_the_pages_before_signing_in_are_open_to_visitors():
    open_to_visitors = {route.path for route in routes() if acts_of(route.dependant) == [Act.ENTER]}
    assert open_to_visitors == {"/", "/sign-in", "/invitation/{token}", "/preferences"}


def test_every_act_in_the_table_is_asked_for_by_some_route():
    asked = {act for route in routes() for act in acts_of(route.dependant)}
    assert asked == set(Act)


def test_the_live_connection_asks_for_the_act_of_the_page_that_it_shows():
    assert [socket.path for socket in every_route(APIWebSocketRoute)] == ["/drafts/{draft_id}/live"]
    assert all(page.act in PERMITTED for page in PAGES.values())
    assert PAGES["desk"].act is PAGES["issue"].act is Act.MERGE
