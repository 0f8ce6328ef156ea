import os

from pydantic import BaseModel, Field


# pydantic-settings does this for you; a plain model shows that there is no magic in it.
# region settings
class Settings(BaseModel):
    app_name: str = "Routers"
    greeting: str = "Hello"
    items_per_user: int = Field(default=50, ge=1)

    def __init__(self):
        names = {name: name.upper() for name in type(self).model_fields}
        super().__init__(**{n: os.environ[e] for n, e in names.items() if e in os.environ})
# endregion
