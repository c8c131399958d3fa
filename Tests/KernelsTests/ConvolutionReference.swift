import Kernels

/// A convolution in plain loops with sums in `Double`, over rows `[N, C, H, W]` and kernels `[O, C / groups, U, V]`.
struct ConvolutionReference {
  let shape: ConvolutionShape
  var kernelCount: Int {
    shape.filters * (shape.channels / shape.groups) * shape.kernelHeight * shape.kernelWidth
  }

  func forward(_ x: [Float], _ k: [Float]) -> [Double] {
    var y = [Double](repeating: 0, count: shape.images * shape.filters * shape.outputHeight * shape.outputWidth)
    forEachProduct { y[$0] += Double(x[$1]) * Double(k[$2]) }
    return y
  }

  func inputGradient(_ dy: [Float], _ k: [Float]) -> [Double] {
    var dx = [Double](repeating: 0, count: shape.images * shape.channels * shape.height * shape.width)
    forEachProduct { dx[$1] += Double(dy[$0]) * Double(k[$2]) }
    return dx
  }

  func kernelGradient(_ dy: [Float], _ x: [Float]) -> [Double] {
    var dk = [Double](repeating: 0, count: kernelCount)
    forEachProduct { dk[$2] += Double(dy[$0]) * Double(x[$1]) }
    return dk
  }

  /// Calls `body` with the places of the output, the input and the weight of each product.
  private func forEachProduct(_ body: (_ output: Int, _ input: Int, _ weight: Int) -> Void) {
    let s = shape
    let groupChannels = s.channels / s.groups
    let groupFilters = s.filters / s.groups
    for n in 0..<s.images {
      for o in 0..<s.filters {
        for i in 0..<s.outputHeight {
          for j in 0..<s.outputWidth {
            let output = ((n * s.filters + o) * s.outputHeight + i) * s.outputWidth + j
            for c in 0..<groupChannels {
              let channel = o / groupFilters * groupChannels + c
              for u in 0..<s.kernelHeight {
                let y = i * s.strideY + u * s.dilationY - s.paddingTop
                guard y >= 0, y < s.height else { continue }
                for v in 0..<s.kernelWidth {
                  let x = j * s.strideX + v * s.dilationX - s.paddingLeft
                  guard x >= 0, x < s.width else { continue }
                  body(
                    output, ((n * s.channels + channel) * s.height + y) * s.width + x,
                    ((o * groupChannels + c) * s.kernelHeight + u) * s.kernelWidth + v)
                }
              }
            }
          }
        }
      }
    }
  }
}

extension ConvolutionShape {
  /// A shape with padding on all sides, the right and the lower one as far as the output needs.
  init(
    images: Int, channels: Int, size: (Int, Int), filters: Int, kernel: (Int, Int), stride: (Int, Int) = (1, 1),
    padding: (Int, Int) = (0, 0), dilation: (Int, Int) = (1, 1), groups: Int = 1
  ) {
    let output = (
      (size.0 + 2 * padding.0 - dilation.0 * (kernel.0 - 1) - 1) / stride.0 + 1,
      (size.1 + 2 * padding.1 - dilation.1 * (kernel.1 - 1) - 1) / stride.1 + 1
    )
    self.init(
      images: images, channels: channels, height: size.0, width: size.1, filters: filters, kernelHeight: kernel.0,
      kernelWidth: kernel.1, outputHeight: output.0, outputWidth: output.1)
    (strideY, strideX) = stride
    (dilationY, dilationX) = dilation
    (paddingTop, paddingLeft) = padding
    self.groups = groups
  }

  /// A small shape with everything off its default somewhere.
  static func random(seed: Int) -> ConvolutionShape {
    var generator = SplitMix(state: UInt64(seed))
    func pick(_ values: [Int]) -> Int { values.randomElement(using: &generator)! }
    let groups = pick([1, 1, 1, 2, 3])
    let kernel = (pick([1, 2, 3, 5]), pick([1, 2, 3, 4]))
    let dilation = (pick([1, 1, 2]), pick([1, 1, 3]))
    return ConvolutionShape(
      images: pick([1, 2, 3]), channels: groups * pick([1, 2, 3, 9, 16, 20, 32]),
      size: (pick([7, 9, 11]) + dilation.0 * kernel.0, pick([1, 5, 14]) + dilation.1 * kernel.1),
      filters: groups * pick([1, 3, 16, 17, 40, 48]), kernel: kernel, stride: (pick([1, 1, 2, 3]), pick([1, 1, 2])),
      padding: (pick([0, 1, 3]), pick([0, 1, 2])), dilation: dilation, groups: groups)
  }
}
