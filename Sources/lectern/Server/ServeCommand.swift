public import ArgumentParser
import Conference
import Foundation
public import LecternTesting
import Logging
import PeerReview
import ServiceLifecycle
import UnixSignals
import Web

/// The server: web, jobs and letters in one process.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Serves a conference: web pages, jobs and letters.",
    discussion: """
      A folder without a call is served too: the address it prints opens one in the browser.

      lectern serve --sample
      lectern serve --data ./data
      lectern serve --sample --at reviewing --data ./sample-reviewing --port 8081
      lectern serve --data ./data --site https://submit.example.org --smtp smtp://user:password@mail.example.org:587
      """)

  @OptionGroup var folder: DataFolder
  @OptionGroup var choice: CallChoice
  @OptionGroup var mail: MailOption
  @OptionGroup var inspector: InspectorOption
  @OptionGroup var sample: SampleOption
  @Option(help: "The address to listen on.") var host = "127.0.0.1"
  @Option(help: "The port to listen on.") var port = 8080
  @Option(help: "How many reverse proxies of your own stand before this server.") var trustedProxies = 0

  @Flag(help: "Logs a line for each request: method, pattern, status, milliseconds; never an address or an id.")
  var accessLog = false

  func validate() throws {
    guard (0...65_535).contains(port) else { throw ValidationError("--port takes a number from 0 to 65535.") }
    guard (0...10).contains(trustedProxies) else { throw ValidationError("--trusted-proxies takes a number from 0 to 10.") }
    if sample.isAsked && host != "127.0.0.1" && host != "localhost" {
      throw ValidationError("--sample prints sign-in links, so it serves this machine only. Leave --host out.")
    }
  }

  func run() async throws {
    try await reporting {
      let inspector = inspector.make()
      if sample.isAsked { try await sample.prepare(folder: folder.data, inspector: inspector) }
      var served = folder
      if served.site == "http://127.0.0.1:8080" { served.site = "http://\(host):\(port)" }
      let origin = served.site
      try await served.with { conference in
        if let problem = await inspector.jailProblem() {
          say("lectern: manuscripts will not be opened until this is mended: \(problem)")
        }
        let runner = conference.jobRunner(
          inspector: inspector, transport: try mail.transport(data: served.data),
          matcher: MatcherProcess(program: ProgramPath.own),
          scorer: TextScorerProcess(program: ProgramPath.own, vectors: served.data + "/vectors"),
          returned: ReturnedMailFolder(data: served.data))
        let web = try await web(conference, origin: origin)
        let worker = Worker(runner: runner, logger: Logger(label: "lectern.worker"))
        // Two, so that letters leave and files are looked at while a long matching or scoring runs.
        let group = ServiceGroup(
          services: [worker, worker, web], gracefulShutdownSignals: [.sigterm, .sigint], logger: ServeCommand.quietLogger)
        try await group.run()
      }
    }
  }

  /// Serves the call that was chosen; where none is open, a page that opens the first.
  private func web(_ conference: Conference, origin: String) async throws -> any Service {
    let settings = WebServer.Settings(origin: origin, host: host, port: port, trustedProxies: trustedProxies)
    if choice.id == nil, try await conference.awaitsFirstCall() {
      let server = SetUpServer(conference: conference, settings: settings, random: SystemRandom(), logger: webLogger)
      return server.service(
        onOpened: { Self.announce($0, origin: origin) },
        onRunning: { _ in
          print("Nothing is open here yet. Open a call at\n  \(origin)\(server.path)\nWhoever has this address can do so, once.")
          fflush(nil)
        })
    }
    let id = try await choice.chosen(conference)
    let call = try await conference.call(id)
    let links = sample.isAsked ? try await conference.sampleSignIns(call: id) : []
    let server = WebServer(
      conference: conference, call: call, settings: settings, random: SystemRandom(), logger: webLogger)
    return server.service { _ in Self.announce(call, origin: origin, links: links) }
  }

  private var webLogger: Logger {
    var logger = Logger(label: "lectern.web")
    logger.logLevel = accessLog ? .info : .notice
    return logger
  }

  private static var quietLogger: Logger {
    var logger = Logger(label: "lectern")
    logger.logLevel = .warning
    return logger
  }

  private static func announce(_ call: Call, origin: String, links: [SampleSignIn] = []) {
    print("\(call.name) is served at \(origin)")
    for link in links {
      print("  sign in as \(link.role) (\(link.name)): \(origin)\(link.path)")
    }
    fflush(nil)
  }
}

/// A sample conference in a folder that holds none yet.
struct SampleOption: ParsableArguments {
  @Flag(name: .customLong("sample"), help: "Fills an empty data folder with a made-up conference and prints sign-in links.")
  var isAsked = false

  @Option(name: .customLong("at"), help: "Where in its year the sample stands today: \(Self.stages).")
  var stage = Rehearsal.Stage.submission

  @Option(name: .customLong("sample-call"), help: "The call file the sample runs.")
  var callFile = "calls/mlsys-2026.yaml"

  @Option(name: .customLong("sample-submissions"), help: "How many papers the sample has.")
  var submissions = 40

  @Option(name: .customLong("sample-reviewers"), help: "How many reviewers the sample has.")
  var reviewers = 30

  static var stages: String { Rehearsal.Stage.allCases.map(\.rawValue).joined(separator: ", ") }

  /// Does nothing when the folder holds a database already.
  func prepare(folder: String, inspector: any Inspector) async throws {
    if FileManager.default.fileExists(atPath: "\(folder)/lectern.sqlite") { return }
    say("lectern: making up a sample conference in \(folder); this takes a few seconds …")
    let text = try CallCommand.read(callFile).text
    let unfinished = "\(folder).unfinished"
    try? FileManager.default.removeItem(atPath: unfinished)
    let options = Rehearsal.Options(
      seed: 2026, submissions: submissions, reviewers: reviewers, until: stage, endingAt: SystemClock().now)
    _ = try await Rehearsal.play(
      folder: unfinished, callText: text, file: callFile, options: options, inspector: inspector)
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.moveItem(atPath: unfinished, toPath: folder)
  }
}

extension Rehearsal.Stage: ExpressibleByArgument {}
