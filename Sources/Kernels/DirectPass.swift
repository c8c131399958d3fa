package import KernelInterface

/// One product of pixels and filters: a whole forward pass, or those pixels of an input gradient that meet the same taps.
///
/// ```
/// target[y · targetStep + targetFirst] = Σ taps  source[y · sourceStep + offset] · weights[tap]       y in the grid
/// ```
struct DirectPass {
  struct Tap {
    /// Where it reads in the source.
    var y: Int
    var x: Int
    /// Its place in `[U, V]`.
    var index: Int
  }

  var taps: [Tap]
  var groups: Int
  var source: PixelLayout
  var target: PixelLayout
  var gridHeight: Int
  var gridWidth: Int
  var sourceStepY = 1
  var sourceStepX = 1
  var targetStepY = 1
  var targetStepX = 1
  var targetFirstY = 0
  var targetFirstX = 0
  /// Steps in `[O, C, U, V]` from one channel of the target to the next, and of the source.
  var weightColumn: Int
  var weightStep: Int
  var weightGroup: Int

  var sourceChannels: Int { source.channels / groups }
  var targetChannels: Int { target.channels / groups }
  /// Channels of the target with the zeros behind them.
  var columns: Int { PixelLayout.padded(targetChannels) }
  var depth: Int { taps.count * sourceChannels }
  var pixels: Int { source.images * gridHeight * gridWidth }

  /// Whether the gathered pixels are the source itself.
  var readsInPlace: Bool {
    taps.count == 1 && taps[0].y == 0 && taps[0].x == 0 && sourceStepY == 1 && sourceStepX == 1
      && gridHeight == source.height && gridWidth == source.width
  }

  /// Whether rows of results are the target itself.
  var writesInPlace: Bool {
    targetStepY == 1 && targetStepX == 1 && gridHeight == target.height && gridWidth == target.width
      && (groups == 1 || targetChannels % 16 == 0)
  }

  /// Whether the source is copied first with its border, as images of few channels are (see `PixelRows`): not where the
  /// copy would be little else than border.
  var copiesSource: Bool {
    guard groups == 1, 1...8 ~= source.channels, taps.count > 1 else { return false }
    var copy = self
    _ = copy.addBorder()
    return copy.source.height * copy.source.width <= 4 * source.height * source.width + 4096
  }

  func grid(firstPixel: Int, pixels: Int) -> PixelGrid {
    PixelGrid(
      height: gridHeight, width: gridWidth, stepY: sourceStepY, stepX: sourceStepX, firstPixel: firstPixel,
      pixels: pixels)
  }

  /// Makes the source larger, so that all taps read inside of it. Gives how many lines and columns come before it.
  mutating func addBorder() -> (top: Int, left: Int) {
    let (ys, xs) = (taps.map(\.y), taps.map(\.x))
    let top = max(-ys.min()!, 0)
    let left = max(-xs.min()!, 0)
    let bottom = max((gridHeight - 1) * sourceStepY + ys.max()! - (source.height - 1), 0)
    let right = max((gridWidth - 1) * sourceStepX + xs.max()! - (source.width - 1), 0)
    source = PixelLayout(
      images: source.images, channels: source.channels, height: source.height + top + bottom,
      width: source.width + left + right)
    for index in taps.indices {
      taps[index].y += top
      taps[index].x += left
    }
    return (top, left)
  }

  static func forward(_ shape: ConvolutionShape) -> DirectPass {
    var taps: [Tap] = []
    for u in 0..<shape.kernelHeight {
      for v in 0..<shape.kernelWidth {
        taps.append(
          Tap(
            y: u * shape.dilationY - shape.paddingTop, x: v * shape.dilationX - shape.paddingLeft,
            index: u * shape.kernelWidth + v))
      }
    }
    let area = shape.kernelHeight * shape.kernelWidth
    let channels = shape.channels / shape.groups
    return DirectPass(
      taps: taps, groups: shape.groups, source: shape.input, target: shape.output, gridHeight: shape.outputHeight,
      gridWidth: shape.outputWidth, sourceStepY: shape.strideY, sourceStepX: shape.strideX,
      weightColumn: channels * area, weightStep: area, weightGroup: shape.filters / shape.groups * channels * area)
  }

