import Foundation
import Pages
import PeerReview
import Screening
import Store
import Testing

@testable import Conference

/// Sees a page with as many words of a made-up text as the file says: `A 0 400` are the first 400 of text A. The rest of the
/// page is the file's own.
private struct WordInspector: Inspector {
  func inspect(file path: String) async -> InspectionOutcome {
    let file = String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    let asked = file.split(separator: "\n").last ?? ""
    let words = asked.split(separator: ";").flatMap { part -> [String] in
      let numbers = part.split(separator: " ")
      guard numbers.count == 3, let from = Int(numbers[1]), let count = Int(numbers[2]) else { return [] }
      return (from..<(from + count)).map { numbers[0].lowercased() + "word" + Self.letters($0) }
    }
    let lines = stride(from: 0, to: words.count, by: 8).map { start in
      let text = words[start..<min(start + 8, words.count)].joined(separator: " ")
      let top = 70 + Double(start / 8 % 50) * 12
      return """
        {"text":"\(text)","box":[55,\(top),290,\(top + 10)],"font":"NimbusRomNo9L-Regu","size":9.96,"colour":"000000"}
        """
    }
    let pages = stride(from: 0, to: max(1, lines.count), by: 50).enumerated().map { place, start in
      """
      {"record":"page","page":\(place + 1),"size":[612,792],"lines":[\(lines[start..<min(start + 50, lines.count)].joined(separator: ","))]}
      """
    }
    let document =
      #"{"record":"document","format":1,"pages":\#(pages.count),"sizeBytes":9,"headerOffsetBytes":0,"endsWithMarker":true}"#
    let end = #"{"record":"end","truncated":false,"cpuMicroseconds":1,"peakBytes":1}"#
    return .seen(Array(([document] + pages + [end]).joined(separator: "\n").utf8))
  }

  private static func letters(_ number: Int) -> String {
    String(String.UnicodeScalarView(String(number).utf8.compactMap { Unicode.Scalar(UInt32($0) + 49) }))
  }

  func clean(file path: String) async -> CleaningOutcome { .cleaned([1]) }
}

@Suite("Text that papers share")
struct SharedTextTests {
  private func paper(_ house: TestHouse, _ title: String, _ text: String, by person: Person) async throws -> ID<Submission> {
    let id = try await house.paper(title, by: person)
    try await house.upload(.manuscript, text, to: id, by: person)
    try await house.runDue(MemoryTransport(), WordInspector())
    return id
  }

  private func shared(_ desk: ChairDesk) async throws -> [QueuedFinding] {
    try await desk.screening(.init(code: "dup.near")).findings
  }

  @Test("A copied half is told to chairs with the passages side by side, once a pair, and never to an author")
  func copied() async throws {
    let house = try await TestHouse.open()
    let (ada, eve) = try await (house.person("Ada Byron"), house.person("Eve Copy"))
    let first = try await paper(house, "First", "A 0 900", by: ada)
    let second = try await paper(house, "Second", "A 100 450;B 0 450", by: eve)
    _ = try await paper(house, "Third", "C 0 900", by: eve)
    let desk = try await house.chairDesk(try await house.person("Clara Chair", .chair))
    let found = try await shared(desk)
    #expect(found.map(\.submission) == [second])
    let finding = try #require(found.first)
    #expect(finding.finding.sentence.contains("%") && finding.finding.sentence.contains("“First”"))
    let text = try #require(try await desk.finding(finding.id).shared)
    #expect(text.other == first && text.conference == nil)
    let passage = try #require(text.passages.first)
    #expect(passage.words >= 400 && passage.here.hasPrefix("aword") && passage.here == passage.there)
    for (person, id) in [(ada, first), (eve, second)] {
      let page = try await house.authorDesk(person).screening(id)
      #expect(!contents(of: page).contains("dup.") && !contents(of: page).contains(id == first ? "Second" : "First"))
      #expect(!contents(of: try await house.authorDesk(person).page(id)).contains("dup."))
    }
  }

  @Test("An imported paper is told of to chairs with its passages, also after its file is gone, and never to an author")
  func imported() async throws {
    try await withFolder { folder in
      let house = try await TestHouse.open()
      let file = folder + "/earlier.pdf"
      try Data("A 0 900".utf8).write(to: URL(filePath: file))
      try await SimilarPapers(index: house.corpusFolder, inspector: WordInspector()).add([file]) { _ in }
      let ada = try await house.person("Ada Byron")
      let first = try await paper(house, "First", "A 100 500;B 0 300", by: ada)
      let desk = try await house.chairDesk(try await house.person("Clara Chair", .chair))
      let found = try await desk.screening(.init(code: "dup.corpus")).findings
      #expect(found.map(\.submission) == [first])
      let finding = try #require(found.first)
      #expect(finding.finding.sentence.contains("“earlier.pdf”"))
      let text = try #require(try await desk.finding(finding.id).shared)
      #expect(text.other == nil && (text.passages.first?.words ?? 0) >= 400)
      #expect(!contents(of: try await house.authorDesk(ada).screening(first)).contains("earlier"))
      try FileManager.default.removeItem(atPath: file)
      _ = try await paper(house, "Second", "A 0 600", by: ada)
      let later = try await desk.screening(.init(code: "dup.corpus")).findings
      #expect(later.count == 2 && later.contains { $0.finding.sentence.contains("no longer") })
      _ = try await paper(house, "Third", "C 0 900", by: ada)
      #expect(try await desk.screening(.init(code: "dup.corpus")).findings.count == 2)
    }
  }

