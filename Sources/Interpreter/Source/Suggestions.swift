/// The name that was probably meant: the nearest by typing mistakes, nil where none is near.
///
/// An inserted, missing, wrong or swapped letter is one mistake; a wrong capital counts less. Short names allow fewer.
package func closest(to name: String, among names: some Sequence<String>) -> String? {
  let written = Array(name.prefix(64))
  let allowed = mistakesAllowed(written.count)
  var best: (name: String, distance: Int)?
  for candidate in names where candidate != name {
    let letters = Array(candidate.prefix(65))
    guard letters.count <= 64, abs(letters.count - written.count) * mistake <= allowed else { continue }
    let distance = distance(written, letters)
    if distance <= allowed, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.name
}

private let mistake = 8
private let wrongCapital = 1

private func mistakesAllowed(_ length: Int) -> Int {
  switch length {
  case ...2: mistake - 1  // capitals only
  case 3...4: mistake + mistake / 2
  case 5...7: 2 * mistake + mistake / 2
  default: 3 * mistake + mistake / 2
  }
}

/// Optimal string alignment: edits, and swaps of neighbours.
private func distance(_ left: [Character], _ right: [Character]) -> Int {
  var beforeLast: [Int] = []
  var last = (0...right.count).map { $0 * mistake }
  for (row, letter) in left.enumerated() {
    var current = [(row + 1) * mistake]
    current.reserveCapacity(right.count + 1)
    for (column, other) in right.enumerated() {
      var cost = min(current[column] + mistake, last[column + 1] + mistake, last[column] + price(letter, other))
      if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
        cost = min(cost, beforeLast[column - 1] + mistake)
      }
      current.append(cost)
    }
    beforeLast = last
    last = current
  }
  return last[right.count]
}

private func price(_ left: Character, _ right: Character) -> Int {
  if left == right { return 0 }
  return left.lowercased() == right.lowercased() ? wrongCapital : mistake
}
