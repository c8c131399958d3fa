"""Activation functions."""
import torch
import torch.nn.functional as F

from . import Case, operator
from .elementwise import unary

unary("tanh", torch.tanh)
unary("relu", F.relu)
unary("sigmoid", torch.sigmoid)
unary("selu", F.selu)


def wide(draw):
    """Numbers of which some are so large that a careless power of e overflows."""
    x = draw.numbers(draw.shape(0, 3))
    return x * draw.choice(1.0, 1.0, 1.0, 10.0, 3000.0)


def with_number(name, parameter, values, compute, offset=0.0):
    """An activation with one number as a parameter. Numbers are `offset` off the grid, so that none lies on a kink."""

    @operator(name)
    def draw_case(draw):
        return Case(
            {"x": wide(draw) + offset}, lambda t, p: compute(t["x"], p[parameter]),
            parameters={parameter: draw.choice(*values)})


with_number("leakyRelu", "slope", [0.01, 0.1, 0.3, -0.5, 0.0], F.leaky_relu)
with_number("elu", "alpha", [0.5, 1.0, 1.7, 2.0], F.elu, offset=0.0625)
# Without the shortcut that PyTorch takes above its threshold.
with_number("softplus", "beta", [0.5, 1.0, 2.0, 3.5], lambda x, beta: F.softplus(x, beta, threshold=300))
with_number("swish", "beta", [0.5, 1.0, 2.0, -1.5], lambda x, beta: x * torch.sigmoid(beta * x))
with_number("gelu", "isApproximate", [False, True], lambda x, tanh: F.gelu(x, approximate="tanh" if tanh else "none"))


@operator("prelu")
def prelu(draw):
    shape = draw.shape(1, 4)
    slope = [shape[1] if len(shape) > 1 and draw.flag() else 1]
    return Case({"x": draw.numbers(shape), "slope": draw.numbers(slope, -1)}, lambda t, _: F.prelu(t["x"], t["slope"]))


@operator("maxout")
def maxout(draw):
    pieces = draw.integer(1, 3)
    shape = [draw.integer(1, 3), draw.integer(1, 3), pieces, *draw.shape(0, 2, (1, 3))]
    # Few different values, so that there are ties.
    x = draw.numbers([shape[0], shape[1] * pieces, *shape[3:]], -0.5, 0.5)
    return Case(
        {"x": x}, lambda t, p: t["x"].reshape(shape).amax(2), parameters={"pieces": pieces})


def along_axis(name, compute):
    @operator(name)
    def draw_case(draw):
        x = wide(draw)
        while x.dim() == 0:
            x = wide(draw)
        return Case({"x": x}, lambda t, p: compute(t["x"], p["axis"]), parameters={"axis": draw.integer(0, x.dim() - 1)})


along_axis("softmax", torch.softmax)
along_axis("logSoftmax", torch.log_softmax)
