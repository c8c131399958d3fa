"""Pooling, unpooling, upsampling, and pooling of regions."""
import torch
import torch.nn.functional as F
import torchvision.ops

from . import Case, operator


def window(draw, axes, dilates=True):
    """Parameters of a window, and the sizes of something that it fits into."""
    size = [draw.integer(1, 3) for _ in range(axes)]
    parameters = dict(
        size=size, strides=[draw.integer(1, 3) for _ in size], padding=[draw.integer(0, k // 2) for k in size],
        dilations=[draw.integer(1, 2) if dilates else 1 for _ in size], roundsUp=draw.flag())
    sizes = []
    for k, p, d in zip(size, parameters["padding"], parameters["dilations"]):
        # With as many elements as the distance in the window, no window can meet nothing but padding.
        sizes.append(max(d * (k - 1) + 1 - 2 * p, d, 1) + draw.integer(0, 3))
    if not dilates:
        del parameters["dilations"]
    return parameters, sizes


def square_window(draw, dilates=True):
    """The same for a window of as many rows as columns."""
    parameters, sizes = window(draw, 1, dilates)
    parameters = {
        {"strides": "stride", "dilations": "dilation"}.get(key, key): value[0] if isinstance(value, list) else value
        for key, value in parameters.items()}
    return parameters, sizes


def images(draw, sizes):
    return [draw.integer(1, 2), draw.integer(1, 2), *sizes]


def max_pool(name, function, axes, rectangular, indices=False):
    @operator(name)
    def draw_case(draw):
        parameters, sizes = window(draw, axes) if rectangular else square_window(draw)
        shape = images(draw, sizes if rectangular else sizes * axes)
        # No ties, so that small steps do not change the winner.
        return Case(
            {"x": draw.distinct(shape)}, parameters=parameters,
            compute=lambda t, p: function(
                t["x"], p["size"], p.get("strides", p.get("stride")), p["padding"],
                p.get("dilations", p.get("dilation")), p["roundsUp"], **({"return_indices": True} if indices else {})))


max_pool("maxPool1d", F.max_pool1d, 1, rectangular=False)
max_pool("maxPool2d", F.max_pool2d, 2, rectangular=False)
max_pool("maxPool2dPerAxis", F.max_pool2d, 2, rectangular=True)
max_pool("maxPool2dWithIndices", F.max_pool2d, 2, rectangular=False, indices=True)


def average_pool(name, function, axes, rectangular):
    @operator(name)
    def draw_case(draw):
        parameters, sizes = window(draw, axes, False) if rectangular else square_window(draw, False)
        parameters["countsPadding"] = draw.flag()
        shape = images(draw, sizes if rectangular else sizes * axes)
        return Case(
            {"x": draw.numbers(shape)}, parameters=parameters,
            compute=lambda t, p: function(
                t["x"], p["size"], p.get("strides", p.get("stride")), p["padding"], p["roundsUp"],
                p["countsPadding"]))


average_pool("averagePool1d", F.avg_pool1d, 1, rectangular=False)
average_pool("averagePool2d", F.avg_pool2d, 2, rectangular=False)
average_pool("averagePool2dPerAxis", F.avg_pool2d, 2, rectangular=True)


@operator("maxPool2d-ties")
def max_pool_ties(draw):
    parameters, sizes = square_window(draw, False)
    # Few different numbers: which of equal elements gets the gradient? No element lies under two windows, where the
    # jumps of two ties could cancel, and differences would miss them.
    parameters |= dict(stride=parameters["size"] + draw.integer(0, 1), dilation=1)
    return Case(
        {"x": draw.numbers(images(draw, sizes * 2), 0.0, 0.25)}, parameters=parameters,
        compute=lambda t, p: F.max_pool2d(
            t["x"], p["size"], p["stride"], p["padding"], p["dilation"], p["roundsUp"]))


def adaptive(name, function, numbers):
    @operator(name)
    def draw_case(draw):
        x = numbers(draw, images(draw, [draw.integer(1, 6), draw.integer(1, 6)]))
        return Case({"x": x}, parameters={"size": [draw.integer(1, 7), draw.integer(1, 4)]},
                    compute=lambda t, p: function(t["x"], p["size"]))


adaptive("adaptiveAveragePool2d", F.adaptive_avg_pool2d, lambda draw, shape: draw.numbers(shape))
adaptive("adaptiveMaxPool2d", F.adaptive_max_pool2d, lambda draw, shape: draw.distinct(shape))


@operator("globalAveragePool2d")
def global_average_pool(draw):
    x = draw.numbers(images(draw, [draw.integer(1, 5), draw.integer(1, 6)]))
    return Case({"x": x}, lambda t, _: F.adaptive_avg_pool2d(t["x"], 1))


@operator("globalMaxPool2d")
def global_max_pool(draw):
    x = draw.distinct(images(draw, [draw.integer(1, 5), draw.integer(1, 6)]))
    return Case({"x": x}, lambda t, _: F.adaptive_max_pool2d(t["x"], 1))


@operator("lpPool2d")
def lp_pool(draw):
    parameters, sizes = square_window(draw, False)
    del parameters["padding"]
    parameters["power"] = draw.choice(1.0, 1.5, 2.0, 3.0, 4.0)
    size = [max(sizes[0], parameters["size"]), parameters["size"] + draw.integer(0, 3)]
    return Case(
        {"x": draw.positive(images(draw, size))}, parameters=parameters,
        compute=lambda t, p: F.lp_pool2d(t["x"], p["power"], p["size"], p["stride"], p["roundsUp"]))


@operator("maxUnpool2d")
def max_unpool(draw):
    size = draw.integer(1, 3)
    stride, padding = size + draw.integer(0, 1), draw.integer(0, size // 2)
    rows, columns = (max(size - 2 * padding, 1) + draw.integer(0, 4) for _ in range(2))
    shape = images(draw, [rows, columns])
    y, indices = F.max_pool2d(draw.distinct(shape), size, stride, padding, return_indices=True)
    return Case(
        {"x": draw.numbers(list(y.shape))}, constants={"indices": indices},
        parameters=dict(size=size, stride=stride, padding=padding, outputSize=[rows, columns]),
        compute=lambda t, p: F.max_unpool2d(
            t["x"], t["indices"], p["size"], p["stride"], p["padding"], p["outputSize"]))


def upsampling(name, mode, with_corners):
    @operator(name)
    def by_factor(draw):
        x = draw.numbers(images(draw, [draw.integer(1, 4), draw.integer(1, 3)]))
        parameters = {"factor": draw.integer(1, 3)} | ({"alignsCorners": draw.flag()} if with_corners else {})
        return Case({"x": x}, parameters=parameters, compute=lambda t, p: F.interpolate(
            t["x"], scale_factor=p["factor"], mode=mode, align_corners=p.get("alignsCorners")))

    @operator(f"{name}-size")
    def by_size(draw):
        # Below 13 elements, where PyTorch's rounding never goes wrong.
        x = draw.numbers(images(draw, [draw.integer(1, 4), draw.integer(1, 5)]))
        parameters = {"size": [draw.integer(1, 7), draw.integer(1, 7)]}
        parameters |= {"alignsCorners": draw.flag()} if with_corners else {}
        return Case({"x": x}, parameters=parameters, compute=lambda t, p: F.interpolate(
            t["x"], size=p["size"], mode=mode, align_corners=p.get("alignsCorners")))


upsampling("upsampleNearest2d", "nearest", with_corners=False)
upsampling("upsampleBilinear2d", "bilinear", with_corners=True)


def regions(draw, images, rows, columns, scale, count, turns):
    """Boxes of which some are empty, or reach over the border; with `turns` some go from right to left."""
    boxes = []
    for _ in range(count):
        x1, x2 = sorted(draw.integer(-8, 8 * columns + 8) / 8 for _ in range(2))
        y1, y2 = sorted(draw.integer(-8, 8 * rows + 8) / 8 for _ in range(2))
        boxes.append([draw.integer(0, images - 1), x1 / scale, y1 / scale, x2 / scale, y2 / scale])
    if turns:
        boxes[0][1], boxes[0][3] = boxes[0][3], boxes[0][1]
    return torch.tensor(boxes, dtype=torch.float64)


def region_pool(name, numbers, more, compute):
    @operator(name)
    def draw_case(draw):
        shape = [draw.integer(1, 2), draw.integer(1, 2), draw.integer(1, 4), draw.integer(1, 5)]
        scale = draw.choice(1.0, 0.5, 0.25)
        parameters = dict(size=[draw.integer(1, 3), draw.integer(1, 2)], scale=scale) | more(draw)
        # torchvision fails where an aligned box goes backwards and the number of samples follows from its width.
        turns = draw.integer(0, 3) == 0 and (not parameters.get("isAligned") or parameters["samples"] is not None)
        boxes = regions(draw, shape[0], shape[2], shape[3], scale, draw.integer(1, 3), turns)
        return Case({"x": numbers(draw, shape)}, constants={"boxes": boxes}, parameters=parameters, compute=compute)


region_pool(
    "roiPool", lambda draw, shape: draw.distinct(shape), lambda draw: {},
    lambda t, p: torchvision.ops.roi_pool(t["x"], t["boxes"], p["size"], p["scale"]))
region_pool(
    "roiAlign", lambda draw, shape: draw.numbers(shape),
    lambda draw: dict(samples=draw.choice(None, 1, 2, 3), isAligned=draw.flag()),
    lambda t, p: torchvision.ops.roi_align(
        t["x"], t["boxes"], p["size"], p["scale"], p["samples"] or -1, p["isAligned"]))
