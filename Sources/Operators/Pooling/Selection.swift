import Tensors

/// An operator that copies elements: each element of the result is one of the input's, or 0.
///
/// ```
/// y[i] = x[places[i]], or 0 where places[i] is −1        dx[places[i]] += dy[i]
/// ```
///
/// Max pooling, max-unpooling, nearest-neighbour upsampling, RoI pooling and embedding are of this kind. The gradient of
/// the copying is an adding up, and the gradient of the adding up is the copying: so each has gradients of any order.
struct Selection {
  /// The operator's name as a learner types it.
  let function: String
  let inputShape: [Int]
  let outputShape: [Int]
  /// For each element of the result, a place of the input in row-by-row order, or −1.
  let places: Tensor
  /// How many neighbours are copied together: `places` counts such rows.
  var width = 1

  /// `y[i] = x[places[i]]`
  func gathered(from x: Tensor) throws -> Tensor {
    let y = try gather(x, x.kind.type)
    if !x.isRecording { return y }
    return try record(function, y, .gradient(to: x) { dy in try scattered(dy) })
  }

  /// `dx[places[i]] += dy[i]`
  func scattered(_ dy: Tensor) throws -> Tensor {
    let dx = try dy.isSymbolic ? scatter(dy, Formula.self) : scatter(dy, Double.self).converted(to: dy.kind)
    if !dy.isRecording { return dx }
    return try record(
      "\(function)Gradient", dx, .gradient(to: dy) { upstream in try gathered(from: upstream) })
  }

  @specialized(where Element == Float)
  @specialized(where Element == Double)
  private func gather<Element: TensorElement>(_ x: Tensor, _: Element.Type) throws -> Tensor {
    try places.withElements(as: Double.self) { places in
      try .computed(outputShape, from: x, as: Element.self) { y, x in
        var work = 0
        for i in 0..<self.places.count where places[i] >= 0 {
          try Interruption.poll(afterWork: &work, of: width + 8)
          let (to, from) = (y + i * width, x + Int(places[i]) * width)
          for t in 0..<width { to[t] = from[t] }
        }
      }
    }
  }

  @specialized(where Element == Double)
  private func scatter<Element: TensorElement>(_ dy: Tensor, _: Element.Type) throws -> Tensor {
    try places.withElements(as: Double.self) { places in
      try .computed(inputShape, from: dy, as: Element.self) { dx, dy in
        var work = 0
        for i in 0..<self.places.count where places[i] >= 0 {
          try Interruption.poll(afterWork: &work, of: width + 8)
          let (to, from) = (dx + Int(places[i]) * width, dy + i * width)
          for t in 0..<width { to[t] += from[t] }
        }
      }
    }
  }
}
