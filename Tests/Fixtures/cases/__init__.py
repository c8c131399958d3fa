"""Random configurations of every operator, and what PyTorch computes for them.

A family is a module here; an operator is a function with `@operator("name")` that draws one configuration:

    @operator("softplus")
    def softplus(draw):
        x = draw.numbers(draw.shape(1, 3))
        return Case(inputs={"x": x}, parameters={"beta": draw.choice(1.0, 2.0)},
                    compute=lambda inputs, p: F.softplus(inputs["x"], beta=p["beta"]))

Inputs are multiples of 1/8 without symmetry, so that a swapped axis shows, many results are exact, and float32 and
float64 start from the same numbers. The Swift side has a row of the same name in Tests/OperatorCases.
"""
import dataclasses
import importlib
import pkgutil
import typing

import numpy as np
import torch

OPERATORS = {}


@dataclasses.dataclass
class Case:
    """One configuration: tensors by name, parameters that JSON can hold, and how PyTorch computes the result.

    `constants` are inputs without a gradient (labels, indices). `compute` gets all tensors and the parameters, and
    gives a tensor or a list of tensors; results that are not differentiable (indices) are compared, and no more.
    """

    inputs: dict
    compute: typing.Callable
    parameters: dict = dataclasses.field(default_factory=dict)
    constants: dict = dataclasses.field(default_factory=dict)


class Draw:
    """Random shapes, numbers and choices."""

    def __init__(self, seed):
        self.random = np.random.default_rng(seed)

    def integer(self, low, high):
        """A whole number from low to high, both included."""
        return int(self.random.integers(low, high + 1))

    def choice(self, *values):
        return values[self.integer(0, len(values) - 1)]

    def flag(self):
        return self.choice(False, True)

    def shape(self, low, high, sizes=(1, 4)):
        """A shape of low to high axes."""
        return [self.integer(*sizes) for _ in range(self.integer(low, high))]

    def numbers(self, shape, low=-3.0, high=3.0):
        """Multiples of 1/8 between low and high."""
        array = self.random.integers(round(low * 8), round(high * 8) + 1, shape) / 8.0
        return torch.tensor(array, dtype=torch.float64).reshape(shape)

    def distinct(self, shape, step=0.125):
        """Different numbers in random order: no ties, no two closer than a step."""
        count = int(np.prod(shape))
        array = (self.random.permutation(count) - count // 2) * step
        return torch.tensor(array, dtype=torch.float64).reshape(shape)

    def indices(self, shape, count):
        """Whole numbers below count."""
        return torch.tensor(self.random.integers(0, count, shape), dtype=torch.int64).reshape(shape)

    def positive(self, shape, low=0.25, high=3.0):
        return self.numbers(shape, low, high)


def operator(name):
    """Registers a drawing function under the name that learners type."""

    def register(function):
        assert name not in OPERATORS, f"{name} is registered twice"
        OPERATORS[name] = function
        return function

    return register


def load_families():
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
    return OPERATORS


def arrays(case, random):
    """All arrays of a case by name, as the fixture files hold them: parameters, inputs, results, upstream, gradients."""
    inputs = {name: tensor.clone().requires_grad_() for name, tensor in case.inputs.items()}
    results = case.compute({**inputs, **case.constants}, case.parameters)
    results = list(results) if isinstance(results, (list, tuple)) else [results]
    named = {f"input/{name}": tensor for name, tensor in {**inputs, **case.constants}.items()}
    differentiable = []
    for position, result in enumerate(results):
        named[f"result/{position}"] = result
        if result.requires_grad:
            upstream = torch.tensor(random.integers(-16, 17, list(result.shape)) / 8.0, dtype=torch.float64)
            named[f"upstream/{position}"] = upstream.reshape(result.shape)
            differentiable.append((result, named[f"upstream/{position}"]))
    if differentiable:
        total = sum((result * upstream).sum() for result, upstream in differentiable)
        gradients = torch.autograd.grad(total, list(inputs.values()), allow_unused=True)
        for (name, tensor), gradient in zip(inputs.items(), gradients):
            named[f"gradient/{name}"] = torch.zeros_like(tensor) if gradient is None else gradient
    return {name: tensor.detach().numpy().astype(np.float64) for name, tensor in named.items()}
