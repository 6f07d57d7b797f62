import Screening
import Subprocess
import SystemPackage

/// Starts `lectern-inspect` once for each file, in a jail without network, files, environment or other processes.
///
/// The inspector limits its own time, memory and output; here stand the limits that hold even if it fails to: a wall
/// limit after which it is killed, a limit on what is read from it, and how many run at once.
public struct JailedInspector: Inspector {
  public enum Jail: Hashable, Sendable {
    /// Without a working jail no file is opened: the answer is `unavailable`.
    case require
    /// Where the system refuses a jail the program runs with its own limits only. For development.
    case allowUnjailed
  }

  private let program: String
  private let jail: Jail
  private let bubblewrap: String
  private let wallLimit: Duration
  private let outputLimitBytes: Int
  private let arguments: JailArguments
  private let turnstile: Turnstile
  private let probe: JailProbe

  /// - Parameters:
  ///   - program: the path of `lectern-inspect`.
  ///   - bubblewrap: the name or path of `bwrap`.
  public init(
    program: String, jail: Jail, concurrency: Int = 2, wallLimit: Duration = .seconds(20),
    outputLimitBytes: Int = 66 << 20, bubblewrap: String = "bwrap"
  ) {
    self.program = program
    self.jail = jail
    self.bubblewrap = bubblewrap
    self.wallLimit = wallLimit
    self.outputLimitBytes = outputLimitBytes
    arguments = JailArguments(program: program, libraryFolders: JailArguments.runtimeFolders())
    turnstile = Turnstile(width: concurrency)
    probe = JailProbe()
  }

  public func inspect(file path: String) async -> InspectionOutcome { await inspect(.inspect, path) }

  public func inspect(archive path: String) async -> InspectionOutcome { await inspect(.inspectArchive, path) }

  private func inspect(_ task: InspectorTask, _ path: String) async -> InspectionOutcome {
    switch await turnstile.pass({ await run(task, on: path, outputLimitBytes: outputLimitBytes) }) {
    case .wrote(let output): .seen(output)
    case .declined: .failed(.crashed)
    case .failed(let failure): .failed(failure)
    }
  }

  public func clean(file path: String) async -> CleaningOutcome { await copy(.clean, of: path) }

  public func clean(archive path: String) async -> CleaningOutcome { await copy(.cleanArchive, of: path) }

  public func stamp(file path: String, with stamp: String) async -> CleaningOutcome { await copy(.stamp(stamp), of: path) }

  /// Nothing of a copy is used unless the inspector ended well.
  private func copy(_ task: InspectorTask, of path: String) async -> CleaningOutcome {
    switch await turnstile.pass({
      await run(task, on: path, outputLimitBytes: Self.copyLimitBytes)
    }) {
    case .wrote(let output): .cleaned(output)
    case .declined(let obstacle): .impossible(obstacle)
    case .failed(.timedOut), .failed(.crashed): .impossible(.limits)
    case .failed(.tooLarge): .impossible(.tooLarge)
    case .failed(.unavailable(let reason)): .unavailable(reason: reason)
    }
  }

  public func picture(pages: [Int], ofFile path: String) async -> [PagePicture] {
    if pages.isEmpty { return [] }
    let ending = await turnstile.pass { await run(.picture(pages: pages), on: path, outputLimitBytes: outputLimitBytes) }
    guard case .wrote(let output) = ending else { return [] }
    // What nobody asked for is not kept.
    return PagePicture.all(in: output).filter { pages.contains($0.page) }
  }

  /// As much as the inspector reads.
  private static let copyLimitBytes = 256 << 20

  /// Nil when files will be inspected in the jail; else why they can't be. For a health page and the start of a server.
  public func jailProblem() async -> String? {
    await probe.problem(bubblewrap: bubblewrap, arguments: arguments.list(for: .inspect, within: wallLimit))
  }

  /// How a run of the inspector ended.
  private enum Ending {
    case wrote([UInt8])
    /// Its exit status says why there is no copy.
    case declined(CleaningObstacle)
    case failed(InspectionFailure)
  }

  private func run(_ task: InspectorTask, on path: String, outputLimitBytes: Int) async -> Ending {
    let problem = await jailProblem()
    if let problem, jail == .require { return .failed(.unavailable(reason: problem)) }
    let manuscript: FileDescriptor
    do {
      // Non-blocking, so that a path that is no ordinary file can't hold the server.
      manuscript = try FileDescriptor.open(
        FilePath(path), .readOnly, options: [.closeOnExec, .nonBlocking])
    } catch {
      return .failed(.unavailable(reason: "The stored file can't be opened: \(error)."))
    }
    defer { try? manuscript.close() }
    let isJailed = problem == nil
    return await withTaskGroup(of: Ending?.self) { group in
      group.addTask {
        await run(task, isJailed: isJailed, reading: manuscript, outputLimitBytes: outputLimitBytes)
      }
      group.addTask {
        try? await Task.sleep(for: wallLimit)
        return Task.isCancelled ? nil : .failed(.timedOut)
      }
      var ending: Ending?
      while ending == nil, let next = await group.next() { ending = next }
      // Cancelling kills the process; the group ends when it is gone.
      group.cancelAll()
      return ending ?? .failed(.crashed)
    }
  }

  /// The server is stopping, say; nothing was learnt about the file. After the wall limit nobody reads it.
  private static let interrupted = Ending.failed(
    .unavailable(reason: "The inspection was interrupted."))

  private func run(
    _ task: InspectorTask, isJailed: Bool, reading manuscript: FileDescriptor, outputLimitBytes: Int
  ) async -> Ending {
    let environment = Dictionary(
      uniqueKeysWithValues: (isJailed ? [:] : task.environment(within: wallLimit)).map {
        (Environment.Key(stringLiteral: $0.key), $0.value)
      })
    do {
      let result = try await Subprocess.run(
        .called(isJailed ? bubblewrap : program),
        arguments: Arguments(isJailed ? arguments.list(for: task, within: wallLimit) : []),
        environment: .custom(environment),
        input: .fileDescriptor(manuscript, closeAfterSpawningProcess: false),
        output: .bytes(limit: outputLimitBytes), error: .discarded)
      if Task.isCancelled { return Self.interrupted }
      switch result.terminationStatus {
      case .exited(0) where !result.standardOutput.isEmpty: return .wrote(result.standardOutput)
      case .exited(let status) where CleaningObstacle(exitStatus: status) != nil:
        return CleaningObstacle(exitStatus: status).map(Ending.declined) ?? .failed(.crashed)
      case .exited(2), .exited(64), .exited(126), .exited(127):
        return .failed(.unavailable(reason: "The inspector could not be run."))
      default: return .failed(.crashed)
      }
    } catch let error as SubprocessError where error.code == .outputLimitExceeded {
      return .failed(.tooLarge)
    } catch {
      if Task.isCancelled { return Self.interrupted }
      return .failed(.unavailable(reason: "The inspector could not be started: \(error)."))
    }
  }
}

extension Executable {
  /// A name is looked for on the search path; anything with a slash is a path.
  static func called(_ nameOrPath: String) -> Executable {
    nameOrPath.contains("/") ? .path(FilePath(nameOrPath)) : .name(nameOrPath)
  }
}
