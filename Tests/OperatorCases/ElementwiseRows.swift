import Operators
import Tensors

/// Functions of one element, and of two that meet.
let elementwiseRows: [OperatorRow] = [
  OperatorRow("abs") { try abs($0["x"]) },
  OperatorRow("exp") { try exp($0["x"]) },
  OperatorRow("log") { try log($0["x"]) },
  OperatorRow("maximum") { try maximum($0["a"], $0["b"]) },
  OperatorRow("pow") { try pow($0["x"], $0.double("exponent")) },
  OperatorRow("sqrt") { try sqrt($0["x"]) },
  OperatorRow("square") { try square($0["x"]) },
]
