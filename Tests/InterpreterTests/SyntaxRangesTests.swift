import Interpreter
import Testing

@Suite struct SyntaxRangesTests {
  @Test func expressionsWithoutBlanksAndComments() {
    let text = "let x = /* a */ foo( 1 + 2 , by: b?.c ) // end\n"
    #expect(
      texts(of: "Expression", in: text)
        == ["foo( 1 + 2 , by: b?.c )", "foo", "1 + 2", "1", "2", "b?.c", "b?.c", "b?", "b"])
  }

  @Test func operatorsAndOperands() {
    #expect(
      texts(of: "Expression", in: "a = b ? c + 1 : -d") == [
        "a = b ? c + 1 : -d", "a", "b ? c + 1 : -d", "b", "c + 1", "c", "1", "-d", "d",
      ])
  }

  @Test func statements() {
    let text = "  if a { b } else { c }  \n\n func f ( ) { return 1 } ;"
    #expect(
      texts(of: "Statement", in: text) == ["if a { b } else { c }", "b", "c", "func f ( ) { return 1 }", "return 1"])
  }

  @Test func typesAndPatterns() {
    let text = "let (a , b) : ( Int, [ Double ] )  = c"
    #expect(texts(of: "TypeName", in: text) == ["( Int, [ Double ] )", "Int", "[ Double ]", "Double"])
    #expect(texts(of: "Pattern", in: text) == ["(a , b) : ( Int, [ Double ] )", "a", "b"])
  }

  @Test func offsetsAreInUTF8() {
    #expect(texts(of: "Expression", in: "\"é日本\" + π") == ["\"é日本\" + π", "\"é日本\"", "π"])
  }

  @Test func interpolations() {
    #expect(texts(of: "Expression", in: "\"a \\( b + c ) d\"") == ["\"a \\( b + c ) d\"", "b + c", "b", "c"])
  }
}
