from typing import Generic, TypeVar

from fastapi import HTTPException

Model = TypeVar("Model")


# region slot
class Slot(Generic[Model]):
    """A place for a model that is loaded later than the app is made."""

    def __init__(self):
        self.current: Model | None = None

    def get(self) -> Model:
        if self.current is None:
            raise HTTPException(503, "The model is not loaded", {"Retry-After": "1"})
        return self.current

    def set(self, model: Model) -> None:
        self.current = model

    def clear(self) -> None:
        self.current = None
# endregion
