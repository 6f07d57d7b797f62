import Conference
import Foundation
import Screening
import Testing

private let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appending(path: "Fixtures/screening")

/// The inspector that was built beside this test.
private func builtInspector() throws -> String {
  let folder = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
  let program = folder.appending(path: "lectern-inspect").path
  try #require(FileManager.default.isExecutableFile(atPath: program), "lectern-inspect is not built beside the tests")
  return program
}

private let rules = FormatRules(
  pageSize: .letter, columns: 2, mainPagesLimit: 10, referencesListAllAuthors: true, appendixSeparate: true,
  forbids: Set(FormatRules.Forbidden.allCases), style: .mlsys2025)

private let form = FormFacts(
  title: "A Paper",
  authors: [
    .init(
      given: "Dmitri", family: "Abramowicz", email: "dabramowicz@snu-seolhwa.ac.kr",
      affiliation: "Institute of Computing, Seolhwa National University"),
    .init(
      given: "Jamal", family: "Lindqvist", email: "jlindqvist@tu-elbstadt.de", affiliation: "Technical University of Elbstadt"),
  ])

private func screened(_ path: String) async throws -> ScreeningReport {
  // The tests beside this one keep the machine busy: what is asked here is the verdict, not its time.
  let inspector = JailedInspector(program: try builtInspector(), jail: .allowUnjailed, wallLimit: .seconds(240))
  guard case .seen(let records) = await inspector.inspect(file: path) else {
    Issue.record("no verdict on \(path)")
    return ScreeningReport(pages: nil, mainPages: nil, references: nil, findings: [])
  }
  return screen(Inspection(jsonLines: records), rules: rules, form: form)
}

/// A file that is gone when the test is.
private func withFile<Value>(_ bytes: Data, _ body: (String) async throws -> Value) async throws -> Value {
  let file = FileManager.default.temporaryDirectory.appending(path: "screening-\(UUID().uuidString)")
  try bytes.write(to: file)
  defer { try? FileManager.default.removeItem(at: file) }
  return try await body(file.path)
}

@Suite("Files from the outside, through the inspector to findings")
struct JailedInspectorTests {
  @Test(
    "Each fixture gets the findings it was made for",
    arguments: [
      ("conforming", 8, 6, 42, []),
      ("three-lines-over", 12, 11, 40, ["format.page_limit"]),
      ("one-column", 11, 9, 35, ["format.columns"]),
      ("et-al-entries", 10, 8, 49, ["refs.et_al"]),
      ("names-on-page-one", 11, 9, 42, ["anon.affiliation", "anon.author_names", "anon.email"]),
      ("author-in-properties", 10, 8, 46, ["anon.metadata"]),
    ])
  func papers(name: String, pages: Int, mainPages: Int, references: Int, codes: [String]) async throws {
    let report = try await screened(fixtures.appending(path: "\(name).pdf").path)
    #expect(report.pages == pages)
    #expect(report.mainPages == mainPages)
    #expect(report.references == references)
    #expect(Set(report.findings.filter { $0.severity == .block }.map(\.code)).sorted() == codes)
  }

  @Test(
    "What is no readable paper gets one finding",
    arguments: [
      ("web-page", "file.not_pdf"), ("password", "file.encrypted"), ("205-pages", "file.too_many_pages"),
    ])
  func notPapers(name: String, code: String) async throws {
    let report = try await screened(fixtures.appending(path: "\(name).pdf").path)
    #expect(report.findings.contains { $0.code == code && $0.severity == .block })
  }

  @Test("An empty file and one cut short get a finding")
  func cutShort() async throws {
    try await withFile(Data()) { path in
      let report = try await screened(path)
      #expect(report.findings.map(\.code) == ["file.not_pdf"])
    }
    let whole = try Data(contentsOf: fixtures.appending(path: "conforming.pdf"))
    for share in [5, 30, 60, 95] {
      try await withFile(whole.prefix(whole.count * share / 100)) { path in
        let report = try await screened(path)
        #expect(report.findings.contains { $0.code == "file.malformed" && $0.severity == .block })
      }
    }
  }

