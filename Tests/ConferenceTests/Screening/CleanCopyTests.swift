import Conference
import Foundation
import Screening
import Testing

private let fixtures = repository.appending(path: "Tests/Fixtures/screening")

/// The inspector that was built beside this test.
func jailedInspector() throws -> JailedInspector {
  let folder = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
  let program = folder.appending(path: "lectern-inspect").path
  try #require(FileManager.default.isExecutableFile(atPath: program), "lectern-inspect is not built beside the tests")
  return JailedInspector(program: program, jail: .allowUnjailed, wallLimit: .seconds(240))
}

/// A PDF's bytes with every compressed stream unpacked after them.
func unpacked(_ bytes: [UInt8]) throws -> String {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = ["python3", fixtures.appending(path: "unpack.py").path]
  let (input, output) = (Pipe(), Pipe())
  process.standardInput = input
  process.standardOutput = output
  try process.run()
  DispatchQueue.global().async {
    try? input.fileHandleForWriting.write(contentsOf: Data(bytes))
    try? input.fileHandleForWriting.close()
  }
  let data = try output.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  return String(decoding: data, as: UTF8.self)
}

@Suite("The copy of a PDF that reviewers read")
struct CleanCopyTests {
  private func clean(_ path: String) async throws -> [UInt8] {
    guard case .cleaned(let bytes) = try await jailedInspector().clean(file: path) else {
      Issue.record("no copy of \(path)")
      return []
    }
    return bytes
  }

  /// `telling.py` made it: every place of the format that can tell of an author holds a CANARY.
  @Test("holds nothing of what a file that tells in over forty places told, and still its text, links and outline")
  func telling() async throws {
    let path = fixtures.appending(path: "telling.pdf").path
    let original = try unpacked(Array(try Data(contentsOf: URL(filePath: path))))
    #expect(Set(original.matches(of: /CANARY\w+/).map { String($0.output) }).count > 40)
    let copy = try unpacked(try await clean(path))
    #expect(copy.matches(of: /CANARY\w*/).map { String($0.output) } == [])
    // The document's identifier, written in hexadecimal.
    #expect(!copy.lowercased().contains("43414e415259"))
    for kept in ["The text stays", "https://doi.org/10.1/kept", "Introduction", "section.1", "JFIF"] {
      #expect(copy.contains(kept), "\(kept)")
    }
  }

  @Test("shows the same text at the same places", arguments: ["conforming", "author-in-properties", "names-on-page-one"])
  func pages(name: String) async throws {
    let path = fixtures.appending(path: "\(name).pdf").path
    let bytes = try await clean(path)
    let file = FileManager.default.temporaryDirectory.appending(path: "copy-\(UUID().uuidString).pdf")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let pages = try await pageRecords(path)
    #expect(pages.count > 4)
    #expect(try await pageRecords(file.path) == pages)
    let copy = try unpacked(bytes)
    for telling in ["/Author", "/Producer", "/Creator", "/ModDate", "/PTEX"] { #expect(!copy.contains(telling), "\(telling)") }
  }

  private func pageRecords(_ path: String) async throws -> [String] {
    guard case .seen(let lines) = try await jailedInspector().inspect(file: path) else { return [] }
    return String(decoding: lines, as: UTF8.self).split(separator: "\n").filter { $0.contains("\"record\":\"page\"") }.map(
      String.init)
  }

  @Test("is the same each time, and its copy is itself")
  func stable() async throws {
    let path = fixtures.appending(path: "telling.pdf").path
    let first = try await clean(path)
    #expect(try await clean(path) == first)
    let file = FileManager.default.temporaryDirectory.appending(path: "copy-\(UUID().uuidString).pdf")
    try Data(first).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    #expect(try await clean(file.path) == first)
  }

  @Test(
    "isn't made of what can't be taken apart",
    arguments: [("password", CleaningObstacle.encrypted), ("web-page", .notPDF)])
  func impossible(name: String, obstacle: CleaningObstacle) async throws {
    let outcome = try await jailedInspector().clean(file: fixtures.appending(path: "\(name).pdf").path)
    #expect(outcome == .impossible(obstacle))
  }

  @Test("is a copy or none, whatever bytes are changed: never the original's metadata", arguments: 0..<16)
  func damaged(seed: Int) async throws {
    var bytes = try Data(contentsOf: fixtures.appending(path: "telling.pdf"))
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    for _ in 0..<6 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      // Digits change the references between objects, which is where a cleaner would go astray.
      let place = Int(state >> 33) % bytes.count
      if (48...57).contains(bytes[place]) { bytes[place] = 48 + UInt8(truncatingIfNeeded: state >> 20) % 10 }
    }
    let file = FileManager.default.temporaryDirectory.appending(path: "damaged-\(UUID().uuidString).pdf")
    try bytes.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    switch try await jailedInspector().clean(file: file.path) {
    case .cleaned(let copy): #expect(try unpacked(copy).matches(of: /CANARY(info|author|producer|xmp|js|embedded)/).isEmpty)
    case .impossible: break
    case .unavailable(let reason): Issue.record("\(reason)")
    }
  }
}
