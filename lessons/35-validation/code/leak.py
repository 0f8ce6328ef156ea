# region code
from fastapi import FastAPI
from pydantic import BaseModel


class NewUser(BaseModel):
    name: str
    password: str


class User(BaseModel):
    name: str


app = FastAPI()
users: list[NewUser] = []


# region bug
@app.post("/users", status_code=201)
async def create_user(user: NewUser):
    # endregion bug
    users.append(user)
    return user
# endregion code


from fastapi.testclient import TestClient

ada = {"name": "Ada", "password": "lovelace"}
assert TestClient(app).post("/users", json=ada).json() == ada

app = FastAPI()


# region fix
@app.post("/users", status_code=201, response_model=User)
async def create_user(user: NewUser):
    # endregion fix
    users.append(user)
    return user


reply = TestClient(app).post("/users", json=ada)
assert reply.status_code == 201
assert reply.json() == {"name": "Ada"}
