import Tensors

/// Draws numbers as a line over their positions or over `x`: a loss curve, the error against the step size.
///
/// ```swift
/// plot(Tensor([0, 1, 4, 9, 16]), title: "squares")
/// // squares
/// // 20 ┤
/// //    │
/// //    │                                                      ⢀⡠
/// // 15 ┤                                                   ⢀⡠⠒⠁
/// //    │                                                ⢀⠤⠊⠁
/// //    │                                             ⢀⠤⠊⠁
/// // 10 ┤                                          ⣀⠔⠊⠁
/// //    │                                      ⣀⠤⠒⠉
/// //    │                                  ⣀⠤⠒⠉
/// //  5 ┤                              ⣀⠤⠒⠉
/// //    │                       ⢀⣀⡠⠤⠔⠒⠉
/// //    │               ⢀⣀⡠⠤⠔⠒⠊⠉⠁
/// //  0 ┤⣀⣀⡠⠤⠤⠤⠤⠔⠒⠒⠒⠒⠉⠉⠉⠁
/// //    └┬─────────────┬─────────────┬────────────┬─────────────┬
/// //     0             1             2            3             4
/// ```
///
/// - Parameters:
///   - y: `[n]`, or `[series, n]` for several lines. Numbers that are not finite leave a gap.
///   - x: `[n]`, where the points are; 0, 1, 2, ... if nothing is given.
///   - names: A name for each line.
///   - title: What stands above.
///   - logX: Spaces x by its logarithm; points at 0 and below are left out.
///   - logY: Spaces y by its logarithm.
package func plot(
  _ y: Tensor, x: Tensor? = nil, names: [String] = [], title: String = "", logX: Bool = false, logY: Bool = false
) throws {
  try y.requireNumbers(for: "plot")
  try x?.requireNumbers(for: "plot")
  guard y.rank == 1 || y.rank == 2 else {
    throw TensorError("plot draws [n] or [series, n], and this tensor has shape \(y.shape)")
  }
  if let x, x.shape != [y.shape[y.rank - 1]] {
    throw TensorError("plot needs an x for each point, [\(y.shape[y.rank - 1])], and x has shape \(x.shape)")
  }
  let length = y.shape[y.rank - 1]
  let lines = y.rank == 1 ? 1 : y.shape[0]
  try LinePlot.requireLines(lines)
  let series = try (0..<lines).map { line in
    try Series(length, x: { x?.number($0) ?? Double($0) }, y: { y.number(line * length + $0) })
  }
  try Easel.show(.plot(LinePlot(series, names: names, title: title, logX: logX, logY: logY)))
}

/// Draws a list of numbers as a line, such as the losses that a loop has collected.
///
/// ```swift
/// plot([0, 1, 4, 9, 16], title: "squares")
/// // squares
/// // 20 ┤
/// //    │
/// //    │                                                      ⢀⡠
/// // 15 ┤                                                   ⢀⡠⠒⠁
/// //    │                                                ⢀⠤⠊⠁
/// //    │                                             ⢀⠤⠊⠁
/// // 10 ┤                                          ⣀⠔⠊⠁
/// //    │                                      ⣀⠤⠒⠉
/// //    │                                  ⣀⠤⠒⠉
/// //  5 ┤                              ⣀⠤⠒⠉
/// //    │                       ⢀⣀⡠⠤⠔⠒⠉
/// //    │               ⢀⣀⡠⠤⠔⠒⠊⠉⠁
/// //  0 ┤⣀⣀⡠⠤⠤⠤⠤⠔⠒⠒⠒⠒⠉⠉⠉⠁
/// //    └┬─────────────┬─────────────┬────────────┬─────────────┬
/// //     0             1             2            3             4
/// ```
///
/// - Parameters:
///   - y: The numbers. Those that are not finite leave a gap.
///   - x: Where the points are; 0, 1, 2, ... if nothing is given.
///   - title: What stands above.
///   - logX: Spaces x by its logarithm; points at 0 and below are left out.
///   - logY: Spaces y by its logarithm.
package func plot(
  _ y: [Double], x: [Double]? = nil, title: String = "", logX: Bool = false, logY: Bool = false
) throws {
  try plot([y], x: x, title: title, logX: logX, logY: logY)
}

/// Draws several lists of numbers as lines, which may be of different lengths.
///
/// ```swift
/// plot([[4, 2, 1], [5, 4, 3]], names: ["training", "validation"])
/// // 5 ┤ooooo
/// //   │     oooooooooo
/// //   │               ooooooooo
/// // 4 ┤***                     ooooooooo
/// //   │   *****                         oooooooooo
/// //   │        ****                               ooooooooo
/// // 3 ┤            *****                                   ooooo
/// //   │                 *****
/// //   │                      ****
/// // 2 ┤                          *******
/// //   │                                 **********
/// //   │                                           *********
/// // 1 ┤                                                    *****
/// //   └┬───────────────────────────┬───────────────────────────┬
/// //    0                           1                           2
/// //   * training
/// //   o validation
/// ```
///
/// - Parameters:
///   - y: A list for each line. Numbers that are not finite leave a gap.
///   - x: Where the points are; 0, 1, 2, ... if nothing is given.
///   - names: A name for each line.
///   - title: What stands above.
///   - logX: Spaces x by its logarithm; points at 0 and below are left out.
///   - logY: Spaces y by its logarithm.
package func plot(
  _ y: [[Double]], x: [Double]? = nil, names: [String] = [], title: String = "", logX: Bool = false,
  logY: Bool = false
) throws {
  try LinePlot.requireLines(y.count)
  let longest = y.map(\.count).max() ?? 0
  if let x, x.count < longest {
    throw TensorError("plot needs an x for each point: there are \(counted(longest, "point")), and x has \(x.count)")
  }
  let series = try y.map { y in try Series(y.count, x: { x?[$0] ?? Double($0) }, y: { y[$0] }) }
  try Easel.show(.plot(LinePlot(series, names: names, title: title, logX: logX, logY: logY)))
}
