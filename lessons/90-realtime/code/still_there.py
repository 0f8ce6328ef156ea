from contextlib import suppress

from fastapi import WebSocketDisconnect
from fastapi.testclient import TestClient

# region code
from fastapi import FastAPI, WebSocket

app = FastAPI()
members: list[WebSocket] = []


@app.websocket("/ws")
async def talk(websocket: WebSocket):
    await websocket.accept()
    members.append(websocket)
    while True:
        text = await websocket.receive_text()
        for member in list(members):
            await member.send_text(text)
    # region bug
    members.remove(websocket)
    # endregion bug


@app.get("/members")
async def count_members():
    return {"members": len(members)}
# endregion code


def count_when_one_has_left(app: FastAPI) -> int:
    members.clear()
    client = TestClient(app)
    with client:
        # The test client raises here what the app did not catch: a server only logs it.
        with suppress(WebSocketDisconnect), client.websocket_connect("/ws") as socket:
            socket.send_text("hi")
            assert socket.receive_text() == "hi"
            assert client.get("/members").json() == {"members": 1}
        return client.get("/members").json()["members"]


assert count_when_one_has_left(app) == 1

app = FastAPI()
app.get("/members")(count_members)


# region fix
@app.websocket("/ws")
async def talk(websocket: WebSocket):
    await websocket.accept()
    members.append(websocket)
    try:
        async for text in websocket.iter_text():
            for member in list(members):
                await member.send_text(text)
    finally:
        members.remove(websocket)
# endregion fix


assert count_when_one_has_left(app) == 0
