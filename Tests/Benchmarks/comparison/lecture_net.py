"""The lecture's network and a training step in PyTorch; imports no more than a program would that only trains it."""

from collections import OrderedDict

import torch
import torch.nn.functional as F
from torch import nn


def mnist_net():
    """The lecture's network of 836,522 parameters, with the names of Sources/Architectures/MnistNet.swift."""
    def convolution(inputs):
        return nn.Conv2d(inputs, 32, 3, padding=1)
    return nn.Sequential(OrderedDict(
        conv0=convolution(1), relu0=nn.ReLU(), pool0=nn.MaxPool2d(2), conv1=convolution(32), relu1=nn.ReLU(),
        conv2=convolution(32), relu2=nn.ReLU(), pool1=nn.MaxPool2d(2), conv3=convolution(32), relu3=nn.ReLU(),
        flatten=nn.Flatten(), fc0=nn.Linear(32 * 7 * 7, 512), relu4=nn.ReLU(), dropout=nn.Dropout(),
        fc1=nn.Linear(512, 10)))


def torch_step(model, x, labels, fused):
    model.train()
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3, fused=fused)

    def run(times):
        for _ in range(times):
            optimizer.zero_grad()
            F.cross_entropy(model(x), labels).backward()
            optimizer.step()
    return run
