import Convbook

let prediction = Tensor([[0.25, 0.5, 0.125], [0.75, 0.5, 0.375]]).requiringGradient()
let target = Tensor([[0, 1, 0], [1, 0, 0.5]])
for reduction in [LossReduction.mean, .sum, .none] {
  print(meanSquaredError(prediction, target, reduction: reduction).elements)
  print(meanAbsoluteError(prediction, target, reduction: reduction).elements)
  print(huberLoss(prediction, target, delta: 0.25, reduction: reduction).elements)
  print(binaryCrossEntropy(prediction, target, reduction: reduction).elements)
  print(binaryCrossEntropyFromLogits(prediction, target, positiveWeight: 2, reduction: reduction).elements)
  print(klDivergence(log(prediction), target, reduction: reduction).elements)
  print(crossEntropy(logits: prediction, labels: Tensor([2, 0]), reduction: reduction).elements)
  print(hingeLoss(prediction, Tensor([[1, -1, 1], [-1, 1, -1]]), reduction: reduction).elements)
  print(multiclassHingeLoss(prediction, labels: Tensor([2, 0]), margin: 0.5, reduction: reduction).elements)
}
print(crossEntropy(logits: prediction, labels: target, classWeights: Tensor([1, 2, 3]), labelSmoothing: 0.1).item())
print(crossEntropy(logits: prediction, labels: Tensor([1, -1]), ignoredLabel: -1).item())
print(negativeLogLikelihood(logSoftmax(prediction, axis: 1), labels: Tensor([1, 2])).item())
let loss = crossEntropy(logits: prediction, labels: Tensor([1, 2]))
loss.backward()
print(prediction.gradient!)

let boxes = Tensor([[0, 0, 2, 2], [5, 5, 6, 7]]).requiringGradient()
let truth = Tensor([[1, 0, 3, 3], [0, 0, 1, 1]])
print(iouLoss(boxes, truth, reduction: .none).elements, giouLoss(boxes, truth, reduction: .none).elements)
print(boxLoss(boxes, truth).item())
giouLoss(boxes, truth).backward()
print(boxes.gradient!)
