import Foundation
import Pages
import PeerReview
import Screening
import Store

@testable import Conference

/// The root of the repository, for call files and fixtures.
let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

/// The text of the MLSys 2026 call file.
func mlsysCallText() throws -> String {
  try String(contentsOf: repository.appending(path: "calls/mlsys-2026.yaml"), encoding: .utf8)
}

/// The file that stands for a text: behind a PDF's header where the slot takes PDFs, unless the text brings one.
func fileBytes(_ text: String, in slot: FileSlot = .manuscript) -> [UInt8] {
  Array((slot.isArchive || text.hasPrefix("%PDF-") ? text : "%PDF-1.7\n" + text).utf8)
}

/// Sees the same in every file, or fails the same way, and remembers how often it was asked.
actor FixedInspector: Inspector {
  private(set) var inspected = 0
  private(set) var drawn: [[Int]] = []
  private let outcome: InspectionOutcome

  init(_ outcome: InspectionOutcome) { self.outcome = outcome }

  /// What the real inspector saw in one of the fixtures.
  init(seeing fixture: String) throws {
    let file = repository.appending(path: "Tests/Fixtures/screening/\(fixture).jsonl")
    outcome = .seen(Array(try Data(contentsOf: file)))
  }

  func inspect(file path: String) -> InspectionOutcome {
    inspected += 1
    return outcome
  }

  /// One file that says nothing.
  func inspect(archive path: String) -> InspectionOutcome {
    inspected += 1
    let records = """
      {"record":"entry","path":"main.tex","kind":"file","content":"text","text":"A paper."}
      {"record":"archive","format":1,"entries":1}
      {"record":"end","truncated":false}

      """
    return .seen(Array(records.utf8))
  }

  func clean(archive path: String) -> CleaningOutcome { clean(file: path) }

  /// Letter paper, and a PNG that is none beyond its signature and the page's number.
  func picture(pages: [Int], ofFile path: String) -> [PagePicture] {
    drawn.append(pages)
    return pages.map { page in
      PagePicture(
        page: page, widthHundredths: 61_200, heightHundredths: 79_200,
        png: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, UInt8(truncatingIfNeeded: page)])
    }
  }

  /// Stands for the inspector's copy: other bytes, of other length, than those uploaded.
  func clean(file path: String) -> CleaningOutcome {
    guard let bytes = try? Data(contentsOf: URL(filePath: path)) else { return .unavailable(reason: "no file") }
    return .cleaned(Array(bytes) + Array("% cleaned".utf8))
  }
}

extension TestHouse {
  /// Does what is due; letters end in the transport.
  func runDue(_ transport: any MailTransport = MemoryTransport(), _ inspector: (any Inspector)? = nil) async throws {
    let inspector = try inspector ?? FixedInspector(seeing: "conforming")
    try await conference.jobRunner(inspector: inspector, transport: transport).runDue()
  }

  /// Sends what is due, secret letters included, and returns what left this time.
  func delivered() async throws -> [MailMessage] {
    let transport = MemoryTransport()
    try await runDue(transport)
    return await transport.messages
  }

  /// The versions in a slot as the paper's author sees them, newest first.
  func versions(in slot: FileSlot = .manuscript, of id: ID<Submission>, by person: Person) async throws -> [FileVersion] {
    let page = try await authorDesk(person).page(id)
    return page.files.first { $0.slot == slot }?.versions ?? []
  }

  func standing(of person: Person, toward id: ID<Submission>) async throws -> Standing {
    try await conference.look { try $0.session.standing(of: person, toward: id) }
  }

  /// The same conference on a disk that can be filled.
  func onDisk(_ disk: FillingDisk) async throws -> Conference {
    try await Conference(
      FillingDatabase(base: conference.database, disk: disk), FillingFileStore(base: conference.files, disk: disk), clock,
      conference.random, conference.settings)
  }
}

extension Instant {
  /// The last moment before this one.
  var justBefore: Instant { adding(Span(microseconds: -1)) }
}

/// Files and folders for one test, gone after it.
func withFolder<Value>(_ body: (String) async throws -> Value) async throws -> Value {
  let folder = FileManager.default.temporaryDirectory.appending(path: "lectern-test-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try await body(folder.path)
}
