from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()


# region input
class Input(BaseModel):
    feature1: float
    feature2: float
# endregion


# region handler
@app.post("/predict")
def predict(data: Input) -> Input:
    return data
# endregion
