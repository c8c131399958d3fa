"""Losses. All are drawn with each of the three reductions."""
import torch
import torch.nn.functional as F
import torchvision

from . import Case, operator

REDUCTIONS = ("mean", "sum", "none")


def elementwise(name, compute, prediction=lambda draw, shape: draw.numbers(shape), target=None, parameters=None):
    """A loss that compares element by element. `compute` gets prediction, target, reduction and the other parameters."""

    @operator(name)
    def draw_case(draw):
        shape = draw.shape(0, 3)
        p = {key: draw.choice(*values) for key, values in (parameters or {}).items()}
        p["reduction"] = draw.choice(*REDUCTIONS)
        inputs = {"prediction": prediction(draw, shape), "target": (target or prediction)(draw, shape)}
        return Case(
            inputs, parameters=p,
            compute=lambda t, p: compute(
                t["prediction"], t["target"], reduction=p["reduction"],
                **{key: value for key, value in p.items() if key != "reduction"}))


def probabilities(draw, shape):
    return draw.numbers(shape, 0.125, 0.875)


elementwise("meanSquaredError", F.mse_loss)
elementwise("meanAbsoluteError", F.l1_loss)
elementwise("huberLoss", F.huber_loss, parameters={"delta": [0.5, 1.0, 1.3, 2.0]})
elementwise("binaryCrossEntropy", F.binary_cross_entropy, prediction=probabilities)
elementwise(
    "binaryCrossEntropyFromLogits",
    lambda x, t, reduction, positiveWeight: F.binary_cross_entropy_with_logits(
        x, t, reduction=reduction, pos_weight=torch.tensor(positiveWeight, dtype=torch.float64)),
    prediction=lambda draw, shape: draw.numbers(shape) * draw.choice(1.0, 1.0, 10.0, 3000.0), target=probabilities,
    parameters={"positiveWeight": [1.0, 0.5, 3.0]})
elementwise(
    "klDivergence",
    lambda x, t, reduction, targetIsLogarithmic: F.kl_div(x, t, reduction=reduction, log_target=targetIsLogarithmic),
    target=lambda draw, shape: draw.positive(shape, 0.125), parameters={"targetIsLogarithmic": [False, True]})


@operator("hingeLoss")
def hinge_loss(draw):
    shape = draw.shape(0, 3)
    labels = draw.indices(shape, 2) * 2.0 - 1.0
    # Margins off the grid of the scores: exactly on the margin, PyTorch's clamp lets the gradient through.
    p = {"margin": draw.choice(0.3, 1.1, 2.2), "reduction": draw.choice(*REDUCTIONS)}
    return Case(
        {"scores": draw.numbers(shape)}, constants={"labels": labels.double()}, parameters=p,
        compute=lambda t, p: F.margin_ranking_loss(
            t["scores"], torch.zeros_like(t["scores"]), t["labels"], margin=p["margin"], reduction=p["reduction"]))


@operator("multiclassHingeLoss")
def multiclass_hinge_loss(draw):
    shape = draw.shape(1, 2)
    p = {"margin": draw.choice(0.5, 1.0, 1.7), "reduction": draw.choice(*REDUCTIONS)}
    return Case(
        {"scores": draw.numbers(shape)}, constants={"labels": draw.indices(shape[:-1], shape[-1])}, parameters=p,
        compute=lambda t, p: F.multi_margin_loss(
            t["scores"], t["labels"].long(), margin=p["margin"], reduction=p["reduction"]))


def class_numbers(draw, scores):
    """Labels for scores, and one to be ignored, which some have, but never all: their mean would be 0/0."""
    axis = min(1, scores.dim() - 1)
    classes = scores.shape[axis]
    labels = draw.indices([size for other, size in enumerate(scores.shape) if other != axis], classes)
    ignored = draw.choice(None, -100, 0 if classes > 1 else -100)
    if ignored == -100 and labels.numel() > 1:
        labels.reshape(-1)[draw.integer(0, labels.numel() - 1)] = ignored
    if ignored == 0:
        labels.reshape(-1)[draw.integer(0, labels.numel() - 1)] = classes - 1
    return labels, ignored


