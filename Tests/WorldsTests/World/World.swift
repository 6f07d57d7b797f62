import Foundation
import LecternTesting
import NIOEmbedded
import Pages
import PeerReview

@testable import Conference
@testable import Store

/// One of the worlds: a conference in memory, played up to some phase, behind its own router and under its own clock.
///
/// Not for two tasks at once.
final class World {
  /// Nil for the base world.
  let changed: WorldSecret?
  let policy: WorldPolicy
  let conference: Conference
  let database: TracedDatabase
  let random: ScopedRandom
  let clock: VirtualClock
  let call: Call
  let log = KeptLog()
  /// Where letters to a domain that doesn't take them fail for good.
  let transport = MemoryTransport { letter in
    letter.to.address.text.hasSuffix("@\(World.unreachable)") ? .permanent(reason: "550 no such mailbox") : nil
  }
  static let unreachable = "unreachable.example"
  let folder: String
  private let runner: JobRunner
  private let channel = NIOAsyncTestingChannel()
  let door: Door
  private(set) var sessions: [WorldViewer: WorldSession] = [:]
  private(set) var canaries: Set<Canary> = []
  var people: [String: Person] = [:]
  var papers: [String: ID<Submission>] = [:]
  var assignments: [String: ID<Assignment>] = [:]
  var plan: ID<Plan>?
  var metareviews: [String: ID<Metareview>] = [:]
  var delegations: [String: ID<Delegation>] = [:]
  var artifacts: [String: ID<Artifact>] = [:]
  /// Of `caches`' artifact: `elsa`'s and the second; `erik`'s is of `wells`'.
  var evaluations: [String: ID<Evaluation>] = [:]
  var cases: [String: ID<IntegrityCase>] = [:]
  /// Secrets that travel by mail, in the hands of their viewer only.
  var links: [WorldViewer: String] = [:]
  private var lettersRead = 0

  static func open(changing secret: WorldSecret?, _ policy: WorldPolicy = .anonymous) async throws -> World {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lectern-worlds-\(UUID().uuidString)").path
    let database = TracedDatabase(try SQLiteDatabase.inMemory(checksSubset: false))
    let clock = VirtualClock(at: Instant(seconds: 1_760_000_000))
    let files = try FolderFileStore(folder: folder + "/files", startedAt: clock.now)
    let random = ScopedRandom(seed: 2026)
    let conference = try await Conference(database, files, clock, random, .init(site: Door.origin))
    let text = try callText().replacing(
      "reviewers-anonymous-to-each-other: yes",
      with: "reviewers-anonymous-to-each-other: \(policy == .anonymous ? "yes" : "no")")
    random.begin("open call")
    let id = try await conference.openCall(text: text, file: "worlds.yaml", reason: "test").id
    return World(secret, policy, conference, database, random, clock, try await conference.call(id), folder)
  }

