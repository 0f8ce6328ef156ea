"""What reaches a mounted app, and what stops at its door; and that a router is joined alive."""

import tempfile
from contextlib import asynccontextmanager

from fastapi import APIRouter, Depends, FastAPI
from fastapi.responses import JSONResponse
from fastapi.staticfiles import StaticFiles
from fastapi.testclient import TestClient

seen: list[str] = []


class NotThere(Exception): ...


def lifespan_of(name: str):
    @asynccontextmanager
    async def lifespan(app: FastAPI):
        seen.append(f"{name} starts")
        yield

    return lifespan


def find_name() -> str:
    return "real"


app = FastAPI(
    lifespan=lifespan_of("app"), dependencies=[Depends(lambda: seen.append("app's dependency"))]
)
router = APIRouter(lifespan=lifespan_of("router"))
sub = FastAPI(lifespan=lifespan_of("sub"))


@app.exception_handler(NotThere)
async def answer_404(request, error):
    return JSONResponse({"detail": "Not there"}, 404)


@app.middleware("http")
async def note_path(request, call_next):
    seen.append(f"app's middleware: {request.url.path}")
    return await call_next(request)


@sub.get("/missing")
async def sub_missing():
    raise NotThere


@sub.get("/name")
async def sub_name(name: str = Depends(find_name)):
    return name


app.include_router(router, prefix="/items")
app.mount("/sub", sub)


# Behind the join: served all the same since 0.137.
@router.get("/missing")
async def router_missing():
    raise NotThere


with TestClient(app, raise_server_exceptions=False) as client:
    assert seen == ["app starts", "router starts"]
    seen.clear()

    assert client.get("/items/missing").status_code == 404
    assert seen == ["app's middleware: /items/missing", "app's dependency"]
    seen.clear()

    # The main app's handler is not asked, and its dependency does not run. Its middleware does.
    assert client.get("/sub/missing").status_code == 500
    assert seen == ["app's middleware: /sub/missing"]

    assert list(client.get("/openapi.json").json()["paths"]) == ["/items/missing"]
    document = client.get("/sub/openapi.json").json()
    assert list(document["paths"]) == ["/missing", "/name"]
    assert document["servers"] == [{"url": "/sub"}]
    assert client.get("/sub/docs").status_code == 200

    # Overrides belong to an app as well.
    app.dependency_overrides[find_name] = lambda: "fake"
    assert client.get("/sub/name").json() == "real"
    sub.dependency_overrides[find_name] = lambda: "fake"
    assert client.get("/sub/name").json() == "fake"

# Static files are no FastAPI app: they raise their 404, and the main app answers it.
site = FastAPI()


@site.exception_handler(404)
async def answer_own_404(request, error):
    return JSONResponse({"detail": "Not on this site"}, 404)


with tempfile.TemporaryDirectory() as folder:
    site.mount("/static", StaticFiles(directory=folder))
    site.mount("/sub", sub)
    client = TestClient(site)
    assert client.get("/static/none").json() == {"detail": "Not on this site"}
    assert client.get("/sub/none").json() == {"detail": "Not Found"}

# The tags of the join come before the router's own, and so do its dependencies.
order: list[str] = []
inner = APIRouter(tags=["own"], dependencies=[Depends(lambda: order.append("own"))])


@inner.get("/")
async def read():
    return None


whole = FastAPI()
whole.include_router(
    inner, prefix="/in", tags=["joined"], dependencies=[Depends(lambda: order.append("joined"))]
)
client = TestClient(whole)
assert client.get("/in/").status_code == 200
assert order == ["joined", "own"]
operation = client.get("/openapi.json").json()["paths"]["/in/"]["get"]
assert operation["tags"] == ["joined", "own"]
assert operation["operationId"] == "read_in__get"
