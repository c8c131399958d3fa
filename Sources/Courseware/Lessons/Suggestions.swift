/// The candidate that is one or two slips away from `name`, for "did you mean".
func closest(to name: String, among candidates: [String]) -> String? {
  let allowed = name.count < 4 ? 1 : 2
  let distances = candidates.map { ($0, editDistance(name.lowercased(), $0.lowercased())) }
  return distances.filter { $0.1 <= allowed }.min { $0.1 < $1.1 }?.0
}

/// How many letters are to be inserted, left out, replaced or swapped with their neighbour.
private func editDistance(_ left: String, _ right: String) -> Int {
  let left = Array(left)
  let right = Array(right)
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for i in left.indices {
    var row = [i + 1]
    for j in right.indices {
      var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] { cost = min(cost, beforeLast[j - 1] + 1) }
      row.append(cost)
    }
    beforeLast = last
    last = row
  }
  return last[right.count]
}
