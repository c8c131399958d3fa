protocol Place {
  var text: String { get }
}

struct Corner: Place {
  var text: String { "corner" }
}

struct Field: Place {
  let row: Int
  var text: String { "field \(row)" }
}

extension Place where Self == Corner {
  static var corner: Corner { Corner() }
}

extension Place where Self == Field {
  static var middle: Field { Field(row: 3) }
}

extension Int: Place {
  var text: String { "number \(self)" }
}

func names(_ places: any Place...) -> [String] { places.map { $0.text } }
print(names(.corner, 2, .middle))
let place: any Place = .corner
print(place.text)
struct Board {
  subscript(places: any Place...) -> String { places.map { $0.text }.joined(separator: ", ") }
  subscript(numbers: Int...) -> Int { numbers.count }
}
print(Board()[.corner, 1], Board()[1, 2], Board()[.middle])