def class_weights(draw, scores):
    count = scores.shape[min(1, scores.dim() - 1)]
    return {"classWeights": draw.positive([count])} if draw.flag() else {}


@operator("crossEntropy")
def cross_entropy(draw):
    x = draw.numbers(draw.shape(1, 3)) * draw.choice(1.0, 1.0, 1.0, 3000.0)
    p = {"labelSmoothing": draw.choice(0.0, 0.0, 0.1, 0.4), "reduction": draw.choice(*REDUCTIONS)}
    inputs, constants = {"logits": x}, class_weights(draw, x)
    if draw.flag():
        constants["labels"], p["ignoredLabel"] = class_numbers(draw, x)
    else:
        inputs["labels"] = draw.numbers(list(x.shape), 0, 1)

    def compute(t, p):
        ignored = p.get("ignoredLabel")
        labels = t["labels"] if "labels" in inputs else t["labels"].long()
        return F.cross_entropy(
            t["logits"], labels, t.get("classWeights"), ignore_index=-100 if ignored is None else ignored,
            reduction=p["reduction"], label_smoothing=p["labelSmoothing"])

    return Case(inputs, constants=constants, parameters=p, compute=compute)


@operator("negativeLogLikelihood")
def negative_log_likelihood(draw):
    x = draw.numbers(draw.shape(1, 3))
    labels, ignored = class_numbers(draw, x)
    p = {"ignoredLabel": ignored, "reduction": draw.choice(*REDUCTIONS)}
    constants = {"labels": labels, **class_weights(draw, x)}
    return Case(
        {"logProbabilities": x}, constants=constants, parameters=p,
        compute=lambda t, p: F.nll_loss(
            t["logProbabilities"], t["labels"].long(), t.get("classWeights"), reduction=p["reduction"],
            ignore_index=-100 if p["ignoredLabel"] is None else p["ignoredLabel"]))


def box_shape(draw):
    return [draw.integer(1, 4), 4] if draw.integer(0, 3) else [4]


@operator("boxLoss")
def box_loss(draw):
    shape = box_shape(draw)

    def compute(t, p):
        losses = F.mse_loss(t["prediction"], t["target"], reduction="none").sum(-1)
        return {"mean": losses.mean(), "sum": losses.sum(), "none": losses}[p["reduction"]]

    return Case(
        {"prediction": draw.numbers(shape), "target": draw.numbers(shape)}, compute,
        parameters={"reduction": draw.choice(*REDUCTIONS)})


def boxes(draw, shape, offset):
    """Corners, off one another's grid: where two sides are equal, the area has a kink."""
    corner = draw.numbers([*shape[:-1], 2], -2.0, 1.0) + offset
    return torch.cat([corner, corner + draw.positive([*shape[:-1], 2])], -1)


@operator("giouLoss")
def giou_loss(draw):
    shape = box_shape(draw)
    p = {"epsilon": draw.choice(1e-7, 0.01), "reduction": draw.choice(*REDUCTIONS)}
    return Case(
        {"prediction": boxes(draw, shape, 0.0), "target": boxes(draw, shape, 0.05)}, parameters=p,
        compute=lambda t, p: torchvision.ops.generalized_box_iou_loss(
            t["prediction"], t["target"], reduction=p["reduction"], eps=p["epsilon"]))


@operator("iouLoss")
def iou_loss(draw):
    shape = box_shape(draw)
    p = {"reduction": draw.choice(*REDUCTIONS)}

    def compute(t, p):
        pairs = torchvision.ops.box_iou(t["prediction"].reshape(-1, 4), t["target"].reshape(-1, 4))
        losses = 1 - pairs.diagonal().reshape(shape[:-1])
        return {"mean": losses.mean(), "sum": losses.sum(), "none": losses}[p["reduction"]]

    return Case(
        {"prediction": boxes(draw, shape, 0.0), "target": boxes(draw, shape, 0.05)}, compute, parameters=p)
