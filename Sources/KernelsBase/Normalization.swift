import CKernels
import KernelInterface

let normalizationKernels = NormalizationKernels(
  sums: sums, moments: moments, apply: apply, gradientMoments: gradientMoments, applyGradient: applyGradient)

private typealias Pixels = NormalizationKernels.Pixels
private typealias Mask = NormalizationKernels.Mask

// MARK: - Sums

private func sums(_ sums: UnsafeMutablePointer<Double>, _ x: UnsafePointer<Float>, _ pixels: Pixels) {
  forEachBlock(of: pixels) { places, channel in
    var sum = vector16_zero()
    for place in places { sum += vector16_load(x + place) }
    wide16_accumulate(sums + channel, sum)
  }
}

private func moments(
  _ first: UnsafeMutablePointer<Double>, _ second: UnsafeMutablePointer<Double>, _ x: UnsafePointer<Float>,
  _ centre: UnsafePointer<Float>, _ pixels: Pixels
) {
  forEachBlock(of: pixels) { places, channel in
    let centre = vector16_load(centre + channel)
    var (sum, squares) = (vector16_zero(), vector16_zero())
    for place in places {
      let difference = vector16_load(x + place) - centre
      sum += difference
      squares = vector16_fma(difference, difference, squares)
    }
    wide16_accumulate(first + channel, sum)
    wide16_accumulate(second + channel, squares)
  }
}

private func gradientMoments(
  _ first: UnsafeMutablePointer<Double>, _ second: UnsafeMutablePointer<Double>, _ dy: UnsafePointer<Float>,
  _ x: UnsafePointer<Float>, _ mean: UnsafePointer<Float>, _ mask: Mask, _ pixels: Pixels
) {
  @inline(__always)
  func add(_ masked: (_ dy: vector16, _ x: vector16, _ place: Int, _ channel: Int) -> vector16) {
    forEachBlock(of: pixels) { places, channel in
      let mean = vector16_load(mean + channel)
      var (sum, products) = (vector16_zero(), vector16_zero())
      for place in places {
        let x = vector16_load(x + place)
        let dy = masked(vector16_load(dy + place), x, place, channel)
        sum += dy
        products = vector16_fma(dy, x - mean, products)
      }
      wide16_accumulate(first + channel, sum)
      wide16_accumulate(second + channel, products)
    }
  }
  switch mask {
  case .everywhere: add { dy, _, _, _ in dy }
  case .output(let y): add { dy, _, place, _ in passed(vector16_load(y + place), dy) }
  case .computed(let channels): add { dy, x, _, channel in passed(normalized(x, channels, channel), dy) }
  }
}

/// Calls `body` for blocks of 16 pixels and 16 channels, with the places of the pixels' channels. Sums over so few
/// pixels lose no digits; over blocks they are taken in double precision.
@inline(__always)
private func forEachBlock(of pixels: Pixels, _ body: (_ places: StrideTo<Int>, _ channel: Int) -> Void) {
  var pixel = 0
  while pixel < pixels.count {
    let end = min(pixel + 16, pixels.count)
    var channel = 0
    while channel < pixels.step {
      body(stride(from: pixel * pixels.step + channel, to: end * pixels.step, by: pixels.step), channel)
      channel += 16
    }
    pixel = end
  }
}

// MARK: - Pixel by pixel

private func apply(
  _ y: UnsafeMutablePointer<Float>, _ x: UnsafePointer<Float>, _ channels: NormalizationKernels.Channels,
  _ residual: UnsafePointer<Float>?, _ relu: Bool, _ pixels: Pixels
) {
  @inline(__always)
  func write(_ finish: (_ y: vector16, _ place: Int) -> vector16) {
    forEachVector(of: pixels) { place, channel in
      vector16_store(y + place, finish(normalized(vector16_load(x + place), channels, channel), place))
    }
  }
  switch (residual, relu) {
  case (nil, false): write { y, _ in y }
  case (nil, true): write { y, _ in vector16_max(vector16_zero(), y) }
  case (let residual?, false): write { y, place in y + vector16_load(residual + place) }
  case (let residual?, true): write { y, place in vector16_max(vector16_zero(), y + vector16_load(residual + place)) }
  }
}

private func applyGradient(
  _ dx: UnsafeMutablePointer<Float>, _ masked: UnsafeMutablePointer<Float>?, _ dy: UnsafePointer<Float>,
  _ x: UnsafePointer<Float>, _ gradient: NormalizationKernels.Gradient, _ mask: Mask, _ pixels: Pixels
) {
  @inline(__always)
  func write(_ mask: (_ dy: vector16, _ x: vector16, _ place: Int, _ channel: Int) -> vector16) {
    forEachVector(of: pixels) { place, channel in
      let x = vector16_load(x + place)
      let dy = mask(vector16_load(dy + place), x, place, channel)
      if let masked { vector16_store(masked + place, dy) }
      let fromInput = vector16_fma(
        x - vector16_load(gradient.mean + channel), vector16_load(gradient.input + channel),
        vector16_load(gradient.constant + channel))
      vector16_store(dx + place, vector16_fma(dy, vector16_load(gradient.output + channel), fromInput))
    }
  }
  switch mask {
  case .everywhere: write { dy, _, _, _ in dy }
  case .output(let y): write { dy, _, place, _ in passed(vector16_load(y + place), dy) }
  case .computed(let channels): write { dy, x, _, channel in passed(normalized(x, channels, channel), dy) }
  }
}

@inline(__always)
private func forEachVector(of pixels: Pixels, _ body: (_ place: Int, _ channel: Int) -> Void) {
  for pixel in 0..<pixels.count {
    var channel = 0
    while channel < pixels.step {
      body(pixel * pixels.step + channel, channel)
      channel += 16
    }
  }
}

/// The same bits wherever it is computed: the backward pass finds out with it where relu let something through.
@inline(__always)
private func normalized(_ x: vector16, _ channels: NormalizationKernels.Channels, _ channel: Int) -> vector16 {
  vector16_fma(
    x - vector16_load(channels.mean + channel), vector16_load(channels.scale + channel),
    vector16_load(channels.shift + channel))
}

/// `dy` where `y`, relu's output, is larger than 0 or nan.
@inline(__always)
private func passed(_ y: vector16, _ dy: vector16) -> vector16 {
  vector16_select(vector16_at_most(y, vector16_zero()), vector16_zero(), dy)
}
