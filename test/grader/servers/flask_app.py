import json
import os

from flask import Flask, jsonify, request

app = Flask(__name__)


def refuse(*detail):
    return jsonify(detail=list(detail)), 422


def read_number(body, field, detail):
    loc = ["body", field]
    if field not in body:
        detail.append(dict(type="missing", loc=loc, msg="Field required", input=body))
        return None
    value = body[field]
    msg = "Input should be a valid number"
    if isinstance(value, str):
        try:
            return float(value)
        except ValueError:
            msg += ", unable to parse string as a number"
            detail.append(dict(type="float_parsing", loc=loc, msg=msg, input=value))
            return None
    if not isinstance(value, (int, float)):
        detail.append(dict(type="float_type", loc=loc, msg=msg, input=value))
    return value


@app.post("/predict")
def predict():
    text = request.get_data(as_text=True)
    try:
        body = json.loads(text) if text else None
    except json.JSONDecodeError as error:
        return refuse(dict(type="json_invalid", loc=["body", error.pos], msg=error.msg, input={}))
    if body is None:
        return refuse(dict(type="missing", loc=["body"], msg="Field required", input=None))
    detail = []
    numbers = {field: read_number(body, field, detail) for field in ("feature1", "feature2")}
    return refuse(*detail) if detail else jsonify(numbers)


app.run(port=int(os.environ["PORT"]))