  @Test("A chair who may not know of one of the two finds nothing of it, not in the record either")
  func eitherHidden() async throws {
    let house = try await TestHouse.open()
    let (ada, eve) = try await (house.person("Ada Byron"), house.person("Eve Copy"))
    let first = try await paper(house, "First", "A 0 900", by: ada)
    let second = try await paper(house, "Second", "A 0 900", by: eve)
    let clara = try await house.chairDesk(try await house.person("Clara Chair", .chair))
    let finding = try #require(try await shared(clara).first)
    try await clara.judge([finding.id], .confirmed, note: "Copied.")
    #expect(try await clara.audit().entries.contains { $0.act == "confirm shared text" && $0.details.hasPrefix("#") })
    for (name, paper) in [("Cyril Chair", first), ("Cora Chair", second)] {
      let person = try await house.person(name, .chair)
      try await house.conflict(person, with: paper)
      let desk = try await house.chairDesk(person)
      let queue = try await desk.screening(.init(state: "all"))
      #expect(queue.findings.allSatisfy { $0.finding.code != "dup.near" })
      #expect(queue.rules.allSatisfy { $0.code != "dup.near" })
      await #expect(throws: Refusal.notFound) { try await desk.finding(finding.id) }
      await #expect(throws: Refusal.notFound) { try await desk.judge([finding.id], nil) }
      #expect(try await !desk.audit().entries.contains { $0.act.contains("shared") || $0.act == "confirm finding" })
    }
  }

  @Test("A paper's own earlier versions are no copies, however many; a version that no longer shares text is left alone")
  func versions() async throws {
    let house = try await TestHouse.open()
    let (ada, eve) = try await (house.person("Ada Byron"), house.person("Eve Copy"))
    let first = try await paper(house, "First", "A 0 900", by: ada)
    for version in 1...14 {
      try await house.upload(.manuscript, "A 0 900;D \(version * 40) 40", to: first, by: ada)
      try await house.runDue(MemoryTransport(), WordInspector())
    }
    let desk = try await house.chairDesk(try await house.person("Clara Chair", .chair))
    #expect(try await shared(desk).isEmpty)
    let second = try await paper(house, "Second", "A 0 900", by: eve)
    #expect(try await shared(desk).map(\.submission) == [second])
    try await house.upload(.manuscript, "B 0 900", to: second, by: eve)
    try await house.runDue(MemoryTransport(), WordInspector())
    #expect(try await shared(desk).isEmpty)
  }

  @Test("The index survives a restart, and is made anew when it is lost or damaged")
  func restart() async throws {
    try await withFolder { folder in
      let clock = TestClock(Instant(seconds: 0))
      func open() async throws -> Conference {
        try await Conference.open(
          folder: folder, settings: .init(site: "https://lectern.example.org"), clock: clock,
          random: RehearsalRandom(seed: UInt64(clock.now.microseconds & 0xFFFF)), rehearsal: true)
      }
      var conference = try await open()
      let id = try await conference.openCall(text: mlsysCallText(), file: "mlsys-2026.yaml", reason: "test").id
      clock.set(try await conference.call(id).calendar.submission.opens)
      func submit(_ name: String, _ text: String) async throws {
        let person = try await conference.act { try $0.addPerson(email: "\(name)@example.org", name: name, affiliation: "U") }
        let desk = conference.authorDesk(for: try await conference.viewer(person, at: id))
        let paper = try await desk.register(
          .init(
            content: SubmissionContent(track: "research", title: name, abstract: "About.", topics: ["storage"]),
            authors: [Author(name: name, email: person.email, affiliation: "U", contact: true)], conflicts: []))
        let upload = try await desk.beginUpload(to: .manuscript, of: paper)
        try upload.append(fileBytes(text))
        _ = try await upload.finish()
        try await conference.jobRunner(inspector: WordInspector(), transport: MemoryTransport()).runDue()
      }
      func pairs() async throws -> Int {
        try await conference.look { try $0.session.count("SELECT count(*) FROM finding WHERE code = 'dup.near'") }
      }
      try await submit("ada", "A 0 900")
      let sabotage: [(String) throws -> Void] = [
        { _ in }, { try FileManager.default.removeItem(atPath: $0) },
        { try Data("{".utf8).write(to: URL(filePath: $0 + "/index.json")) },
        { try Data().write(to: URL(filePath: $0 + "/papers.bin")) },
      ]
      for (number, harm) in sabotage.enumerated() {
        try await conference.close()
        try harm(folder + "/sameness")
        clock.set(clock.now.adding(.minutes(1)))
        conference = try await open()
        let before = try await pairs()
        try await submit("copy\(number)", "A \(number * 10) 500;E \(number * 400) 400")
        #expect(try await pairs() > before, "\(number)")
      }
      try await conference.close()
    }
  }
}
