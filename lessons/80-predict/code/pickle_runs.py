"""A pickle is a program: loading one runs what it says. And it wants the library it was made with."""

import os
import tempfile
import warnings

os.chdir(tempfile.mkdtemp())

import joblib


# region surprise
class Surprise:
    def __reduce__(self):
        return os.mkdir, ("it-ran",)
# endregion


joblib.dump(Surprise(), "model.pkl")
joblib.load("model.pkl")

assert os.path.isdir("it-ran")

# Another version of scikit-learn: a warning, no error.
from sklearn.exceptions import InconsistentVersionWarning
from sklearn.linear_model import LogisticRegression

model = LogisticRegression().fit([[0, 0], [1, 1]], [0, 1])
state = {**model.__getstate__(), "_sklearn_version": "1.5.0"}
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    LogisticRegression().__setstate__(state)
assert [warning.category for warning in caught] == [InconsistentVersionWarning]

# The order of the features is the order of the columns in training: swapped, there is no error, only another answer.
model = LogisticRegression().fit([[0, 5], [1, 5], [8, 5], [9, 5]], [0, 0, 1, 1])
assert model.predict([[9, 0]])[0] == 1
assert model.predict([[0, 9]])[0] == 0
