import Tensors

/// The residual block of ResNet-18 and -34: two convolutions 3×3, and their input is added to what comes out.
///
/// ```
/// y = relu(norm2(conv2(relu(norm1(conv1(x))))) + shortcut(x))
/// ```
///
/// The shortcut is the input itself, or a convolution 1×1 with batch norm where size or channels change. He et al.,
/// "Deep residual learning for image recognition" (2015).
package final class BasicBlock: Layer {
  package let children: [(name: String, layer: any Layer)]
  private let first: ConvolutionRun
  private let second: ConvolutionRun
  private let shortcut: Sequential?

  package init(_ inputChannels: Int, _ outputChannels: Int, stride: Int = 1) throws {
    func convolution(_ inputs: Int, _ stride: Int) throws -> Conv2d {
      try Conv2d(inputs, outputChannels, size: 3, stride: stride, padding: 1, hasBias: false)
    }
    let conv1 = try convolution(inputChannels, stride)
    let norm1 = try BatchNorm2d(outputChannels)
    let conv2 = try convolution(outputChannels, 1)
    let norm2 = try BatchNorm2d(outputChannels)
    first = ConvolutionRun(conv1, norm: norm1, relu: true)
    second = ConvolutionRun(conv2, norm: norm2, relu: true)
    shortcut =
      stride == 1 && inputChannels == outputChannels
      ? nil
      : Sequential([
        try Conv2d(inputChannels, outputChannels, size: 1, stride: stride, hasBias: false),
        try BatchNorm2d(outputChannels),
      ])
    let path: [(name: String, layer: any Layer)] = [("conv1", conv1), ("bn1", norm1), ("conv2", conv2), ("bn2", norm2)]
    children = path + (shortcut.map { [("downsample", $0)] } ?? [])
  }

  package func forward(_ x: Tensor) throws -> Tensor {
    try second.run(first.run(x), residual: shortcut?(x) ?? x)
  }
}
