import Convbook

struct Parameters {
  var weight: Tensor
  var bias = Tensor.zeros([2])

  mutating func step(_ rate: Double) {
    weight -= weight * rate
    bias[0] += 1
  }
}

var first = Parameters(weight: Tensor([[1, 2], [3, 4]]))
var second = first
second.step(0.5)
print(first.weight.elements, first.bias.elements)
print(second.weight.elements, second.bias.elements)

var list = [Tensor.ones([2]), Tensor.zeros([2])]
let copy = list
list[0][1] = 5
list[1] += 2
list.append(list[0] * list[1])
print(list.map(\.elements), copy.map(\.elements))

var captured = Tensor([1, 2])
let byReference = { captured.elements }
let byValue = { [captured] in captured.elements }
captured[0] = 9
print(byReference(), byValue())

var table = ["a": Tensor([1, 2])]
table["a"]?[1] = 7
table["b"] = table["a"]
table["b"]![0] = 0
print(table["a"]!.elements, table["b"]!.elements)

final class Model { var weight = Tensor.ones([2]) }
let model = Model()
let alias = model
alias.weight[1] = 3
let snapshot = model.weight
model.weight[0] = -1
print(model.weight.elements, snapshot.elements)
