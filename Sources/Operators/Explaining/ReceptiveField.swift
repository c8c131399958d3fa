import Tensors

/// What one element of a feature map sees of the input, along one axis.
///
/// ```
/// size' = size + (covered − 1) · jump        jump' = jump · s        first' = first − p · jump
/// ```
///
/// for a window that covers `covered = d·(k − 1) + 1` elements, with stride s and p zeros in front. L layers of kernel
/// size K and stride 1 see 1 + L·(K − 1) elements.
package struct ReceptiveField: Equatable, Sendable {
  /// How many elements of the input.
  package var size = 1.0
  /// How far apart in the input neighbours of the feature map lie.
  package var jump = 1.0
  /// The first input element that the feature map's first element sees; below 0 in the padding.
  package var first = 0.0

  /// That of the input itself.
  package init() {}

  /// What an element sees after a window has slid along the axis: a convolution, or pooling.
  package func after(_ window: WindowAxis) -> ReceptiveField {
    let covered = WindowAxis.covered(kernelSize: window.kernelSize, dilation: window.dilation)
    var field = self
    field.size += Double(covered - 1) * jump
    field.first -= Double(window.before) * jump
    field.jump *= Double(window.stride)
    return field
  }

  /// What an element sees after windows have been spread along the axis: a transposed convolution, or upsampling. Of a
  /// window's `covered` places every s-th one is an element, so it sees at most `covered`/s of them, rounded up.
  package func after(spreading window: WindowAxis) -> ReceptiveField {
    let covered = WindowAxis.covered(kernelSize: window.kernelSize, dilation: window.dilation)
    let seen = (covered + window.stride - 1) / window.stride
    var field = self
    field.size += Double(seen - 1) * jump
    field.first -= (Double(covered - 1 - window.before) / Double(window.stride)).rounded(.down) * jump
    field.jump /= Double(window.stride)
    return field
  }
}
