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
assert len(plain) == 11, sorted(plain)
assert {"starlette", "pydantic", "anyio", "opentelemetry-api"} <= plain
assert not plain & {"uvicorn", "httpx", "sqlalchemy", "jinja2", "python-multipart"}

standard = [line for line in requires("fastapi") if line.endswith('extra == "standard"')]
assert len(standard) == 11, standard
for name in ("uvicorn[standard]", "fastapi-cli[standard]", "httpx", "pydantic-settings"):
    assert any(line.startswith(name) for line in standard), name
