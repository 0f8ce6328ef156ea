"""What the lesson says of handshakes, of how a client's end is told, and of the document."""

from json import JSONDecodeError
from typing import Annotated

from fastapi import (
    Depends,
    FastAPI,
    HTTPException,
    WebSocket,
    WebSocketDisconnect,
    WebSocketException,
)
from fastapi.security import OAuth2PasswordBearer
from fastapi.testclient import TestClient
from starlette.testclient import WebSocketDenialResponse

app = FastAPI()
ended = []


# region refuse
@app.websocket("/ws/{number}")
async def count(websocket: WebSocket, number: int, token: str = ""):
    if token != "secret":
        raise WebSocketException(1008)
    await websocket.accept()
    try:
        while True:
            await websocket.send_text(f"{number} {await websocket.receive_text()}")
    except WebSocketDisconnect as end:
        ended.append(end.code)
# endregion


@app.websocket("/iterated")
async def iterate(websocket: WebSocket):
    await websocket.accept()
    async for _ in websocket.iter_text():
        pass
    ended.append("the loop ended")


@app.websocket("/status")
async def refuse_with_status(websocket: WebSocket):
    raise HTTPException(401, "Not authenticated")


bearer = OAuth2PasswordBearer(tokenUrl="token")


@app.websocket("/bearer")
async def want_bearer(websocket: WebSocket, token: Annotated[str, Depends(bearer)]):
    await websocket.accept()


@app.websocket("/json")
async def take_json(websocket: WebSocket):
    await websocket.accept()
    await websocket.receive_json()


client = TestClient(app)

# That dependency takes a Request, and a WebSocket is none.
try:
    with client.websocket_connect("/bearer", headers={"Authorization": "Bearer x"}):
        raise AssertionError("it was accepted")
except TypeError as error:
    assert "request" in str(error)

# A message is not validated, and one that is no JSON ends the function.
try:
    with client.websocket_connect("/json") as socket:
        socket.send_text("no JSON")
except JSONDecodeError:
    ended.append("no JSON")
assert ended.pop() == "no JSON"

with client.websocket_connect("/ws/7?token=secret") as socket:
    socket.send_text("hi")
    assert socket.receive_text() == "7 hi"
    socket.close(1001)
with client.websocket_connect("/iterated"):
    pass
# receive_text raises when the client is gone, iter_text ends.
assert ended == [1001, "the loop ended"]


def refusal(path: str) -> int:
    """The code of a close before the socket is open: Uvicorn makes a 403 of it."""
    try:
        with client.websocket_connect(path):
            raise AssertionError(f"{path} was accepted")
    except WebSocketDisconnect as closed:
        return closed.code


assert refusal("/ws/7") == 1008
assert refusal("/ws/seven?token=secret") == 1008
assert refusal("/nowhere") == 1000

try:
    with client.websocket_connect("/status"):
        raise AssertionError("it was accepted")
except WebSocketDenialResponse as reply:
    assert reply.status_code == 401

# To plain HTTP there is no such path, and the document does not know it.
assert client.get("/ws/7").status_code == 404
assert client.get("/openapi.json").json()["paths"] == {}
