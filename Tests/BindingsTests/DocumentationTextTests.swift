import Bindings
import Testing

@Suite struct DocumentationTextTests {
  @Test func marksBecomeIndentationAndHeadings() {
    let comment = """
      Slides `kernel` over **input**.

      ```
      y = Σ x · k
      ```

      ```swift
      f(x)  // [1]
      ```

      - Parameters:
        - input: Images `x`,
          `[N, C, H, W]`.
        - kernel: Filters.
      - Returns: Feature maps.
      - Source: [deck3] "Dimensions".
      """
    #expect(
      DocumentationText.page(signature: "func f(_ x: Tensor)", documentation: comment) == """
        func f(_ x: Tensor)

        Slides kernel over input.

            y = Σ x · k

            f(x)  // [1]

        Parameters:
          input: Images x,
            [N, C, H, W].
          kernel: Filters.

        Returns:
          Feature maps.

        Source:
          [deck3] "Dimensions".
        """)
  }

  @Test func oneParameterAndNoCommentAtAll() {
    #expect(DocumentationText.plain("Takes.\n\n- Parameter x: A tensor.") == "Takes.\n\nParameter:\n  x: A tensor.")
    #expect(DocumentationText.page(signature: "var x: Int", documentation: "") == "var x: Int")
  }
}
