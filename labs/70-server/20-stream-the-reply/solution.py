import itertools
import json
from typing import Annotated

from fastapi import FastAPI, Query
from fastapi.responses import StreamingResponse

app = FastAPI()


# region lines
def count(to: int | None):
    # A plain generator: Starlette asks it for each line in a thread, so the event loop goes on.
    numbers = itertools.count(1) if to is None else range(1, to + 1)
    for n in numbers:
        yield json.dumps({"n": n}) + "\n"
# endregion


# region reply
@app.get("/count")
async def read_count(to: Annotated[int | None, Query(ge=1)] = None):
    return StreamingResponse(count(to), media_type="application/x-ndjson")
# endregion