  @Test("Bytes changed at random places never leave a file without a verdict", arguments: 0..<12)
  func damaged(seed: Int) async throws {
    var bytes = try Data(contentsOf: fixtures.appending(path: "et-al-entries.pdf"))
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    for _ in 0..<200 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 20)
    }
    try await withFile(bytes) { path in
      _ = try await screened(path)
    }
  }

  @Test("A file that is not there is a fault of the store, not a finding")
  func absent() async throws {
    let inspector = JailedInspector(program: try builtInspector(), jail: .allowUnjailed)
    guard case .failed(.unavailable) = await inspector.inspect(file: "/nowhere/at/all.pdf") else {
      Issue.record("an absent file got a verdict")
      return
    }
  }
}

@Suite("The jail, with a shell in the place of the inspector")
struct JailTests {
  /// Runs a script as if it were the inspector's verdict on itself: the shell reads it from standard input.
  private func outcome(
    of script: String, _ jail: JailedInspector.Jail = .allowUnjailed, wallLimit: Duration = .seconds(240)
  ) async throws -> InspectionOutcome {
    let inspector = JailedInspector(program: "/bin/sh", jail: jail, wallLimit: wallLimit, outputLimitBytes: 100_000)
    return try await withFile(Data(script.utf8)) { await inspector.inspect(file: $0) }
  }

  private func isJailPossible() async -> Bool {
    await JailedInspector(program: "/bin/sh", jail: .require).jailProblem() == nil
  }

  @Test("A program that does not end is killed")
  func endless() async throws {
    let script = "while true; do :; done"
    #expect(try await outcome(of: script, wallLimit: .milliseconds(300)) == .failed(.timedOut))
  }

  @Test("An inspection that is called off says nothing about the file")
  func calledOff() async throws {
    // Called off before it has begun, it may never be told to end: the real inspector limits its own time.
    let inspection = Task { try await outcome(of: "ulimit -t 2; while true; do :; done") }
    inspection.cancel()
    guard case .failed(.unavailable) = try await inspection.value else {
      Issue.record("an interrupted inspection gave a verdict")
      return
    }
  }

  @Test("A program that prints without end is cut off")
  func talkative() async throws {
    let script = "while true; do echo more and more and more; done"
    #expect(try await outcome(of: script, wallLimit: .seconds(200)) == .failed(.tooLarge))
  }

  @Test("A program that is killed, or ends without a verdict, crashed")
  func crashing() async throws {
    #expect(try await outcome(of: "kill -9 $$") == .failed(.crashed))
    #expect(try await outcome(of: "exit 0") == .failed(.crashed))
  }

  @Test("Inside there are no files of this machine, no environment, no network and nothing to write to")
  func emptiness() async throws {
    guard await isJailPossible() else { return }
    let script = """
      for place in /etc/passwd /home /root /proc/1 /dev/null /usr/bin /tmp /var; do [ -e $place ] && echo sees $place; done
      [ -n "$HOME$USER$LANG" ] && echo has an environment
      (echo text > /file) 2>&- && echo writes
      echo end
      """
    #expect(try await outcome(of: script, .require) == .seen(Array("end\n".utf8)))
  }

  @Test("Where a jail is required and can't be had, nothing is opened")
  func requirement() async throws {
    let inspector = JailedInspector(program: "/bin/sh", jail: .require, bubblewrap: "/nowhere/bwrap")
    let outcome = try await withFile(Data("echo opened".utf8)) { await inspector.inspect(file: $0) }
    guard case .failed(.unavailable(let reason)) = outcome else {
      Issue.record("a file was opened without a jail")
      return
    }
    #expect(reason.contains("bubblewrap"))
    let lenient = JailedInspector(
      program: "/bin/sh", jail: .allowUnjailed, wallLimit: .seconds(240), bubblewrap: "/nowhere/bwrap")
    let opened = try await withFile(Data("echo opened".utf8)) { await lenient.inspect(file: $0) }
    #expect(opened == .seen(Array("opened\n".utf8)))
  }

  @Test("More files than places are all answered")
  func crowd() async throws {
    let inspector = JailedInspector(program: "/bin/sh", jail: .allowUnjailed, concurrency: 2, wallLimit: .seconds(240))
    try await withFile(Data("echo done".utf8)) { path in
      await withTaskGroup(of: InspectionOutcome.self) { group in
        for _ in 0..<12 { group.addTask { await inspector.inspect(file: path) } }
        for await outcome in group { #expect(outcome == .seen(Array("done\n".utf8))) }
      }
    }
  }
}
