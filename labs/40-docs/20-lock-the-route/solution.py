from secrets import compare_digest
from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

app = FastAPI()


@app.get("/")
async def greet():
    return {"message": "Hello"}


# region declare
bearer = HTTPBearer()


async def check_token(credentials: Annotated[HTTPAuthorizationCredentials, Depends(bearer)]):
    if not compare_digest(credentials.credentials.encode(), b"secret"):
        raise HTTPException(401, "Wrong token", headers={"WWW-Authenticate": "Bearer"})


@app.get("/report", dependencies=[Depends(check_token)])
async def read_report():
    return {"visits": 42}
# endregion
