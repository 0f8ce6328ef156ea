from fastapi.testclient import TestClient

# region code
from fastapi import FastAPI, Request
from fastapi.middleware.cors import CORSMiddleware

app = FastAPI()
visitors = {"s-1": "Ada"}
app.add_middleware(
    CORSMiddleware,
    # region bug
    allow_origins=["*"],
    allow_credentials=True,
    # endregion bug
    allow_methods=["GET"],
)


@app.get("/me")
async def read_me(request: Request):
    return {"name": visitors.get(request.cookies.get("session"))}
# endregion code


stranger = {"Origin": "https://evil.example", "Cookie": "session=s-1"}
reply = TestClient(app).get("/me", headers=stranger)
assert reply.json() == {"name": "Ada"}
headers = reply.headers
# The star has become the name of whoever asked, and so the browser shows the reply.
assert headers["access-control-allow-origin"] == "https://evil.example"
assert headers["access-control-allow-credentials"] == "true"

app = FastAPI()
app.get("/me")(read_me)

# region fix
app.add_middleware(
    CORSMiddleware,
    allow_origins=["https://shop.example"],
    allow_credentials=True,
    allow_methods=["GET"],
)
# endregion fix

client = TestClient(app)
reply = client.get("/me", headers=stranger)
assert reply.status_code == 200
assert "access-control-allow-origin" not in reply.headers
reply = client.get("/me", headers={"Origin": "https://shop.example"})
assert reply.headers["access-control-allow-origin"] == "https://shop.example"
