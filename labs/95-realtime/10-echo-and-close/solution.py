from fastapi import FastAPI, WebSocket, WebSocketException

app = FastAPI()


@app.websocket("/ws")
async def echo(websocket: WebSocket, token: str = ""):
    # region refuse
    if token != "secret":
        raise WebSocketException(1008)
    # endregion
    # region listen
    await websocket.accept()
    async for text in websocket.iter_text():
        if len(text) > 20:
            await websocket.close(1009, "too long")
            break
        await websocket.send_text(f"echo: {text}")
    # endregion
