var counts = [Int](repeating: 0, count: 5)
for x in [1, 3, 3, 4, 1, 3] { counts[x] += 1 }
print(counts)
var table = [[1.0, 2.0], [3.0, 4.0]]
table[0][1] /= 4
table[1] = [0]
table[1].append(7)
table[1][0] -= 1.5
print(table)
var points = [(x: 1, y: 2), (x: 3, y: 4)]
points[1].x = 30
points[0].y += 5
print(points)
func index() -> Int {
  print("index")
  return 2
}
counts[index()] += 10
print(counts)
var text = ["a", "b"]
text[0] += "z"
print(text)
counts.swapAt(0, 1)
print(counts)
