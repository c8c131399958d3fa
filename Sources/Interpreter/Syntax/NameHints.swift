/// What to write instead of a name of another language, for names that nothing declares: `None`, `len`, `math`.
package func hint(forUnknownName name: String) -> String? {
  switch name {
  case "None", "null", "NULL", "undefined", "nullptr": "in Swift '\(name)' is written nil"
  case "True": "in Swift 'True' is written true"
  case "False": "in Swift 'False' is written false"
  case "this": "in Swift 'this' is written self"
  case "len": "in Swift the length of xs is xs.count"
  case "range", "xrange": "in Swift a range of numbers is written 0..<3"
  case "printf", "println", "puts", "echo", "console": "in Swift text is shown with print"
  case "str": "in Swift a number becomes text with String(x) or \"\\(x)\""
  case "int", "long": "in Swift this type is called Int"
  case "float", "double": "in Swift this type is called Double"
  case "string": "in Swift this type is called String"
  case "bool", "boolean": "in Swift this type is called Bool"
  case "list": "in Swift the type of a list of whole numbers is [Int]"
  case "dict": "in Swift the type of a dictionary is [String: Int]"
  case "void": "in Swift this type is called Void"
  case "np", "numpy", "torch": "there is no '\(name)' here: tensors are made with Tensor(...)"
  case "math", "Math": "in Swift mathematical functions stand alone: sqrt(2.0)"
  case "lambda": "in Swift a closure is written { x in x + 1 }"
  case "pass": "in Swift an empty block is written { }"
  case "elif": "in Swift 'elif' is written 'else if'"
  case "not": "in Swift 'not' is written '!'"
  default: nil
  }
}
