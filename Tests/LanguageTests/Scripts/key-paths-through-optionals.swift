struct Address { var city: String }
struct Person {
  var name: String
  var address: Address?
}
let people = [Person(name: "Ann", address: Address(city: "Oslo")), Person(name: "Bob", address: nil)]
print(people.map(\.address?.city), people.compactMap(\.address?.city.count))
let path = \Person.address?.city
print(people[0][keyPath: path] ?? "none", people[1][keyPath: path] ?? "none")
print([people[0]].map(\.address!.city))
