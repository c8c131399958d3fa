protocol Greeter { func hello() -> String }
extension Greeter {
  func hello() -> String { "default hello" }
  func bye() -> String { "default bye" }
  func both() -> String { hello() + "/" + bye() }
}
struct A: Greeter {
  func hello() -> String { "A hello" }
  func bye() -> String { "A bye" }
}
struct B: Greeter {}
let a = A()
let g: any Greeter = a
print(a.hello(), a.bye(), g.hello(), g.bye(), a.both(), g.both(), B().both())
func generic<T: Greeter>(_ x: T) -> String { x.hello() + " " + x.bye() }
func opaque(_ x: some Greeter) -> String { x.hello() + " " + x.bye() }
func boxed(_ x: Greeter) -> String { x.hello() + " " + x.bye() }
print(generic(a), opaque(a), boxed(a), generic(B()))
class Base: Greeter { func bye() -> String { "base bye" } }
class Derived: Base { func hello() -> String { "derived hello" } }
print((Derived() as Base).hello(), Derived().hello(), (Derived() as any Greeter).hello())
class Base2: Greeter { func hello() -> String { "base" } }
class Derived2: Base2 { override func hello() -> String { "derived" } }
let d: any Greeter = Derived2()
print(d.hello(), d.both(), generic(Base2()))
protocol Named { var name: String { get } }
protocol Aged { var age: Int { get } }
protocol Person: Named, Aged { func introduce() -> String }
extension Named { func shout() -> String { name.uppercased() } }
extension Person { func introduce() -> String { "\(name), \(age)" } }
struct Pupil: Person {
  let name: String
  var age = 10
}
func both(_ x: any Named & Aged) -> String { "\(x.name)-\(x.age)" }
func both2<T>(_ x: T) -> String where T: Named, T: Aged { "\(x.name)=\(x.age)" }
typealias NamedAged = Named & Aged
func both3(_ x: NamedAged) -> Int { x.age }
let pupil = Pupil(name: "Kim")
print(pupil.introduce(), pupil.shout(), both(pupil), both2(pupil), both3(pupil))
let named: Named = pupil
print(named.name, named is Person, (named as? Aged)?.age ?? 0, named is Greeter, (named as! Pupil).age)
