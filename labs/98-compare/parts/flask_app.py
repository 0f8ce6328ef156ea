# The same API in Flask, checked by hand: what `api-labs race compare` runs beside the lab.
from flask import Flask, request

app = Flask(__name__)

# region shows
shows = [
    {"id": 1, "title": "Hamlet", "price_cents": 4500},
    {"id": 2, "title": "The Tempest", "price_cents": 6000},
    {"id": 3, "title": "Macbeth", "price_cents": 5200},
]
percent_off = {"none": 0, "student": 20, "senior": 30}


def find_show(show_id):
    return next((show for show in shows if show["id"] == show_id), None)


def refuse(detail, status=422):
    return {"detail": detail}, status
# endregion


# region list
@app.get("/shows")
def list_shows():
    limit = request.args.get("limit", 10, type=int)
    if not 1 <= limit <= 20:
        return refuse("limit must be 1 to 20")
    return shows[:limit]
# endregion


# region show
@app.get("/shows/<int:show_id>")
def read_show(show_id):
    return find_show(show_id) or refuse("No such show", 404)
# endregion


# region quote
@app.post("/quotes")
def quote():
    order = request.get_json()
    name = order.get("name")
    if not isinstance(name, str) or not 2 <= len(name) <= 20:
        return refuse("name must have 2 to 20 characters")
    seats = order.get("seats")
    if not isinstance(seats, int) or not 1 <= seats <= 10:
        return refuse("seats must be 1 to 10")
    discount = order.get("discount", "none")
    if discount not in percent_off:
        return refuse("discount must be none, student or senior")
    note = order.get("note")
    if note and len(note) > 50:
        return refuse("note must have at most 50 characters")
    show = find_show(order.get("show_id"))
    if show is None:
        return refuse("No such show", 404)
    return {
        "show": show["title"],
        "name": name,
        "seats": seats,
        "total_cents": show["price_cents"] * seats * (100 - percent_off[discount]) // 100,
        "note": note,
    }
# endregion
