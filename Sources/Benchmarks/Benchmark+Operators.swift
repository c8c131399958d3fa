import Checking
import Operators
import Tensors

/// Single operators in the sizes that the networks have: eight images, or the lecture's batch of 128.
extension Benchmark {
  static let convolutions =
    convolution("conv3x3-32@14", "3×3, batch 128", images: 128, 32, 14)
    + convolution("conv3x3-64@56", "3×3", 64, 56)
    + convolution("conv3x3-128@28", "3×3", 128, 28)
    + convolution("conv3x3-256@14", "3×3", 256, 14)
    + convolution("conv3x3-512@7", "3×3", 512, 7)
    + convolution("conv1x1-256@14", "1×1", 256, 14, window: 1)
    + convolution("conv3x3-s2-64@56", "3×3 to 128 filters with stride 2", 64, 56, filters: 128, stride: 2)
    + convolution("conv7x7-s2-3@224", "7×7 to 64 filters with stride 2", 3, 224, filters: 64, window: 7, stride: 2)
    + convolution("depthwise3x3-128@28", "3×3, each channel with its own filter", 128, 28, groups: 128)
    + bothWays("transposed4x4-s2-128@14", "transposed convolution 4×4 to 64 channels with stride 2") {
      [try numbers([8, 128, 14, 14]), try numbers([128, 64, 4, 4])]
    } function: {
      try convTransposed2d($0[0], kernel: $0[1], stride: 2, padding: 1)
    }

  static let normalizations =
    bothWays("batchnorm-64@56", "batch norm in training") {
      try maps(64, 56)
    } function: {
      try batchNorm($0[0], gamma: $0[1], beta: $0[2])
    }
    + bothWays("layernorm-512", "layer norm, 8 × 196 rows") {
      [try numbers([8, 196, 512]), try numbers([512]), try numbers([512])]
    } function: {
      try layerNorm($0[0], normalizedShape: [512], gamma: $0[1], beta: $0[2])
    }
    + bothWays("instancenorm-64@56", "instance norm") {
      try maps(64, 56)
    } function: {
      try instanceNorm($0[0], gamma: $0[1], beta: $0[2])
    }
    + bothWays("maxpool2x2-64@56", "largest of windows 2×2") {
      [try numbers([8, 64, 56, 56])]
    } function: {
      try maxPool2d($0[0], size: 2)
    }
    + bothWays("maxpool3x3-s2-64@112", "largest of windows 3×3 with stride 2") {
      [try numbers([8, 64, 112, 112])]
    } function: {
      try maxPool2d($0[0], size: 3, stride: 2, padding: 1)
    }

  static let small: [Benchmark] = [
    product(512), product(2048),
    Benchmark(name: "add-3x3", summary: "the sum of two 3×3 tensors") {
      let (a, b) = (try numbers([3, 3]), try numbers([3, 3]))
      return { _ = try a.adding(b) }
    },
    Benchmark(name: "add-3x3-recorded", summary: "the same, recorded for gradients") {
      let (a, b) = (try numbers([3, 3]).requiringGradient(), try numbers([3, 3]).requiringGradient())
      return { _ = try a.adding(b) }
    },
    Benchmark(name: "gradcheck-conv2d", summary: "gradient check of a convolution, in float64") {
      let inputs = [
        try Tensor.normal([2, 3, 6, 6], seed: 1), try Tensor.normal([4, 3, 3, 3], seed: 2),
      ]
      return { _ = try recorded { try gradcheck({ try conv2d($0[0], kernel: $0[1], padding: 1) }, inputs: inputs) } }
    },
  ]

  private static func product(_ size: Int) -> Benchmark {
    Benchmark(name: "sgemm-\(size)", summary: "the product of two \(size)×\(size) matrices") {
      let (a, b) = (try numbers([size, size]), try numbers([size, size]))
      return { _ = try matmul(a, b) }
    }
  }

  private static func numbers(_ shape: [Int]) throws -> Tensor { try .normal(shape, seed: 1, dtype: .float32) }

  /// Eight images, a scale and a shift.
  private static func maps(_ channels: Int, _ size: Int) throws -> [Tensor] {
    [try numbers([8, channels, size, size]), try numbers([channels]), try numbers([channels])]
  }

  private static func convolution(
    _ name: String, _ summary: String, images: Int = 8, _ channels: Int, _ size: Int, filters: Int? = nil,
    window: Int = 3, stride: Int = 1, groups: Int = 1
  ) -> [Benchmark] {
    bothWays(name, "convolution \(summary)") {
      [
        try numbers([images, channels, size, size]),
        try numbers([filters ?? channels, channels / groups, window, window]),
      ]
    } function: {
      try conv2d($0[0], kernel: $0[1], stride: stride, padding: window / 2, groups: groups)
    }
  }

  /// The value of a function, and the gradients of all its inputs.
  private static func bothWays(
    _ name: String, _ summary: String, _ inputs: @escaping @Sendable () throws -> [Tensor],
    function: @escaping @Sendable ([Tensor]) throws -> Tensor
  ) -> [Benchmark] {
    [
      Benchmark(name: "\(name)-forward", summary: "\(summary), forward") {
        let inputs = try inputs()
        return { _ = try function(inputs) }
      },
      Benchmark(name: "\(name)-backward", summary: "\(summary), all gradients") {
        let inputs = try inputs().map { try $0.requiringGradient() }
        let y = try function(inputs)
        let dy = try numbers(y.shape)
        return { _ = try gradients(of: y, at: inputs, upstream: dy) }
      },
    ]
  }
}
