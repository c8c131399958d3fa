import Kernels
import Testing

@Suite struct ConvolutionPlanTests {
  private func square(
    _ channels: Int, _ size: Int, _ filters: Int, side: Int = 3, images: Int = 1, stride: Int = 1
  ) -> ConvolutionShape {
    ConvolutionShape(
      images: images, channels: channels, size: (size, size), filters: filters, kernel: (side, side),
      stride: (stride, stride), padding: (side / 2, side / 2))
  }

  private func choose(
    _ shape: ConvolutionShape, _ pass: ConvolutionPass = .forward, weightsArePacked: Bool = true, threads: Int = 4,
    speed: ProcessorSpeed = .avx512
  ) -> ConvolutionPlan {
    .choose(shape, pass: pass, weightsArePacked: weightsArePacked, threads: threads, speed: speed)
  }

  @Test func vgg19() {
    #expect(choose(square(3, 224, 64)).algorithm == .direct)
    for (channels, size, filters) in [
      (64, 224, 64), (64, 112, 128), (128, 112, 128), (128, 56, 256), (256, 56, 256), (256, 28, 512), (512, 28, 512),
    ] {
      #expect(choose(square(channels, size, filters)).algorithm == .winograd4)
      #expect(choose(square(channels, size, filters), speed: .avx2).algorithm == .winograd4)
    }
    // One core waits for its products, four cores wait for the kernels.
    #expect(choose(square(512, 14, 512), threads: 1).algorithm == .winograd4)
    #expect(choose(square(512, 14, 512), threads: 4).algorithm == .winograd2)
  }

  @Test func resNet() {
    #expect(choose(square(3, 224, 64, side: 7, stride: 2)).algorithm == .direct)
    #expect(choose(square(64, 56, 64)).algorithm == .winograd4)
    #expect(choose(square(64, 56, 128, stride: 2)).algorithm == .direct)
    #expect(choose(square(128, 28, 128)).algorithm == .winograd4)
    #expect(choose(square(256, 14, 256)).algorithm == .winograd2)
    #expect(choose(square(256, 14, 256, images: 8)).algorithm == .winograd4)
    #expect(choose(square(512, 7, 512)).algorithm == .winograd2)
    #expect(choose(square(512, 7, 512), weightsArePacked: false).algorithm == .direct)
    #expect(choose(square(512, 7, 512, images: 32)).algorithm == .winograd4)
  }

  @Test func theLecturesNetAndGoogLeNet() {
    #expect(choose(square(1, 28, 32, images: 32)).algorithm == .direct)
    #expect(choose(square(32, 28, 32, images: 32)).algorithm == .winograd4)
    #expect(choose(square(32, 28, 96, side: 5)).algorithm == .winograd2x5)
    #expect(choose(square(192, 28, 64, side: 1)).algorithm == .direct)
  }

  @Test func packingEachTimeCanTurnTheScale() {
    let shape = square(512, 14, 512)
    #expect(choose(shape, weightsArePacked: true, threads: 1).algorithm == .winograd4)
    #expect(choose(shape, weightsArePacked: false, threads: 1).algorithm == .winograd2)
  }

  @Test func gradientsOfKernelsAreDirect() {
    let plan = choose(square(64, 56, 64), .kernelGradient)
    #expect(plan.algorithm == .direct)
    #expect(
      plan.reason
        == "direct: tiles leave rounding errors where a kernel's gradient is 0, and Adam would enlarge them")
  }

  @Test func gradientsOfInputsSeeChannelsAndFiltersExchanged() {
    // From 64 filters back to 20 channels: the other way round than forward.
    let forward = choose(square(64, 112, 20))
    let backward = choose(square(20, 112, 64), .inputGradient)
    #expect(forward == backward)
    #expect(forward.algorithm == .winograd4)
    #expect(choose(square(3, 112, 64)).algorithm == .direct)
  }

  @Test func gradientsOfFewChannelsAreDirect() {
    #expect(choose(square(64, 112, 3)).algorithm == .winograd4)
    #expect(choose(square(3, 112, 64), .inputGradient).algorithm == .direct)
    #expect(choose(square(1, 28, 32, side: 5, images: 8), .inputGradient).algorithm == .direct)
    #expect(choose(square(8, 112, 64), .inputGradient).algorithm == .winograd4)
  }

  @Test func whatTilesCannotDoIsDirect() {
    let plain = square(64, 56, 64)
    var shapes = [plain, plain, plain]
    shapes[0].dilationX = 2
    shapes[1].strideY = 2
    shapes[2].groups = 2
    for shape in shapes {
      #expect(
        choose(shape).reason
          == "direct: tiles are for kernels of 3x3 or 5x5 with stride 1, undilated, in one group")
    }
    #expect(choose(plain).algorithm == .winograd4)
  }

  @Test func channelByChannelIsDepthwise() {
    var shape = square(32, 14, 32)
    shape.groups = 32
    #expect(choose(shape).algorithm == .depthwise)
    #expect(choose(shape).reason == "depthwise: each channel has a kernel of its own")
  }

  @Test func reasonsAreSentences() {
    #expect(choose(square(64, 56, 64)).reason == "F(4x4, 3x3): 4.0 times fewer operations than direct")
    #expect(choose(square(256, 14, 256)).reason == "F(2x2, 3x3): 2.2 times fewer operations than direct")
    #expect(
      choose(square(512, 7, 512), weightsArePacked: false).reason
        == "direct: F(2x2, 3x3) would save operations, but its packed kernels are 16.8 MB")
    #expect(choose(square(1, 5, 1)).reason == "direct: F(2x2, 3x3) would not save operations here")
    #expect(
      choose(square(16, 6, 16)).reason
        == "direct: F(2x2, 3x3) would save less time than transforming the tiles takes")
  }

  @Test func nothingAndMuchAreNoTrouble() {
    var shape = square(3, 8, 5)
    shape.images = 0
    #expect(choose(shape).algorithm == .direct)
    #expect(choose(square(1 << 20, 1 << 10, 1 << 20, images: 1 << 10)).algorithm == .winograd4)
  }
}
