from fastapi.testclient import TestClient

# region code
from fastapi import FastAPI, HTTPException, Request

app = FastAPI()


@app.middleware("http")
async def guard(request: Request, call_next):
    if request.headers.get("X-Token") != "secret":
        # region bug
        raise HTTPException(401, "Not authenticated")
        # endregion bug
    return await call_next(request)


@app.get("/orders")
async def read_orders():
    return [{"id": 1}]
# endregion code


client = TestClient(app, raise_server_exceptions=False)
reply = client.get("/orders")
assert reply.status_code == 500
assert reply.text == "Internal Server Error"
assert client.get("/orders", headers={"X-Token": "secret"}).status_code == 200

app = FastAPI()
app.get("/orders")(read_orders)

# region fix
from fastapi.responses import JSONResponse


@app.middleware("http")
async def guard(request: Request, call_next):
    if request.headers.get("X-Token") != "secret":
        return JSONResponse({"detail": "Not authenticated"}, status_code=401)
    return await call_next(request)
# endregion fix


client = TestClient(app, raise_server_exceptions=False)
reply = client.get("/orders")
assert reply.status_code == 401
assert reply.json() == {"detail": "Not authenticated"}
assert client.get("/orders", headers={"X-Token": "secret"}).json() == [{"id": 1}]
