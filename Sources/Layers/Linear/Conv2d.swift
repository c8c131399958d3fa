import Operators
import Tensors

/// Slides learned filters over images, `[N, C, H, W]`; see `conv2d` in `Operators`.
package final class Conv2d: Layer {
  /// Filters `[O, C / groups, U, V]`.
  package let weight: Parameter
  /// A number for each filter, `[O]`.
  package let bias: Parameter?
  package let strides: [Int]
  package let padding: [Int]
  package let dilations: [Int]
  package let groups: Int

  /// - Parameters:
  ///   - size: Rows and columns of the filters.
  ///   - padding: Rows and columns of zeros around the images.
  ///   - seed: Draws the weights as PyTorch does by default. Without it they are 0 until the network is initialized.
  package convenience init(
    _ inputChannels: Int, _ outputChannels: Int, size: Int, stride: Int = 1, padding: Int = 0, dilation: Int = 1,
    groups: Int = 1, hasBias: Bool = true, seed: Int? = nil
  ) throws {
    func both(_ value: Int) -> [Int] { [value, value] }
    try self.init(
      inputChannels, outputChannels, size: both(size), strides: both(stride), padding: both(padding),
      dilations: both(dilation), groups: groups, hasBias: hasBias, seed: seed)
  }

  /// The same with a number for rows and one for columns.
  package init(
    _ inputChannels: Int, _ outputChannels: Int, size: [Int], strides: [Int] = [1, 1], padding: [Int] = [0, 0],
    dilations: [Int] = [1, 1], groups: Int = 1, hasBias: Bool = true, seed: Int? = nil
  ) throws {
    guard groups >= 1, inputChannels % groups == 0, outputChannels % groups == 0 else {
      throw TensorError(
        "\(counted(groups, "group")) cannot share \(counted(inputChannels, "channel")) and \(counted(outputChannels, "filter")) equally"
      )
    }
    weight = try Parameter(.zeros([outputChannels, inputChannels / groups] + size, dtype: .float32))
    bias = hasBias ? try Parameter(.zeros([outputChannels], dtype: .float32)) : nil
    self.strides = strides
    self.padding = padding
    self.dilations = dilations
    self.groups = groups
    if let seed { try initialize(InitializationScheme(.pytorchDefault), seed: seed) }
  }

  package var parameters: [NamedParameter] {
    [("weight", weight)] + (bias.map { [("bias", $0)] } ?? [])
  }

  package func forward(_ x: Tensor) throws -> Tensor {
    try convolved(x, kernel: weight.tensor, bias: bias?.tensor)
  }

  /// This layer's geometry with other filters, and with what may follow it.
  func convolved(
    _ x: Tensor, kernel: Tensor, bias: Tensor?, residual: Tensor? = nil, relu isRectified: Bool = false
  ) throws -> Tensor {
    try fusedConv2d(
      x, kernel: kernel, bias: bias, residual: residual, relu: isRectified, strides: strides,
      padding: .zeros(padding), dilations: dilations, groups: groups)
  }

  /// The same with a maximum pooling behind it.
  func pooled(
    _ x: Tensor, kernel: Tensor, bias: Tensor?, relu isRectified: Bool, windows: PoolingWindows
  ) throws -> Tensor {
    try pooledConv2d(
      x, kernel: kernel, bias: bias, relu: isRectified, windows: windows, strides: strides, padding: .zeros(padding),
      dilations: dilations, groups: groups)
  }

  package func initialize(_ scheme: InitializationScheme, _ random: inout Random) throws {
    try scheme.convolutions.draw(weight, bias, &random)
  }
}
