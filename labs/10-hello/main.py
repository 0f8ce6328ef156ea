# region imports
from fastapi import FastAPI
# endregion

# region app
app = FastAPI(title="Hello", version="1.0.0")
# endregion


# region root
@app.get("/")
async def root():
    return {"message": "Hello World"}
# endregion
