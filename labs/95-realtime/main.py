# region imports
from collections.abc import AsyncIterable
from pathlib import Path as File
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import (
    Depends,
    FastAPI,
    Header,
    Path,
    Query,
    WebSocket,
    WebSocketDisconnect,
    WebSocketException,
    status,
)
from fastapi.responses import HTMLResponse
from fastapi.sse import EventSourceResponse, ServerSentEvent
from pydantic import BaseModel, Field

from parts.rooms import Rooms, Told
# endregion

# region app
app = FastAPI(title="Realtime", version="1.0.0")
rooms = Rooms()

RoomName = Annotated[str, Path(max_length=30)]
MemberName = Annotated[str, Query(min_length=1, max_length=20)]
# endregion


# region page
page = (File(__file__).parent / "data" / "page.html").read_text()


@app.get("/", response_class=HTMLResponse, include_in_schema=False)
async def show_page():
    return page
# endregion


# region echo
@app.websocket("/ws")
async def echo(websocket: WebSocket):
    await websocket.accept()
    try:
        while True:
            await websocket.send_text("echo: " + await websocket.receive_text())
    except WebSocketDisconnect:
        pass  # The client is gone.
# endregion


# region token
@app.websocket("/ws-auth")
async def authenticate(websocket: WebSocket, token: str):
    if token != "secret":
        raise WebSocketException(status.WS_1008_POLICY_VIOLATION)
    await websocket.accept()
    await websocket.send_json({"ok": True})
    await websocket.close(1000, "bye")
# endregion


# region first-message
@app.websocket("/ws-login")
async def log_in(websocket: WebSocket):
    await websocket.accept()
    try:
        token = await websocket.receive_text()
    except WebSocketDisconnect:
        return  # The client left without a word.
    if token != "secret":
        await websocket.close(status.WS_1008_POLICY_VIOLATION, "wrong token")
        return
    await websocket.send_json({"ok": True})
    await websocket.close(1000, "bye")
# endregion


# region origin
async def same_origin(websocket: WebSocket):
    origin = websocket.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != websocket.headers["host"]:
        raise WebSocketException(status.WS_1008_POLICY_VIOLATION)
# endregion


# region talk
@app.websocket("/rooms/{room}/ws", dependencies=[Depends(same_origin)])
async def talk(websocket: WebSocket, room: RoomName, name: MemberName):
    await websocket.accept()
    here = rooms[room]
    if name in here.members:
        await websocket.close(4009, "this name is taken")
        return
    here.members[name] = websocket.send_text
    await here.tell("joined", name)
    try:
        async for text in websocket.iter_text():
            if len(text) > 500:
                await websocket.close(1009, "at most 500 characters")
                break
            await here.tell("said", name, text)
    finally:
        del here.members[name]
        await here.tell("left", name)
# endregion


# region events
@app.get("/rooms/{room}/events", response_class=EventSourceResponse)
async def watch(
    room: RoomName, last_event_id: Annotated[int | None, Header()] = None
) -> AsyncIterable[ServerSentEvent]:
    async for told in rooms[room].watch(last_event_id):
        yield ServerSentEvent(event=told.type, data=told, id=str(told.id))
# endregion


# region messages
class Words(BaseModel):
    name: str = Field(min_length=1, max_length=20)
    text: str = Field(max_length=500)


@app.post("/rooms/{room}/messages", status_code=201)
async def say(room: RoomName, words: Words) -> Told:
    return await rooms[room].tell("said", words.name, words.text)


@app.get("/rooms/{room}/messages")
async def read_messages(room: RoomName, after: int = 0) -> list[Told]:
    return rooms[room].since(after) if room in rooms else []
# endregion


# region count
class RoomCount(BaseModel):
    room: str
    members: int
    watchers: int


@app.get("/rooms")
async def count_rooms() -> list[RoomCount]:
    return [
        RoomCount(room=name, members=len(room.members), watchers=len(room.watchers))
        for name, room in rooms.items()
    ]
# endregion
