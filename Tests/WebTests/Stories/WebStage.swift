import Conference
import Foundation
import HTTPTypes
import Hummingbird
import LecternTesting
import Logging
import PeerReview

@testable import Web

/// A conference under the MLSys call, in memory, behind its own web server and under a virtual clock.
struct WebStage {
  static let origin = "http://127.0.0.1:8080"

  let conference: Conference
  let clock: VirtualClock
  let call: Call
  let server: WebServer
  let log = KeptLog()
  private let runner: JobRunner
  private let transport = MemoryTransport()

  /// - Parameter manuscript: how large a file may be, as the call file says it.
  static func open(manuscript: String = "50 MB") async throws -> WebStage {
    let text = try callText().replacing("manuscript: 50 MB", with: "manuscript: \(manuscript)")
    let folder = FileManager.default.temporaryDirectory.appending(path: "lectern-web-\(UUID().uuidString)").path
    let clock = VirtualClock(at: Instant(seconds: 1_750_000_000))
    let conference = try await Conference.inMemory(
      folder: folder, settings: .init(site: origin), clock: clock, random: RehearsalRandom(seed: 11))
    let id = try await conference.openCall(text: text, file: "mlsys-2026.yaml", reason: "test").id
    let call = try await conference.call(id)
    clock.advance(to: call.calendar.submission.opens)
    return WebStage(conference: conference, clock: clock, call: call)
  }

  /// The call file as it is shipped.
  static func callText() throws -> String {
    var root = URL(filePath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    return try String(contentsOf: root.appending(path: "calls/mlsys-2026.yaml"), encoding: .utf8)
  }

  private init(conference: Conference, clock: VirtualClock, call: Call) {
    self.conference = conference
    self.clock = clock
    self.call = call
    server = WebServer(
      conference: conference, call: call, settings: .init(origin: Self.origin), random: RehearsalRandom(seed: 12),
      logger: log.logger)
    runner = conference.jobRunner(inspector: BlankInspector(), transport: transport)
  }

  private struct BlankInspector: Inspector {
    func inspect(file path: String) async -> InspectionOutcome { .seen([]) }
    func clean(file path: String) async -> CleaningOutcome { .cleaned(Array("%PDF-1.7 for reviewers".utf8)) }
  }

  /// Serves without a socket while `story` runs.
  func play(_ story: @escaping @Sendable (RouterClient) async throws -> Void) async throws {
    let house = server.house
    let responder = makeRouter(house.site) { house.addRoutes(to: $0) }.buildResponder()
    let application = makeServer(house.site, host: "127.0.0.1", port: 0, responder: responder)
    try await application.asked { client in try await story(client) }
  }

  /// A browser of a person who is signed in and has a name; the account is made when missing.
  func browser(_ client: RouterClient, of email: String, as role: Role? = nil) async throws -> Browser {
    let address = try required(EmailAddress(email))
    let name = email.prefix { $0 != "@" }.capitalized
    let token: String
    if let role {
      let path = try await conference.invite(email: address, name: name, as: Appointment(role), call: call.id)
      token = try required(
        try await conference.answerInvitation(
          token: String(path.split(separator: "/").last ?? ""), accepts: true, reason: "", device: "Test"
        ).signedIn?.token)
    } else {
      let path = try await conference.signInPath(email: address, lifetime: .minutes(5))
      token = try await conference.signIn(linkToken: String(path.split(separator: "/").last ?? ""), device: "Test").token
    }
    let session = try required(try await conference.session(token: token))
    try await conference.accountDesk(for: session).save(
      .init(name: name, affiliation: "University of \(name)", orcid: "", timeZone: ""))
    var browser = Browser(client)
    browser.cookies["__Host-lectern"] = token
    browser.formToken = session.formToken
    browser.person = session.person.id
    browser.email = email
    return browser
  }

  /// Signs in again: sessions end after thirty days.
  func renew(_ browser: inout Browser) async throws {
    browser = try await self.browser(browser.client, of: browser.email)
  }

  /// Runs what is due and returns every letter sent so far to the address.
  func letters(to email: String) async throws -> [MailMessage] {
    try await runner.runDue()
    return await transport.messages.filter { $0.to.address.folded == email }
  }

  /// Registers, uploads and submits a paper; returns its id.
  func paper(_ title: String, by browser: inout Browser) async throws -> String {
    let id = try await browser.register(title, call)
    try await browser.upload(Array("%PDF-1.7 \(title)".utf8), to: "/submissions/\(id)/files/manuscript")
    let answer = try await browser.post("/submissions/\(id)/submit")
    guard answer.status == .seeOther else { throw Unexpected("the paper was not submitted: \(answer.text)") }
    return id
  }
}

/// What a test needed and didn't get.
struct Unexpected: Error {
  let what: String

  init(_ what: String) { self.what = what }
}

func required<Value>(_ value: Value?) throws -> Value {
  guard let value else { throw Unexpected("nothing where a \(Value.self) was expected") }
  return value
}
