"""Functions of one element, and of two that meet."""
import torch
import torch.nn.functional as F

from . import Case, operator


def unary(name, compute, numbers=lambda draw, shape: draw.numbers(shape)):
    """An operator of one tensor of any shape."""

    @operator(name)
    def draw_case(draw):
        x = numbers(draw, draw.shape(0, 3))
        return Case({"x": x}, lambda inputs, _: compute(inputs["x"]))


unary("exp", torch.exp)
unary("log", torch.log, lambda draw, shape: draw.positive(shape))
unary("sqrt", torch.sqrt, lambda draw, shape: draw.positive(shape))
unary("abs", torch.abs)
unary("square", torch.square)


@operator("pow")
def pow(draw):
    x = draw.positive(draw.shape(0, 3))
    return Case(
        {"x": x}, lambda t, p: torch.pow(t["x"], p["exponent"]),
        parameters={"exponent": draw.choice(-1.5, 0.0, 0.5, 1.0, 2.0, 3.0)})


@operator("maximum")
def maximum(draw):
    shape = draw.shape(1, 3)
    other = [1 if draw.flag() else size for size in shape][draw.integer(0, 1):]
    return Case(
        {"a": draw.numbers(shape), "b": draw.numbers(other)}, lambda t, _: torch.maximum(t["a"], t["b"]))
