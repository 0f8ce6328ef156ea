from collections import defaultdict

from fastapi import FastAPI, WebSocket

app = FastAPI()

# region rooms
# Who is in each room, with their names.
rooms: defaultdict[str, dict[WebSocket, str]] = defaultdict(dict)


async def tell(room: str, sender: WebSocket, message: dict):
    for member in list(rooms[room]):
        if member is not sender:
            await member.send_json(message)
# endregion


# region talk
@app.websocket("/rooms/{room}/ws")
async def talk(websocket: WebSocket, room: str, name: str):
    await websocket.accept()
    rooms[room][websocket] = name
    await tell(room, websocket, {"type": "joined", "name": name})
    try:
        async for text in websocket.iter_text():
            await tell(room, websocket, {"type": "said", "name": name, "text": text})
    finally:
        del rooms[room][websocket]
        await tell(room, websocket, {"type": "left", "name": name})
# endregion


# region count
@app.get("/rooms/{room}")
async def count(room: str):
    return {"members": len(rooms[room])}
# endregion
