import Operators
import Tensors

/// Long poolings for `InterruptionTests`.
let poolingOperations: [InterruptionTests.Operation] = [
  .init("maxPool2d", [1, 1, 1000, 1000]) { x in _ = try maxPool2d(x, size: 2) },
  .init("gradient of maxPool2d", [1, 1, 1000, 1000]) { x in
    let y = try Interruption.forbidding { try maxPool2d(x.requiringGradient(), size: 2).sum() }
    try y.backward()
  },
  .init("averagePool2d", [1, 1, 1000, 1000]) { x in _ = try averagePool2d(x, size: 2) },
  .init("averagePool1d", [1, 1, 1_000_000]) { x in _ = try averagePool1d(x, size: 2) },
  .init("globalAveragePool2d", [10, 10, 100, 100]) { x in _ = try globalAveragePool2d(x) },
  .init("upsampleNearest2d", [1, 1, 100, 100]) { x in _ = try upsampleNearest2d(x, factor: 10) },
  .init("upsampleBilinear2d", [1, 1, 100, 100]) { x in _ = try upsampleBilinear2d(x, factor: 10) },
  .init("maxUnpool2d", [1, 1, 1000, 1000]) { x in
    _ = try maxUnpool2d(x, indices: Interruption.forbidding { try x.multiplied(by: 0) }, size: 1)
  },
  .init("roiPool", [1, 10, 300, 300]) { x in
    let boxes = try Interruption.forbidding { try Tensor([[0, 0, 0, 299, 299]]) }
    _ = try roiPool(x, boxes: boxes, size: [2, 2])
  },
  .init("roiAlign", [1, 1, 10, 10]) { x in
    let boxes = try Interruption.forbidding { try Tensor([[0, 0, 0, 9, 9]]) }
    _ = try roiAlign(x, boxes: boxes, size: [1, 1], samples: 500)
  },
]
