from typing import TypeVar
from urllib.request import Request, urlopen

from parts.models import Labelled, Line, Order
from pydantic import BaseModel

Model = TypeVar("Model", bound=BaseModel)


# region client
class Client:
    """Made of the server's own models. An HTTPError tells of a request that was refused."""

    def __init__(self, base_url: str):
        self.base_url = base_url

    def post(self, path: str, body: BaseModel, model: type[Model]) -> Model:
        request = Request(
            self.base_url + path,
            data=body.model_dump_json().encode(),
            headers={"Content-Type": "application/json"},
        )
        with urlopen(request) as reply:
            return model.model_validate_json(reply.read())

    def order(self, order: Order) -> Order:
        return self.post("/orders", order, Order)

    def label(self, line: Line) -> Labelled:
        return self.post("/checked", line, Labelled)
# endregion
