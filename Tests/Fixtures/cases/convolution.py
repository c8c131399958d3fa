"""Convolutions."""
import torch.nn.functional as F

from . import Case, operator


@operator("conv2d")
def conv2d(draw):
    groups = draw.integer(1, 2)
    kernel = [draw.integer(1, 3), draw.integer(1, 3)]
    parameters = dict(
        stride=draw.integer(1, 3), padding=draw.integer(0, 2), dilation=draw.integer(1, 2), groups=groups)
    # The smallest image that the window fits into, and some more.
    needed = [parameters["dilation"] * (size - 1) + 1 - 2 * parameters["padding"] for size in kernel]
    size = [max(1, n) + draw.integer(0, 3) for n in needed]
    x = draw.numbers([draw.integer(1, 2), groups * draw.integer(1, 2), *size])
    filters = groups * draw.integer(1, 2)
    inputs = {"x": x, "kernel": draw.numbers([filters, x.shape[1] // groups, *kernel])}
    if draw.flag():
        inputs["bias"] = draw.numbers([filters])
    return Case(
        inputs, parameters=parameters,
        compute=lambda t, p: F.conv2d(t["x"], t["kernel"], t.get("bias"), **p))
