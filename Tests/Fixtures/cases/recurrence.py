"""Fully connected layers and recurrent networks."""
import torch
import torch.nn.functional as F

from . import Case, operator


@operator("linear")
def linear(draw):
    features, outputs = draw.integer(1, 4), draw.integer(1, 3)
    inputs = {"x": draw.numbers(draw.shape(0, 2) + [features]), "weights": draw.numbers([outputs, features])}
    if draw.flag():
        inputs["bias"] = draw.numbers([outputs])
    return Case(inputs, lambda t, _: F.linear(t["x"], t["weights"], t.get("bias")))


def parameters(draw, gates, features, hidden):
    """Weights and biases, small enough that no gate is shut for good."""
    rows = gates * hidden
    weights = {
        "inputWeights": draw.numbers([rows, features], -0.5, 0.5),
        "hiddenWeights": draw.numbers([rows, hidden], -0.5, 0.5)}
    if draw.flag():
        weights["inputBias"] = draw.numbers([rows], -0.5, 0.5)
    if draw.flag():
        weights["hiddenBias"] = draw.numbers([rows], -0.5, 0.5)
    return weights


def weights(t, gates):
    """The four tensors as PyTorch wants them: both biases or none."""
    zeros = torch.zeros(len(t["hiddenWeights"]), dtype=torch.float64)
    return t["inputWeights"], t["hiddenWeights"], t.get("inputBias", zeros), t.get("hiddenBias", zeros)


def recurrent(name, cell, network, gates, has_cell=False):
    @operator(f"{name}Step")
    def draw_step(draw):
        count, features, hidden = draw.integer(1, 3), draw.integer(1, 3), draw.integer(1, 2)
        inputs = {"x": draw.numbers([count, features], -1, 1), "hidden": draw.numbers([count, hidden], -1, 1)}
        if has_cell:
            inputs["cell"] = draw.numbers([count, hidden])
        inputs |= parameters(draw, gates, features, hidden)
        return Case(inputs, lambda t, _: cell(
            t["x"], (t["hidden"], t["cell"]) if has_cell else t["hidden"], *weights(t, gates)))

    @operator(name)
    def draw_sequence(draw):
        count, features, hidden = draw.integer(1, 2), draw.integer(1, 3), draw.integer(1, 2)
        inputs = {"x": draw.numbers([count, draw.integer(1, 4), features], -1, 1)}
        inputs |= parameters(draw, gates, features, hidden)
        if draw.flag():
            inputs["hidden"] = draw.numbers([count, hidden], -1, 1)
        if has_cell and draw.flag():
            inputs["cell"] = draw.numbers([count, hidden])

        def compute(t, _):
            zeros = torch.zeros(1, count, hidden, dtype=torch.float64)
            state = t["hidden"][None] if "hidden" in t else zeros
            if has_cell:
                state = (state, t["cell"][None] if "cell" in t else zeros)
            # Arguments: biases, layers, dropout, training, both directions, batch first.
            y, *last = network(t["x"], state, weights(t, gates), True, 1, 0.0, False, False, True)
            return [y, *(state[0] for state in last)]

        return Case(inputs, compute)


recurrent("rnn", torch.rnn_tanh_cell, torch.rnn_tanh, gates=1)
recurrent("lstm", torch.lstm_cell, lambda x, state, *rest: torch.lstm(x, state, *rest), gates=4, has_cell=True)
recurrent("gru", torch.gru_cell, torch.gru, gates=3)
