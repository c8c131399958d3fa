"""Writes references.json: what PyTorch, SciPy and NumPy compute, for the engine's tests to compare with.

    pip install torch scipy numpy
    python3 Tests/Fixtures/make_references.py

Every case holds its inputs, its parameters and the expected results, as flat lists beside their shapes. Inputs are
multiples of 1/8 with no symmetry, so that most results are exact and a swapped axis shows.
"""
import json
import pathlib

import numpy as np
import scipy.signal
import torch
import torch.nn.functional as F

random = np.random.default_rng(7)


def numbers(*shape):
    return torch.tensor(random.integers(-24, 25, shape) / 8.0, dtype=torch.float64, requires_grad=True)


def data(tensor):
    array = np.asarray(tensor.detach() if isinstance(tensor, torch.Tensor) else tensor, dtype=np.float64)
    return {"shape": list(array.shape), "elements": [float(x) for x in array.ravel()]}


def conv2d_cases():
    for input, kernel, bias, parameters in [
        ((2, 3, 5, 4), (2, 3, 2, 3), True, dict(stride=2, padding=1, dilation=1, groups=1)),
        ((1, 4, 7, 6), (6, 2, 3, 2), True, dict(stride=2, padding=2, dilation=2, groups=2)),
        ((2, 2, 6, 9), (4, 1, 2, 2), False, dict(stride=3, padding=1, dilation=3, groups=2)),
        ((1, 1, 4, 4), (1, 1, 4, 4), False, dict(stride=1, padding=0, dilation=1, groups=1)),
        ((1, 3, 5, 7), (3, 1, 3, 5), True, dict(stride=1, padding=3, dilation=1, groups=3)),
        ((2, 3, 9, 11), (8, 3, 3, 3), True, dict(stride=2, padding=1, dilation=2, groups=1)),
        ((1, 8, 8, 9), (16, 4, 3, 3), True, dict(stride=1, padding=1, dilation=1, groups=2)),
    ]:
        x, k = numbers(*input), numbers(*kernel)
        b = numbers(kernel[0]) if bias else None
        y = F.conv2d(x, k, b, **parameters)
        dy = numbers(*y.shape).detach()
        y.backward(dy)
        case = dict(parameters, x=data(x), k=data(k), y=data(y), dy=data(dy), dx=data(x.grad), dk=data(k.grad))
        if bias:
            case |= dict(b=data(b), db=data(b.grad))
        yield case


def correlation_cases():
    for input, kernel in [((4, 5), (2, 3)), ((3, 6), (3, 2)), ((5, 4), (1, 4)), ((4, 4), (4, 1)), ((5, 5), (2, 2))]:
        x, f = random.integers(-9, 10, input), random.integers(-9, 10, kernel)
        for mode in ["valid", "full", "same"]:
            yield dict(
                x=data(x), f=data(f), mode=mode,
                correlate=data(scipy.signal.correlate2d(x, f, mode)),
                convolve=data(scipy.signal.convolve2d(x, f, mode)))


def pooling_cases():
    for input, size, stride in [((2, 3, 5, 4), 2, 2), ((1, 2, 7, 6), 3, 2), ((1, 1, 4, 5), 2, 1), ((1, 2, 5, 5), 2, 3)]:
        x = numbers(*input)
        y = F.max_pool2d(x, size, stride)
        dy = numbers(*y.shape).detach()
        y.backward(dy)
        yield dict(size=size, stride=stride, x=data(x), y=data(y), dy=data(dy), dx=data(x.grad))


def function_cases():
    functions = dict(
        relu=torch.relu, exp=torch.exp, tanh=torch.tanh, abs=torch.abs, square=torch.square,
        pow3=lambda x: x ** 3, log=lambda x: torch.log(x.abs() + 0.5), sqrt=lambda x: torch.sqrt(x.abs() + 0.5),
        sum0=lambda x: x.sum(0), sum12=lambda x: x.sum((1, 2)), mean02=lambda x: x.mean((0, 2), keepdim=True),
        max1=lambda x: x.amax(1), min02=lambda x: x.amin((0, 2)), maximum=lambda x: torch.maximum(x, x.flip(2)),
        divide=lambda x: x / (x.abs().sum(1, keepdim=True) + 1), permuted=lambda x: x.permute(2, 0, 1) * 1.0)
    for name, function in functions.items():
        # Few different values, so that there are zeros and ties.
        x = torch.tensor(random.integers(-3, 4, (2, 3, 4)) / 2.0, dtype=torch.float64, requires_grad=True)
        y = function(x)
        dy = numbers(*y.shape).detach()
        y.backward(dy)
        yield dict(function=name, x=data(x), y=data(y), dy=data(dy), dx=data(x.grad))


references = dict(
    made_with=dict(torch=torch.__version__, scipy=scipy.__version__, numpy=np.__version__),
    conv2d=list(conv2d_cases()), correlation=list(correlation_cases()), maxPool2d=list(pooling_cases()),
    functions=list(function_cases()))
path = pathlib.Path(__file__).with_name("references.json")
path.write_text(json.dumps(references) + "\n")
print(path, {key: len(value) for key, value in references.items()})
