from pathlib import Path
from typing import Annotated, Literal

import joblib
from fastapi import APIRouter
from parts.slot import Slot
from pydantic import BaseModel, Field
from sklearn.ensemble import RandomForestClassifier

router = APIRouter(prefix="/v2", tags=["v2"])
forest = Slot[RandomForestClassifier]()


def load(file: Path) -> None:
    """Loads the forest, and has it predict once before anybody waits for it."""
    model = joblib.load(file)
    model.predict_proba([[5, 3, 1, 1]])
    forest.set(model)


# region flower
Centimetres = Annotated[float, Field(gt=0, le=30)]


class Flower(BaseModel):
    sepal_length: Centimetres
    sepal_width: Centimetres
    petal_length: Centimetres
    petal_width: Centimetres
# endregion


# region species
class Probabilities(BaseModel):
    setosa: float
    versicolor: float
    virginica: float


class Species(BaseModel):
    label: Literal["setosa", "versicolor", "virginica"]
    probabilities: Probabilities
# endregion


# region predict
@router.post("/predict", responses={503: {"description": "The model is not loaded"}})
def predict_species(flower: Flower) -> Species:
    model = forest.get()
    # The fields are in the order of the columns that the forest was trained with.
    [shares] = model.predict_proba([list(flower.model_dump().values())])
    return Species(
        label=model.classes_[shares.argmax()],
        probabilities=dict(zip(model.classes_, shares.tolist())),
    )
# endregion
