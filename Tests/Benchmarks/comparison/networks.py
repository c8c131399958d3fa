"""Whole networks on both sides: forward in evaluation, and training steps with Adam."""

import copy
from dataclasses import dataclass
from functools import partial
from typing import Callable

import torch
import torch.nn.functional as F
import torchvision
from torch import nn

from . import convbook
from .lecture_net import mnist_net, torch_step
from .measuring import TOLERANCE, Pair, relative_error
from .operators import LAYOUTS


def googlenet():
    return torchvision.models.googlenet(weights=None, aux_logits=False, init_weights=False)


@dataclass
class Network:
    """A network and a number of images. `network` is its name in Bridge/NetworkComputation.swift."""
    name: str
    network: str
    make: Callable
    shape: list
    parts: tuple

    def pairs(self, library, wanted, spoiled=False):
        """As `Operator.pairs`."""
        torch.manual_seed(1)
        model = self.make()
        x = torch.randn(self.shape)
        settle_batch_norm(model, x)
        for part in wanted:
            yield part, getattr(self, part)(library, model, x, spoiled)

    def ours(self, library, model, x, spoiled):
        ours = library.network(self.network)
        spoiled_name = next(name for name, _ in model.named_parameters()) if spoiled else None
        for name, value in model.state_dict().items():
            if name.endswith("num_batches_tracked"):
                continue
            if name == spoiled_name:
                value = value.clone()
                value.view(-1)[0] += 2 * value.abs().max()
            ours.add(convbook.STATE, value.data_ptr(), value.shape)
        ours.add(convbook.CONSTANT, x.data_ptr(), x.shape)
        return ours

    def forward(self, library, model, x, spoiled):
        model.eval()
        ours = self.ours(library, model, x, spoiled)
        with torch.inference_mode():
            expected = model(x)
        got = torch.empty(expected.shape)
        ours.run(convbook.FORWARD)
        ours.read(convbook.RESULT, got.data_ptr(), got.numel())
        return Pair(
            partial(ours.run, convbook.FORWARD),
            {name: torch_forward(copied(model, layout), x.to(memory_format=layout)) for name, layout in LAYOUTS.items()},
            relative_error(got, expected))

    def step(self, library, model, x, spoiled):
        labels = torch.randint(10, [len(x)])
        easy = away_from_corners(model)
        error, own = gradient_errors(self.batch(library, easy, x, labels.float(), spoiled), easy, x, labels)
        ours = self.batch(library, model, x, labels.float())
        variants = {
            "contiguous, Adam": (torch.contiguous_format, False),
            "contiguous, fused Adam": (torch.contiguous_format, True),
            "channels-last, fused Adam": (torch.channels_last, True),
        }
        return Pair(
            partial(ours.run, convbook.STEP),
            {name: torch_step(copied(model, layout), x.to(memory_format=layout), labels, fused)
             for name, (layout, fused) in variants.items()},
            error, max(TOLERANCE, 2 * own))

    def batch(self, library, model, x, labels, spoiled=False):
        ours = self.ours(library, model, x, spoiled)
        ours.add(convbook.CONSTANT, labels.data_ptr(), labels.shape)
        return ours


def settle_batch_norm(model, x):
    """Gives every batch norm a scale and a shift of its own, and the statistics of `x`.

    As they start, 1 and 0, mistakes in them would not be seen; and where the statistics are not those of the numbers
    that come, these get smaller from layer to layer, until the result is that of the last bias alone.
    """
    norms = [module for module in model.modules() if isinstance(module, nn.BatchNorm2d)]
    for norm in norms:
        nn.init.uniform_(norm.weight, 0.5, 1.5)
        nn.init.uniform_(norm.bias, -0.2, 0.2)
        norm.momentum = 1
    if norms:
        model.train()
        with torch.no_grad():
            model(x)
    for norm in norms:
        norm.momentum = 0.1


def copied(model, layout):
    return copy.deepcopy(model).to(memory_format=layout)


def gradient_errors(ours, model, x, labels):
    """How far the loss and all gradients are from PyTorch's in double precision: ours, and PyTorch's own.

    Without dropout, of which each side draws its own, and with a model from `away_from_corners`.
    """
    expected = gradients(model, x, labels, dtype=torch.float64)
    got = [torch.empty(tensor.shape) for tensor in expected]
    ours.run(convbook.RECORD)
    ours.run(convbook.BACKWARD)
    for position, tensor in enumerate(got, start=convbook.RESULT):
        ours.read(position, tensor.data_ptr(), tensor.numel())
    own = [gradients(model, x, labels, memory_format=layout) for layout in LAYOUTS.values()]
    return largest_error(got, expected), max(largest_error(other, expected) for other in own)


def gradients(model, x, labels, **kind):
    """The loss, then the gradient of each parameter."""
    model = copy.deepcopy(model).to(**kind).train()
    for module in model.modules():
        if isinstance(module, nn.Dropout):
            module.eval()
    loss = F.cross_entropy(model(x.to(**kind)), labels)
    return [loss.detach(), *torch.autograd.grad(loss, list(model.parameters()))]


def largest_error(got, expected):
    return max(relative_error(a.double(), b) for a, b in zip(got, expected))


def away_from_corners(model):
    """The same network with channels that are nearly all positive or nearly all negative after batch norm.

    One of ten million numbers that is 0.0000001 for one side and -0.0000001 for the other makes gradients differ by a
    hundredth: PyTorch's layouts do among themselves. ReLU still lets every second channel of a block pass only.
    """
    model = copy.deepcopy(model)
    for name, module in model.named_modules():
        if isinstance(module, nn.BatchNorm2d):
            module.bias.data = 4 * module.weight.data
            if name.endswith("bn1"):
                module.bias.data[::2] *= -1
    return model


def torch_forward(model, x):
    model.eval()

    def run(times):
        with torch.inference_mode():
            for _ in range(times):
                model(x)
    return run


def images(count):
    return [count, 3, 224, 224]


NETWORKS = [
    Network("mnist b128", "mnist", mnist_net, [128, 1, 28, 28], ("step",)),
    Network("vgg19 b1", "vgg19", torchvision.models.vgg19, images(1), ("forward",)),
    Network("resnet34 b1", "resnet34", torchvision.models.resnet34, images(1), ("forward",)),
    Network("resnet18 b8", "resnet18", torchvision.models.resnet18, images(8), ("forward", "step")),
    Network("resnet18 b32", "resnet18", torchvision.models.resnet18, images(32), ("step",)),
    Network("alexnet b8", "alexnet", torchvision.models.alexnet, images(8), ("forward",)),
    Network("googlenet b1", "googlenet", googlenet, images(1), ("forward",)),
]
