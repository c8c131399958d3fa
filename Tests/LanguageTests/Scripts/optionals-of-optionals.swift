var table: [String: Int?] = ["a": 1]
table["b"] = Int("2")
table["c"] = Optional(nil as Int?)
table["a"] = nil
print(table.count, table["b"]! as Any, table["c"]! as Any)
let number: Int? = 3
let anything: Any? = number
let nothing: Any? = nil as Int?
let deeper: Int?? = number
print(anything as Any, nothing == nil, deeper as Any)
print((true ? Optional(0.5) : nil) ?? 1.5, (false ? number : nil) ?? 8)
let list: [Any?] = [number, "x", nil as String?]
print(list.count, list[2] == nil)
