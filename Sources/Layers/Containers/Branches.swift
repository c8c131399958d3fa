import Tensors

/// Layers side by side: each gets the same input, and their outputs lie behind one another on the axis of the channels.
package final class Branches: Layer {
  package let children: [(name: String, layer: any Layer)]

  package init(named children: [(name: String, layer: any Layer)]) { self.children = children }

  package func forward(_ x: Tensor) throws -> Tensor {
    try concatenated(children.map { try $0.layer(x) }, axis: 1)
  }
}
