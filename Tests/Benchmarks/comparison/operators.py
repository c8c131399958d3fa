"""Single operators on both sides: the rows, their numbers and how they are run."""

from dataclasses import dataclass
from functools import partial
from typing import Callable

import torch
import torch.nn.functional as F

from . import convbook
from .measuring import Pair, relative_error

CONTIGUOUS, CHANNELS_LAST = torch.contiguous_format, torch.channels_last
LAYOUTS = {"contiguous": CONTIGUOUS, "channels-last": CHANNELS_LAST}


@dataclass
class Operator:
    """One operator at one size. `numbers` are what `operation` in Bridge/Operators.swift reads."""
    name: str
    operator: str
    numbers: tuple
    shapes: list
    call: Callable
    parts: tuple = ("forward", "backward")

    def inputs(self):
        generator = torch.Generator().manual_seed(1)
        return [torch.randn(shape, generator=generator) for shape in self.shapes]

    def pairs(self, library, wanted, spoiled=False):
        """The parts that are `wanted`, ready to run, after a look at whether both sides compute the same.

        With `spoiled` the first number of our last input is another one, which that look must see.
        """
        values = self.inputs()
        ours = library.operator(self.operator, *self.numbers)
        for position, value in enumerate(values):
            if spoiled and position == len(values) - 1:
                value = value.clone()
                value.view(-1)[0] += 2 * value.abs().max()
            ours.add(convbook.VARIABLE, value.data_ptr(), value.shape)
        variables = [value.clone().requires_grad_() for value in values]
        y = self.call(*variables)
        dy = torch.randn(y.shape, generator=torch.Generator().manual_seed(2))
        ours.add(convbook.UPSTREAM, dy.data_ptr(), dy.shape)
        error = self.error(ours, y.detach(), torch.autograd.grad(y, variables, dy))
        layouts = LAYOUTS if len(self.shapes[0]) == 4 else {"contiguous": CONTIGUOUS}
        for part in wanted:
            peers = {
                name: getattr(self, "torch_" + part)(*(laid_out(layout, t) for t in ([*values], dy)))
                for name, layout in layouts.items()
            }
            yield part, Pair(partial(ours.run, getattr(convbook, part.upper())), peers, error)

    def error(self, ours, y, gradients):
        ours.run(convbook.RECORD)
        ours.run(convbook.BACKWARD)
        errors = []
        for position, expected in [(convbook.RESULT, y), *enumerate(gradients)]:
            got = torch.empty(expected.shape)
            ours.read(position, got.data_ptr(), got.numel())
            errors.append(relative_error(got, expected))
        return max(errors)

    def torch_forward(self, values, dy):
        def run(times):
            with torch.inference_mode():
                for _ in range(times):
                    self.call(*values)
        return run

    def torch_record(self, values, dy):
        variables = [value.requires_grad_() for value in values]

        def run(times):
            for _ in range(times):
                self.call(*variables)
        return run

    def torch_backward(self, values, dy):
        variables = [value.requires_grad_() for value in values]
        y = self.call(*variables)

        def run(times):
            for _ in range(times):
                torch.autograd.grad(y, variables, dy, retain_graph=True)
        return run


def laid_out(layout, tensors):
    if isinstance(tensors, list):
        return [laid_out(layout, tensor) for tensor in tensors]
    return tensors.clone(memory_format=layout if tensors.dim() == 4 else CONTIGUOUS)


class GradientCheck:
    """`gradcheck` of a convolution in float64: no gradients to compare, but both must pass, and nothing to spoil."""
    name, parts = "gradcheck conv2d 3x6x6", ("forward",)

    def pairs(self, library, wanted, spoiled=False):
        if spoiled:
            return
        values = [torch.randn(shape) for shape in ([2, 3, 6, 6], [4, 3, 3, 3])]
        ours = library.operator("gradcheck")
        for value in values:
            ours.add(convbook.CONSTANT, value.data_ptr(), value.shape)
        doubles = [value.double().requires_grad_() for value in values]
        passed = torch.empty(1)
        ours.run(convbook.FORWARD)
        ours.read(convbook.RESULT, passed.data_ptr(), 1)

        def check(times):
            for _ in range(times):
                assert torch.autograd.gradcheck(lambda x, k: F.conv2d(x, k, padding=1), doubles)

        yield "forward", Pair(partial(ours.run, convbook.FORWARD), {"contiguous": check}, 1 - passed.item())


def convolution(name, images, channels, size, filters=None, window=3, stride=1, padding=None, groups=1):
    padding = window // 2 if padding is None else padding
    return Operator(
        f"conv {name}", "conv2d", (stride, padding, groups),
        [[images, channels, size, size], [filters or channels, channels // groups, window, window]],
        lambda x, k: F.conv2d(x, k, stride=stride, padding=padding, groups=groups))


def per_channel(name, operator, call, shape):
    return Operator(f"{name} {shape[1]}@{shape[2]}", operator, (), [shape, [shape[1]], [shape[1]]], call)


def pooling(channels, size, window, stride, padding):
    return Operator(
        f"max-pool {window}x{window}/{stride} {channels}@{size}", "maxPool2d", (window, stride, padding),
        [[8, channels, size, size]], lambda x: F.max_pool2d(x, window, stride, padding))


def product(n):
    return Operator(f"sgemm {n}", "matmul", (), [[n, n], [n, n]], torch.matmul, parts=("forward",))


# Layers of the networks with eight images (the lecture's net: with its batch of 128).
OPERATORS = [
    convolution("3x3 32@14 b128", 128, 32, 14),
    convolution("3x3 64@56", 8, 64, 56),
    convolution("3x3 128@28", 8, 128, 28),
    convolution("3x3 256@14", 8, 256, 14),
    convolution("3x3 512@7", 8, 512, 7),
    convolution("1x1 256@14", 8, 256, 14, window=1),
    convolution("3x3/2 64-128@56", 8, 64, 56, filters=128, stride=2),
    convolution("7x7/2 3-64@224", 8, 3, 224, filters=64, window=7, stride=2),
    convolution("depthwise 3x3 128@28", 8, 128, 28, groups=128),
    Operator(
        "transposed conv 4x4/2 128-64@14", "convTransposed2d", (2, 1), [[8, 128, 14, 14], [128, 64, 4, 4]],
        lambda x, k: F.conv_transpose2d(x, k, stride=2, padding=1)),
    per_channel(
        "batch-norm", "batchNorm", lambda x, g, b: F.batch_norm(x, None, None, g, b, training=True), [8, 64, 56, 56]),
    per_channel("instance-norm", "instanceNorm", lambda x, g, b: F.instance_norm(x, weight=g, bias=b), [8, 64, 56, 56]),
    Operator(
        "layer-norm 196x512 b8", "layerNorm", (512,), [[8, 196, 512], [512], [512]],
        lambda x, g, b: F.layer_norm(x, [512], g, b)),
    pooling(64, 56, 2, 2, 0),
    pooling(64, 112, 3, 2, 1),
    product(512),
    product(2048),
    Operator("add 3x3", "add", (), [[3, 3], [3, 3]], torch.add, parts=("forward", "record")),
    GradientCheck(),
]
