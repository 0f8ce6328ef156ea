"""What a model says is input like any other: it is validated before anybody relies on it."""

from typing import Literal

from fastapi import FastAPI, HTTPException
from fastapi.testclient import TestClient
from pydantic import BaseModel, ValidationError

answers: list[str] = []


async def ask_model(text: str) -> str:
    return answers.pop(0)


# region extract
class Ticket(BaseModel):
    priority: Literal["low", "high"]
    summary: str


async def extract(text: str) -> Ticket:
    for _ in range(2):
        try:
            return Ticket.model_validate_json(await ask_model(text))
        except ValidationError:
            continue
    raise HTTPException(502, "The model's answer does not fit")
# endregion


app = FastAPI()


@app.post("/tickets")
async def create(text: str) -> Ticket:
    return await extract(text)


client = TestClient(app)


def send(*said: str):
    answers[:] = said
    return client.post("/tickets?text=the+printer+burns")


GOOD = '{"priority": "high", "summary": "The printer burns"}'
assert send(GOOD).json() == {"priority": "high", "summary": "The printer burns"}
# Talk around the JSON, a value that was not asked for, half an answer: none of it gets through.
for bad in (f"Sure, here it is: {GOOD}", GOOD.replace("high", "urgent"), GOOD[:-10]):
    assert send(bad, GOOD).status_code == 200
    assert send(bad, bad).status_code == 502
    assert send(bad, bad).json() == {"detail": "The model's answer does not fit"}
# The right shape is not the right answer.
assert send('{"priority": "low", "summary": "All is well"}').status_code == 200
