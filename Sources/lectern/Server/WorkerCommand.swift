import ArgumentParser
import Conference
import Foundation
import Logging
import ServiceLifecycle
import UnixSignals

/// Jobs and letters without the web.
struct WorkerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker", abstract: "Runs jobs and sends letters, without serving the web.",
    discussion: """
      lectern worker --data ./data --smtp smtp://mail.example.org --once
      The embedded database belongs to one process at a time: a running server does this work itself.
      """)

  @OptionGroup var folder: DataFolder
  @OptionGroup var mail: MailOption
  @OptionGroup var inspector: InspectorOption
  @Flag(help: "Ends when nothing is due.") var once = false

  func run() async throws {
    try await reporting {
      let transport = try mail.transport(data: folder.data)
      try await folder.with { conference in
        let runner = conference.jobRunner(
          inspector: inspector.make(), transport: transport, matcher: MatcherProcess(program: ProgramPath.own),
          scorer: TextScorerProcess(program: ProgramPath.own, vectors: folder.data + "/vectors"),
          returned: ReturnedMailFolder(data: folder.data))
        if once {
          print("\(try await runner.runDue()) jobs and letters handled.")
          return
        }
        let worker = Worker(runner: runner, logger: Logger(label: "lectern.worker"))
        try await ServiceGroup(
          services: [worker], gracefulShutdownSignals: [.sigterm, .sigint], logger: Logger(label: "lectern")
        ).run()
      }
    }
  }
}

/// Runs what is due again and again until asked to stop; a fault is logged and tried again.
struct Worker: Service {
  let runner: JobRunner
  let logger: Logger

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do {
          try await runner.runDue()
        } catch is CancellationError {
          return
        } catch {
          logger.error("The worker stumbled and goes on", metadata: ["error": "\(error)"])
        }
        try? await Task.sleep(for: .milliseconds(500))
      }
    }
  }
}
