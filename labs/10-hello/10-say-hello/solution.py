from fastapi import FastAPI

app = FastAPI()


# region root
@app.get("/")
async def root():
    return {"message": "Hello World"}
# endregion


# region hello
@app.get("/hello/{name}")
async def hello(name: str):
    return {"message": f"Hello, {name}"}
# endregion
