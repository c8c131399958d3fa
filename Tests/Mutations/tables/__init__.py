"""The classic mistakes: where each is made, and how. A family of operators is a module here, with a list `MISTAKES`."""
import dataclasses
import importlib
import pkgutil


@dataclasses.dataclass
class Mistake:
    name: str
    file: str
    before: str
    after: str


def rows():
    modules = [importlib.import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__)]
    return [row for module in modules for row in module.MISTAKES]