  static func callText() throws -> String {
    var root = URL(filePath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return try String(contentsOf: root.appending(path: "Fixtures/calls/worlds.yaml"), encoding: .utf8)
  }

  private init(
    _ changed: WorldSecret?, _ policy: WorldPolicy, _ conference: Conference, _ database: TracedDatabase, _ random: ScopedRandom,
    _ clock: VirtualClock, _ call: Call, _ folder: String
  ) {
    self.changed = changed
    self.policy = policy
    self.conference = conference
    self.database = database
    self.clock = clock
    self.call = call
    self.folder = folder
    self.random = random
    runner = conference.jobRunner(inspector: EchoInspector(), transport: transport)
    door = Door(conference, call, random, channel: channel, log: log)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Finds in a file its own words, as its author's name, on a page of an odd size; so that what screening says differs where
  /// files do.
  private struct EchoInspector: Inspector {
    private func words(of path: String) -> String {
      String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self).filter {
        $0.isLetter || $0.isNumber || $0 == " " || $0 == "-"
      }
    }

    func inspect(file path: String) async -> InspectionOutcome {
      let records = """
        {"record":"document","format":1,"pages":1,"sizeBytes":9,"headerOffsetBytes":0,"endsWithMarker":true,\
        "metadata":{"Author":"\(words(of: path))"}}
        {"record":"page","page":1,"size":[600,700],"lines":[]}
        {"record":"end","truncated":false}
        """
      return .seen(Array(records.utf8))
    }

    func clean(file path: String) async -> CleaningOutcome { .cleaned(Array("%PDF-1.7 for reviewers".utf8)) }

    func picture(pages: [Int], ofFile path: String) async -> [PagePicture] {
      let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      return pages.map {
        PagePicture(page: $0, widthHundredths: 60_000, heightHundredths: 70_000, png: png + Array(words(of: path).utf8))
      }
    }
  }

  /// One act of the year, a minute after the last, with ids of its own; then whatever follows from it.
  func act(_ name: String, _ body: () async throws -> Void) async throws {
    clock.advance(by: .minutes(1))
    random.begin(name)
    try await body()
    random.begin("what follows \(name)")
    try await runner.runDue()
  }

  /// An act that has to be refused; a year in which it isn't is not played on.
  func refused(_ name: String, _ body: () async throws -> Void) async throws {
    try await act(name) {
      do { try await body() } catch is Refusal { return }
      throw WorldFault("“\(name)” was not refused")
    }
  }

  /// The canary of a secret's field; in the world where the secret is another, `other`.
  func tell(_ secret: WorldSecret, _ field: String, otherwise other: String) -> String {
    let canary = Canary(secret: secret, field: field)
    canaries.insert(canary)
    return changed == secret ? other : canary.token
  }

  /// Signs everyone in anew, so that sessions are as old in every world.
  func signIn(_ phase: WorldPhase) async throws {
    for viewer in WorldViewer.allCases where viewer.isSignedIn {
      guard let person = people[viewer.rawValue] else { throw WorldFault("no account for \(viewer)") }
      random.begin("sign in \(viewer) \(phase)")
      let token = try await conference.act { try $0.beginSession(person, device: "Test") }
      guard let session = try await conference.session(token: token) else { throw WorldFault("no session") }
      sessions[viewer] = WorldSession(token: token, formToken: session.formToken)
    }
    guard let address = EmailAddress(WorldViewer.sina.email) else { throw WorldFault("no address") }
    random.begin("sign-in link \(phase)")
    links[.sina] = try await conference.signInPath(email: address, lifetime: .days(30))
  }

  /// Nothing of earlier requests is left, and what a server looks up once was looked up.
  func refresh() async throws {
    door.forgetAttempts()
    _ = try await conference.call(call.id)
    _ = database.takeWork()
  }

  /// Letters sent since the last time, by recipient, as they left the house.
  func newLetters() async -> [MailMessage] {
    let all = await transport.messages
    defer { lettersRead = all.count }
    return Array(all.dropFirst(lettersRead))
  }
}

extension World {
  /// Files in the world's folder that are no kept files, named by the rest of their hash, with their bytes.
  func strayFiles() -> [(path: String, bytes: [UInt8])] {
    let manager = FileManager.default
    let paths = (manager.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []).sorted()
    return paths.compactMap { path in
      let name = path.split(separator: "/").last.map(String.init) ?? path
      var isFolder: ObjCBool = false
      guard manager.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder), !isFolder.boolValue, name.count != 62 else {
        return nil
      }
      return (path, manager.contents(atPath: "\(folder)/\(path)").map(Array.init) ?? [])
    }
  }
}

extension World {
  /// A page as someone sees it who is no viewer, possibly at another call of this server.
  func page(_ path: String, as address: String, at call: ID<Call>? = nil) async throws -> Reply {
    database.keep(true)
    defer { database.keep(false) }
    random.begin("sign in \(address)")
    let person = try await conference.look { try $0.session.person(email: address) }
    guard let person else { throw WorldFault("nobody has the address \(address)") }
    let token = try await conference.act { try $0.beginSession(person, device: "Test") }
    let door = Door(
      conference, try await conference.call(call ?? self.call.id), random, channel: NIOAsyncTestingChannel(), log: log)
    let reply = try await door.respond(to: .get(path), as: WorldSession(token: token, formToken: ""))
    // As if they had never been here: only this world was asked, and chairs are told when somebody last was.
    _ = try await conference.act { try $0.session.execute("DELETE FROM session WHERE person_id = \(person.id)") }
    return reply
  }
}
