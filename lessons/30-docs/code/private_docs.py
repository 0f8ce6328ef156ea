from secrets import compare_digest
from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException
from fastapi.openapi.docs import get_swagger_ui_html
from fastapi.security import HTTPBasic, HTTPBasicCredentials
from fastapi.testclient import TestClient

basic = HTTPBasic()


def check_staff(credentials: Annotated[HTTPBasicCredentials, Depends(basic)]):
    if not compare_digest(credentials.password.encode(), b"secret"):
        raise HTTPException(401, headers={"WWW-Authenticate": "Basic"})


# region app
app = FastAPI(openapi_url=None)
staff = [Depends(check_staff)]

@app.get("/openapi.json", dependencies=staff, include_in_schema=False)
async def document():
    return app.openapi()

@app.get("/docs", dependencies=staff, include_in_schema=False)
async def docs_page():
    return get_swagger_ui_html(openapi_url="/openapi.json", title="Docs")
# endregion


@app.get("/public")
async def public() -> dict[str, str]:
    return {"message": "Hello"}


client = TestClient(app)
for path in ("/docs", "/openapi.json"):
    refused = client.get(path)
    assert refused.status_code == 401
    assert refused.headers["www-authenticate"] == "Basic"
    assert client.get(path, auth=("ada", "guess")).status_code == 401
    assert client.get(path, auth=("ada", "secret")).status_code == 200
assert list(client.get("/openapi.json", auth=("ada", "secret")).json()["paths"]) == ["/public"]
assert client.get("/redoc").status_code == 404
assert client.get("/public").status_code == 200

# The three addresses, with only one of them turned off, and with all of them.
half = TestClient(FastAPI(docs_url=None))
assert [half.get(path).status_code for path in ("/docs", "/redoc", "/openapi.json")] == [404, 200, 200]
closed = TestClient(FastAPI(openapi_url=None))
assert [closed.get(path).status_code for path in ("/docs", "/redoc", "/openapi.json")] == [404] * 3

# Both pages load their scripts from somebody else's servers.
pages = TestClient(FastAPI())
assert "https://cdn.jsdelivr.net/" in pages.get("/docs").text
assert "https://cdn.jsdelivr.net/" in pages.get("/redoc").text
