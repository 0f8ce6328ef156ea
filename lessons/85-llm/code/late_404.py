# region code
from fastapi import FastAPI, HTTPException
from fastapi.responses import StreamingResponse

app = FastAPI()
models = {"small": ["Hello", " there"]}


async def events(model: str):
    # region bug
    if model not in models:
        raise HTTPException(404, "No such model")
    # endregion bug
    for token in models[model]:
        yield f"data: {token}\n\n"
    yield "data: [DONE]\n\n"


@app.get("/chat")
async def chat(model: str):
    return StreamingResponse(events(model), media_type="text/event-stream")
# endregion code

from fastapi.testclient import TestClient

client = TestClient(app, raise_server_exceptions=False)
assert client.get("/chat?model=small").text == "data: Hello\n\ndata:  there\n\ndata: [DONE]\n\n"
# The generator begins when the status is sent: too late for another one.
late = client.get("/chat?model=large")
assert (late.status_code, late.text) == (200, "")

app = FastAPI()


# region fix
async def events(model: str):
    for token in models[model]:
        yield f"data: {token}\n\n"
    yield "data: [DONE]\n\n"


@app.get("/chat")
async def chat(model: str):
    if model not in models:
        raise HTTPException(404, "No such model")
    return StreamingResponse(events(model), media_type="text/event-stream")
# endregion fix


client = TestClient(app)
assert client.get("/chat?model=small").status_code == 200
refused = client.get("/chat?model=large")
assert refused.status_code == 404
assert refused.json() == {"detail": "No such model"}
