struct Version: Comparable, Hashable {
  var major: Int, minor: Int
  static func < (a: Version, b: Version) -> Bool { (a.major, a.minor) < (b.major, b.minor) }
}
let versions = [Version(major: 2, minor: 0), Version(major: 1, minor: 9), Version(major: 1, minor: 2)]
print(versions.sorted().map { "\($0.major).\($0.minor)" })
print(versions.max()! == versions[0], versions[1] > versions[2], versions[0] >= versions[0])
print(Set(versions + versions).count, versions.contains(Version(major: 1, minor: 9)))
var counts: [Version: Int] = [:]
for v in versions + [versions[1]] { counts[v, default: 0] += 1 }
print(counts[versions[1]]!, counts.count)
