import Testing

@Suite("Rooms and arrows")
struct ArrowTests {
  @Test("Every import follows an arrow drawn in ARCHITECTURE.md")
  func arrows() throws {
    let drawn = try Arrows.drawn()
    let strays = Import.all(in: SourceTree.sources).filter { found in
      drawn[found.module] != nil && drawn[found.room]?.contains(found.module) != true
    }
    #expect(strays.map(\.place) == [])
  }

  @Test("Every room is drawn in ARCHITECTURE.md, and every room drawn is there")
  func rooms() throws {
    #expect(try Set(Arrows.drawn().keys) == Set(SourceTree.sources.map(\.room)))
  }

  @Test("Each system library is imported by one room; poppler and qpdf by lectern-inspect")
  func libraries() {
    let allowed = [
      "CPoppler": "lectern-inspect", "CQPDF": "lectern-inspect", "CArchive": "lectern-inspect", "CSeccomp": "lectern-inspect",
      "CSodium": "Conference", "CCurl": "Conference",
      "CDNNL": "Expertise", "CZlib": "ExpertiseFiles",
    ]
    let strays = Import.all(in: SourceTree.sources).filter { allowed[$0.module, default: $0.room] != $0.room }
    #expect(strays.map(\.place) == [])
  }

  /// Inspectors are injected, so what they answer is told in Screening's words.
  @Test("Conference shows nobody its store, matcher or expertise")
  func keptInside() {
    let inner: Set = ["Store", "Matching", "Expertise"]
    let strays = Import.all(in: SourceTree.sources).filter { $0.room == "Conference" && $0.isPublic && inner.contains($0.module) }
    #expect(strays.map(\.place) == [])
  }
}

enum Arrows {
  /// Rooms and what each may import, as the lines `room ──► room, room` of ARCHITECTURE.md say; "nothing" is nothing.
  static func drawn() throws -> [String: Set<String>] {
    var drawn: [String: Set<String>] = [:]
    for line in try SourceTree.text("ARCHITECTURE.md").split(separator: "\n") where line.contains("──►") {
      guard let match = line.firstMatch(of: /^([\w-]+)\s+──► ((?:[\w-]+, )*[\w-]+)/) else { continue }
      drawn[String(match.1)] = Set(match.2.split(separator: ", ").map(String.init)).subtracting(["nothing"])
    }
    return drawn
  }
}

struct Import {
  let room: String
  let module: String
  let isPublic: Bool
  let place: String

  static func all(in files: [SourceFile]) -> [Import] {
    let declaration =
      #/
      (?m) ^\h* (?: @\w+ (?: \(\w+\) )? \h+ )* (?: (public|package|internal|private|fileprivate) \h+ )?
      import \h+ (?: (?: struct|class|enum|protocol|func|var|let|typealias ) \h+ )? (\w+)
      /#
    return files.flatMap { file in
      file.code.matches(of: declaration).map { match in
        Import(
          room: file.room, module: String(match.2), isPublic: match.1 == "public" || match.1 == "package",
          place: "\(file.path) imports \(match.2)")
      }
    }
  }
}
