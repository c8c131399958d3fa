struct Thermostat {
  var log: [String] = []
  var degrees: Double = 20 {
    willSet { log.append("to \(newValue)") }
    didSet { if degrees > 30 { degrees = 30 } else { log.append("was \(oldValue)") } }
  }
  lazy var history: Int = 7 * 6
}
var t = Thermostat()
t.degrees = 25
t.degrees += 10
print(t.degrees, t.log, t.history)
