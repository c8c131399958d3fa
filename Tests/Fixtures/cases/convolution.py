"""Convolutions along one, two and three axes, their gradients, and transposed convolutions."""
import torch
import torch.nn.functional as F

from . import Case, operator

CONVOLUTIONS = {1: F.conv1d, 2: F.conv2d, 3: F.conv3d}
TRANSPOSED = {1: F.conv_transpose1d, 2: F.conv_transpose2d, 3: F.conv_transpose3d}
INPUT_GRADIENTS = {1: torch.nn.grad.conv1d_input, 2: torch.nn.grad.conv2d_input, 3: torch.nn.grad.conv3d_input}
KERNEL_GRADIENTS = {1: torch.nn.grad.conv1d_weight, 2: torch.nn.grad.conv2d_weight, 3: torch.nn.grad.conv3d_weight}


def window(draw, axes):
    """A kernel's size, the parameters, and an input's size: the smallest that the window fits into, and some more."""
    kernel = [draw.integer(1, 3 if axes < 3 else 2) for _ in range(axes)]
    parameters = dict(
        stride=draw.integer(1, 3), padding=draw.integer(0, 2 if axes < 3 else 1), dilation=draw.integer(1, 2),
        groups=draw.integer(1, 2))
    size = [max(1, parameters["dilation"] * (taps - 1) + 1 - 2 * parameters["padding"]) + draw.integer(0, 3 if axes < 3 else 1)
            for taps in kernel]
    return kernel, parameters, size


