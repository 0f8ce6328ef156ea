from typing import Annotated

from fastapi import FastAPI
from pydantic import BaseModel, Field

app = FastAPI()


def predict(rows: list[list[float]]) -> list[int]:
    """Stands for a trained model: the class of each row."""
    return [1 if feature1 > feature2 else 0 for feature1, feature2 in rows]


# region batch
class Batch(BaseModel):
    rows: Annotated[
        list[Annotated[list[float], Field(min_length=2, max_length=2)]],
        Field(min_length=1, max_length=100),
    ]


class Predictions(BaseModel):
    predictions: list[int]
# endregion


# region handler
@app.post("/predict-batch")
def predict_batch(batch: Batch) -> Predictions:
    return Predictions(predictions=predict(batch.rows))
# endregion
