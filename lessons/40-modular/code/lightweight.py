"""What an install of plain FastAPI brings, counted from the metadata of the installed packages."""

# region count
import re
from importlib.metadata import PackageNotFoundError, requires


def everything_for(package: str, found: set[str]) -> set[str]:
    """A package, and all that it cannot do without."""
    try:
        lines = requires(package) or []
    except PackageNotFoundError:  # for another Python or system
        return found
    found.add(package)
    for line in lines:
        name = re.match(r"[\w.-]+", line)[0].lower().replace("_", "-")
        if "extra ==" not in line and name not in found:
            everything_for(name, found)
    return found
# endregion


plain = everything_for("fastapi", set())
assert {"starlette", "pydantic"} <= plain, sorted(plain)
# No server, no ORM.
assert not plain & {"uvicorn", "hypercorn", "granian"}, sorted(plain)
assert not plain & {"sqlalchemy", "sqlmodel", "alembic", "tortoise-orm"}, sorted(plain)

standard = [line for line in requires("fastapi") if line.endswith('extra == "standard"')]
for name in ("uvicorn", "fastapi-cli", "pydantic-settings"):
    assert any(line.startswith(name) for line in standard), name