def per_axis(draw, axes):
    """The same with sizes for each axis, and zeros before and after: `padding` is None for the size of the input."""
    kernel = [draw.integer(1, 3 if axes < 3 else 2) for _ in range(axes)]
    strides, dilations = ([draw.integer(1, most) for _ in range(axes)] for most in (3, 2))
    covered = [d * (taps - 1) + 1 for taps, d in zip(kernel, dilations)]
    size = [c + draw.integer(0, 3 if axes < 3 else 1) for c in covered]
    kind = draw.choice("same", "valid", "sides", "sides")
    before = [draw.integer(0, 2 if axes < 3 else 1) if kind == "sides" else 0 for _ in range(axes)]
    after = [draw.integer(0, 2 if axes < 3 else 1) if kind == "sides" else 0 for _ in range(axes)]
    if kind == "same":
        needed = [max(0, (-(-n // s) - 1) * s + c - n) for n, s, c in zip(size, strides, covered)]
        before, after = [n // 2 for n in needed], [n - n // 2 for n in needed]
    parameters = dict(strides=strides, dilations=dilations, groups=draw.integer(1, 2), kind=kind, before=before, after=after)
    return kernel, parameters, size


def padded(x, p):
    return F.pad(x, [zeros for pair in reversed(list(zip(p["before"], p["after"]))) for zeros in pair])


def steps(p):
    return dict(stride=p["strides"], dilation=p["dilations"], groups=p["groups"])


def tensors(draw, kernel, p, size):
    x = draw.numbers([draw.integer(1, 2), p["groups"] * draw.integer(1, 2), *size])
    filters = p["groups"] * draw.integer(1, 2)
    return x, draw.numbers([filters, x.shape[1] // p["groups"], *kernel])


def with_bias(draw, inputs, channels):
    if draw.flag():
        inputs["bias"] = draw.numbers([channels])
    return inputs


def forward(axes):
    def draw_case(draw):
        kernel, p, size = window(draw, axes)
        x, k = tensors(draw, kernel, p, size)
        return Case(
            with_bias(draw, {"x": x, "kernel": k}, k.shape[0]), parameters=p,
            compute=lambda t, p: CONVOLUTIONS[axes](t["x"], t["kernel"], t.get("bias"), **p))

    return draw_case


def forward_per_axis(axes):
    def draw_case(draw):
        kernel, p, size = per_axis(draw, axes)
        x, k = tensors(draw, kernel, p, size)
        return Case(
            with_bias(draw, {"x": x, "kernel": k}, k.shape[0]), parameters=p,
            compute=lambda t, p: CONVOLUTIONS[axes](padded(t["x"], p), t["kernel"], t.get("bias"), **steps(p)))

    return draw_case


def gradient(axes, to_input):
    def draw_case(draw):
        kernel, p, size = window(draw, axes)
        x, k = tensors(draw, kernel, p, size)
        dy = draw.numbers(CONVOLUTIONS[axes](x, k, **p).shape)
        if to_input:
            return Case(
                {"dy": dy, "kernel": k}, parameters={**p, "shape": list(x.shape)},
                compute=lambda t, _: INPUT_GRADIENTS[axes](list(x.shape), t["kernel"], t["dy"], **p))
        return Case(
            {"dy": dy, "x": x}, parameters={**p, "shape": list(k.shape)},
            compute=lambda t, _: KERNEL_GRADIENTS[axes](t["x"], list(k.shape), t["dy"], **p))

    return draw_case


def gradient_per_axis(axes, to_input):
    def draw_case(draw):
        kernel, p, size = per_axis(draw, axes)
        x, k = tensors(draw, kernel, p, size)
        wide = padded(x, p)
        dy = draw.numbers(CONVOLUTIONS[axes](wide, k, **steps(p)).shape)
        if to_input:
            inside = tuple(slice(b, b + n) for b, n in zip([0, 0] + p["before"], x.shape))
            return Case(
                {"dy": dy, "kernel": k}, parameters={**p, "shape": list(x.shape)},
                compute=lambda t, _: INPUT_GRADIENTS[axes](list(wide.shape), t["kernel"], t["dy"], **steps(p))[inside])
        return Case(
            {"dy": dy, "x": x}, parameters={**p, "shape": list(k.shape)},
            compute=lambda t, p: KERNEL_GRADIENTS[axes](padded(t["x"], p), list(k.shape), t["dy"], **steps(p)))

    return draw_case


def transposed(axes):
    def draw_case(draw):
        most = 3 if axes < 3 else 2
        p = dict(
            stride=draw.integer(1, most), padding=draw.integer(0, 1), dilation=draw.integer(1, most),
            groups=draw.integer(1, 2))
        p["outputPadding"] = draw.integer(0, max(p["stride"], p["dilation"]) - 1)
        kernel = [draw.integer(1 + p["padding"], most) for _ in range(axes)]
        size = [draw.integer(2, 3) if axis < 2 else 2 for axis in range(axes)]
        x = draw.numbers([1 if axes == 3 else draw.integer(1, 2), p["groups"] * draw.integer(1, 4 - axes), *size])
        k = draw.numbers([x.shape[1], draw.integer(1, 4 - axes), *kernel])
        return Case(
            with_bias(draw, {"x": x, "kernel": k}, k.shape[1] * p["groups"]), parameters=p,
            compute=lambda t, p: TRANSPOSED[axes](
                t["x"], t["kernel"], t.get("bias"), stride=p["stride"], padding=p["padding"],
                output_padding=p["outputPadding"], groups=p["groups"], dilation=p["dilation"]))

    return draw_case


def transposed_per_axis(axes):
    def draw_case(draw):
        p = dict(
            strides=[draw.integer(1, 4 - axes // 2) for _ in range(axes)], dilations=[draw.integer(1, 2) for _ in range(axes)],
            groups=draw.integer(1, 2), kind=draw.choice("same", "sides", "sides"))
        kernel = [draw.integer(2, 3 if axes < 3 else 2) for _ in range(axes)]
        size = [draw.integer(2, 3) if axis < 2 else 2 for axis in range(axes)]
        x = draw.numbers([1 if axes == 3 else draw.integer(1, 2), p["groups"] * draw.integer(1, 4 - axes), *size])
        k = draw.numbers([x.shape[1], draw.integer(1, 4 - axes), *kernel])
        p["before"], p["after"] = ([draw.integer(0, 1) for _ in range(axes)] for _ in range(2))
        p["outputPadding"] = [draw.integer(0, max(s, d) - 1) for s, d in zip(p["strides"], p["dilations"])]
        if p["kind"] == "same":
            missing = [d * (taps - 1) + 1 - s for taps, s, d in zip(kernel, p["strides"], p["dilations"])]
            p["outputPadding"] = [0] * axes
            p["before"] = [max(m, 0) // 2 for m in missing]
            p["after"] = [m - b for m, b in zip(missing, p["before"])]

        def compute(t, p):
            bias = t.get("bias")
            y = TRANSPOSED[axes](
                t["x"], t["kernel"], stride=p["strides"], groups=p["groups"], dilation=p["dilations"])
            # What PyTorch cuts off on both sides, and adds at the end, is done by hand for sides that differ.
            y = F.pad(y, [cut for b, a, more in reversed(list(zip(p["before"], p["after"], p["outputPadding"])))
                          for cut in (-b, more - a)])
            return y if bias is None else y + bias.reshape([-1] + [1] * axes)

        return Case(with_bias(draw, {"x": x, "kernel": k}, k.shape[1] * p["groups"]), parameters=p, compute=compute)

    return draw_case


for count in (1, 2, 3):
    operator(f"conv{count}d")(forward(count))
    operator(f"conv{count}dPerAxis")(forward_per_axis(count))
    operator(f"convTransposed{count}d")(transposed(count))
    operator(f"convTransposed{count}dPerAxis")(transposed_per_axis(count))
    for name, is_input in (("Input", True), ("Kernel", False)):
        operator(f"conv{count}d{name}Gradient")(gradient(count, is_input))
        operator(f"conv{count}d{name}GradientPerAxis")(gradient_per_axis(count, is_input))


@operator("depthwiseConv2d")
def depthwise(draw):
    kernel, p, size = window(draw, 2)
    channels, more = draw.integer(1, 3), draw.integer(1, 2)
    p.pop("groups")
    x = draw.numbers([draw.integer(1, 2), channels, *size])
    return Case(
        with_bias(draw, {"x": x, "kernel": draw.numbers([channels * more, 1, *kernel])}, channels * more), parameters=p,
        compute=lambda t, p: F.conv2d(t["x"], t["kernel"], t.get("bias"), groups=channels, **p))


@operator("im2col")
def im2col(draw):
    kernel, p, size = window(draw, 2)
    p.pop("groups")
    return Case(
        {"x": draw.numbers([draw.integer(1, 2), draw.integer(1, 2), *size])}, parameters={**p, "size": kernel},
        compute=lambda t, _: F.unfold(t["x"], kernel, **p))


@operator("col2im")
def col2im(draw):
    kernel, p, size = window(draw, 2)
    p.pop("groups")
    x = draw.numbers([draw.integer(1, 2), draw.integer(1, 2), *size])
    columns = draw.numbers(F.unfold(x, kernel, **p).shape)
    return Case(
        {"columns": columns}, parameters={**p, "size": kernel, "shape": list(x.shape)},
        compute=lambda t, _: F.fold(t["columns"], size, kernel, **p))


@operator("convolutionMatrix")
def convolution_matrix(draw):
    axes = draw.choice(1, 2, 2)
    kernel, p, size = window(draw, axes)
    if draw.flag():
        # Small images, which the window still fits into.
        needed = [p["dilation"] * (u - 1) + 1 - 2 * p["padding"] for u in kernel]
        size = [max(min(n, 4), least) if n > 4 - p["padding"] else n for n, least in zip(size, needed)]
    x, k = tensors(draw, kernel, p, size)
    image = list(x.shape[1:])
    if draw.flag() and p["groups"] == 1:
        image, k = image[1:], k[0, 0]

    def compute(t, _):
        k = t["kernel"] if t["kernel"].dim() == axes + 2 else t["kernel"][None, None]
        shape = image if len(image) == axes + 1 else [1, *image]
        # The images of a one in each place, one after the other, are the matrix's columns.
        count = int(torch.tensor(shape).prod())
        ones = torch.eye(count, dtype=torch.float64).reshape([count, *shape])
        return CONVOLUTIONS[axes](ones, k, **p).reshape(count, -1).T

    return Case({"kernel": k}, parameters={**p, "shape": image}, compute=compute)