  /// With stride 1 the forward pass over `dy` with the kernel rotated. Otherwise the pixels of x fall into classes, by
  /// the rest that their place leaves when divided by the stride: each class meets its own taps and reads `dy` without
  /// gaps, so every pixel is written once.
  static func inputGradient(_ shape: ConvolutionShape) -> [DirectPass] {
    let area = shape.kernelHeight * shape.kernelWidth
    let channels = shape.channels / shape.groups
    var passes: [DirectPass] = []
    for firstY in 0..<min(shape.strideY, shape.height) {
      let tapsY = taps(
        of: shape.kernelHeight, stride: shape.strideY, dilation: shape.dilationY, place: firstY + shape.paddingTop)
      for firstX in 0..<min(shape.strideX, shape.width) {
        let tapsX = taps(
          of: shape.kernelWidth, stride: shape.strideX, dilation: shape.dilationX, place: firstX + shape.paddingLeft)
        // Descending in the kernel is ascending in dy.
        let taps = tapsY.reversed().flatMap { y in
          tapsX.reversed().map { Tap(y: y.offset, x: $0.offset, index: y.index * shape.kernelWidth + $0.index) }
        }
        passes.append(
          DirectPass(
            taps: taps, groups: shape.groups, source: shape.output, target: shape.input,
            gridHeight: (shape.height - firstY + shape.strideY - 1) / shape.strideY,
            gridWidth: (shape.width - firstX + shape.strideX - 1) / shape.strideX, targetStepY: shape.strideY,
            targetStepX: shape.strideX, targetFirstY: firstY, targetFirstX: firstX, weightColumn: area,
            weightStep: channels * area, weightGroup: shape.filters / shape.groups * channels * area))
      }
    }
    return passes
  }

  /// The taps of one axis that reach an output from `place`, with the output's place.
  private static func taps(
    of kernel: Int, stride: Int, dilation: Int, place: Int
  ) -> [(index: Int, offset: Int)] {
    (0..<kernel).compactMap { index in
      let distance = place - index * dilation
      return distance % stride == 0 ? (index, distance / stride) : nil
    }
  }

  /// A part of the sum over taps and channels: whole taps, or some channels of one tap.
  struct DepthBlock {
    var firstDepth: Int
    var firstChannel: Int
    var channels: Int
    var depth: Int
    var runs: [TapRun]
  }

  /// The sum in parts of about `limit` products. At least one, which is empty when no tap reaches these pixels.
  /// Taps are joined where their pixels lie side by side: when `pixelsTouch`.
  func depthBlocks(limit: Int, pixelsTouch: Bool) -> [DepthBlock] {
    let channels = sourceChannels
    guard depth > 0 else { return [DepthBlock(firstDepth: 0, firstChannel: 0, channels: 0, depth: 0, runs: [])] }
    var blocks: [DepthBlock] = []
    if channels > limit {
      let parts = (channels - 1) / limit + 1
      let part = PixelLayout.padded((channels + parts - 1) / parts)
      for (number, tap) in taps.enumerated() {
        for first in stride(from: 0, to: channels, by: part) {
          let count = min(part, channels - first)
          blocks.append(
            DepthBlock(
              firstDepth: number * channels + first, firstChannel: first, channels: count, depth: count,
              runs: [TapRun(offsetY: tap.y, offsetX: tap.x, taps: 1)]))
        }
      }
      return blocks
    }
    let parts = (taps.count * channels - 1) / limit + 1
    let tapsPerBlock = max(min((taps.count + parts - 1) / parts, limit / channels), 1)
    for first in stride(from: 0, to: taps.count, by: tapsPerBlock) {
      var runs: [TapRun] = []
      let part = taps[first..<min(first + tapsPerBlock, taps.count)]
      for tap in part {
        if pixelsTouch, let last = runs.last, last.offsetY == tap.y, last.offsetX + last.taps == tap.x {
          runs[runs.count - 1].taps += 1
        } else {
          runs.append(TapRun(offsetY: tap.y, offsetX: tap.x, taps: 1))
        }
      }
      blocks.append(
        DepthBlock(
          firstDepth: first * channels, firstChannel: 0, channels: channels, depth: part.count * channels, runs: runs))
    }
    return blocks
  }
}
