/// What a new lesson begins with: a small lesson that works, with marks where its author has to write.
package enum LessonTemplate {
  /// `validate` reports every line that still has it.
  static let mark = "REPLACE"

  /// - Returns: Nil where `id` is no name for a lesson.
  package static func text(id: String) -> String? {
    guard isName(id) else { return nil }
    return """
      ---
      id: \(id)
      title: REPLACE by the lesson's idea in one line
      minutes: 15
      requires: []
      sources:
        - REPLACE by deck and slide, or author, title and year
      objectives:
        - REPLACE by what the learner can do afterwards
      ---

      # REPLACE by the title

      REPLACE by one idea in short sentences. Everything from here on works: this lesson is about the gradient of a square. Each
      output is $y_i = x_i^2$, so it grows $2 x_i$ times as fast as its input.

      ```swift
      let x = Tensor([1, -2, 3])
      print(x * x)
      ```

      ```output
      Tensor [3] float64
      [1  4  9]
      ```

      ```quiz nudge
      The last input grows from 3 to 3.01. By how much does its square grow, about?
      = 0.06 ± 0.001 | The slope at 3 is 6: six times the nudge.
      ! 0.01 | That is the nudge itself. The square grows faster.
      ! 0.03 | That is 3 times the nudge. The slope of a square is twice its input.
      ```

      ## Your turn

      You get the upstream gradient $\\partial E/\\partial y$ as `dY`, and `x`.

      ```swift exercise square-gradient
      /// The gradient of the error with respect to the input of `x * x`.
      ///
      /// - dY: ∂E/∂Y, as large as `x`
      /// - Returns: ∂E/∂X, as large as `x`
      func squareGradient(_ dY: Tensor, _ x: Tensor) -> Tensor {
        <#one line is enough#>
      }
      ```

      ```swift check square-gradient
      for (seed, size) in [(2, 3), (4, 1), (1, 5)].enumerated() {
        let (rows, columns) = size
        let x = Tensor.normal([rows, columns], seed: 2 * seed + 1)
        let upstream = Tensor.normal([rows, columns], seed: 2 * seed + 2)
        let answer = squareGradient(upstream, x)
        expectShape("∂E/∂X", answer, [rows, columns])
        expectGradient("∂E/∂X", answer, of: { $0 * $0 }, at: x, upstream: upstream)
      }
      ```

      ```swift solution square-gradient
      func squareGradient(_ dY: Tensor, _ x: Tensor) -> Tensor {
        return 2 * x * dY
      }
      ```

      ```swift wrong square-gradient "The factor 2 is missing: the slope of a square at x is 2x."
      func squareGradient(_ dY: Tensor, _ x: Tensor) -> Tensor {
        return x * dY
      }
      ```

      ```swift wrong square-gradient "The upstream gradient is missing: the chain rule multiplies the slope by ∂E/∂Y."
      func squareGradient(_ dY: Tensor, _ x: Tensor) -> Tensor {
        return 2 * x
      }
      ```

      ```hint square-gradient
      If one input grows by a little, how much does its square grow?
      ```

      ```hint square-gradient
      That is the local gradient. What does the chain rule do with the upstream one?
      ```

      ```hint square-gradient
      The whole answer is: return 2 * x * dY
      ```

      ```swift
      print(squareGradient(Tensor([1, 10, 100]), x))
      ```

      ```output
      Tensor [3] float64
      [  2  -40  600]
      ```

      Going further: REPLACE by where the idea leads.

      """
  }
}
