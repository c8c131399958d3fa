import Architectures
import Courseware
import Layers
import Tensors
import Training

extension Tool {
  /// `convbook train`: the lecture's network on MNIST, with Adam and batches of 128, as its slides show it.
  package func train(data: String?, epochs: Int, seed: Int, threads: Int?) throws -> Int32 {
    guard let folder = data ?? environment("CONVBOOK_DATA"), !folder.isEmpty else {
      throw ToolProblem("say where MNIST is: --data FOLDER, or CONVBOOK_DATA")
    }
    useThreads(threads)
    TensorMemory.budget = Self.memoryForNetworks
    let mnist = try MNIST(folder: folder)
    let network = try mnistNet(seed: seed)
    let trainer = Trainer(network, try Adam(network.namedParameters.map(\.parameter), learningRate: 1e-3))
    screen.line(
      "\(network.parameterCount) parameters, \(mnist.training.count) images, \(mnist.test.count) for the test")
    screen.output.flush()
    var random = Random(seed: seed)
    var progress = TrainingProgress(screen: screen)
    let isComplete = try untilInterrupted {
      for epoch in 1...epochs {
        progress.begin(epoch)
        try trainer.epoch(mnist.training, batchSize: 128, &random) { progress.note(step: $0, of: $1, loss: $2) }
        progress.end(try Evaluation(of: network, on: mnist.test))
      }
    }
    if isComplete { return ExitCode.success }
    progress.interrupted()
    return ExitCode.interrupted
  }
}

/// What is shown of a training: a line for each epoch, and while it runs a line that changes, on a terminal.
private struct TrainingProgress {
  let screen: Screen
  private var epoch = 0
  private var steps = 0
  private var start = ContinuousClock.now
  private var lastShown = ContinuousClock.now
  private var seconds = 0.0

  init(screen: Screen) { self.screen = screen }

  private var isShownMeanwhile: Bool { screen.output.isTerminal && screen.output.usesColour }

  mutating func begin(_ epoch: Int) {
    self.epoch = epoch
    steps = 0
    start = .now
  }

  mutating func note(step: Int, of count: Int, loss: Double) {
    steps = step
    seconds = (ContinuousClock.now - start) / .seconds(1)
    guard isShownMeanwhile, ContinuousClock.now - lastShown > .milliseconds(200) else { return }
    lastShown = .now
    screen.output.write("\r\u{1B}[Kepoch \(epoch), step \(step) of \(count), \(rate) steps/s, loss \(fixed(loss, 4))")
    screen.output.flush()
  }

  mutating func end(_ evaluation: Evaluation) {
    clear()
    screen.line(
      "epoch \(epoch): \(steps) steps in \(fixed(seconds, 2)) s, \(rate) steps/s, test loss "
        + "\(fixed(evaluation.loss, 4)), accuracy \(fixed(evaluation.accuracy, 5))")
    screen.output.flush()
  }

  func interrupted() {
    clear()
    screen.line("stopped in epoch \(epoch) after \(steps) steps")
  }

  private func clear() {
    if isShownMeanwhile { screen.output.write("\r\u{1B}[K") }
  }

  private var rate: String { fixed(Double(steps) / max(seconds, 1e-9), 2) }
}
