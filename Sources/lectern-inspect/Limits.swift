import Glibc

/// What one inspection may use, whatever the file. Set before a byte of the file is read.
enum Limits {
  static let pages = 2_000
  static let outputBytes = 64 << 20
  static let inputBytes = 256 << 20
  static let pageOutputBytes = 4 << 20
  static let cpuSeconds: rlim_t = 10
  /// Unless the caller, who waits, says otherwise.
  static var wallSeconds: UInt32 {
    getenv("LECTERN_WALL_SECONDS").flatMap { UInt32(String(cString: $0)) }.map { min(max($0, 1), 600) } ?? 15
  }
  static let memoryBytes: rlim_t = 1_536 << 20

  /// What this process has used so far.
  static var usage: rusage {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage
  }

  /// False when the system refuses a limit; then nothing may be opened.
  static func apply() -> Bool {
    let wanted: [(__rlimit_resource, soft: rlim_t, hard: rlim_t)] = [
      (RLIMIT_CPU, cpuSeconds, cpuSeconds + 2),
      (RLIMIT_AS, memoryBytes, memoryBytes),
      (RLIMIT_FSIZE, rlim_t(outputBytes) * 2, rlim_t(outputBytes) * 2),
      (RLIMIT_NOFILE, 64, 64),
      (RLIMIT_CORE, 0, 0),
    ]
    for (resource, soft, hard) in wanted {
      var present = rlimit()
      guard getrlimit(__rlimit_resource_t(resource.rawValue), &present) == 0 else { return false }
      // A tighter limit set from outside stays.
      var limit = rlimit(rlim_cur: min(soft, present.rlim_max), rlim_max: min(hard, present.rlim_max))
      guard setrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0 else { return false }
    }
    alarm(wallSeconds)
    return true
  }

  /// When a limit or a fault in a library ends the process, a last record says so and the exit status stays 0:
  /// "this file cannot be read within the limits" is a verdict.
  static func answerWhenStopped() {
    let stackBytes = 64 << 10
    if let memory = malloc(stackBytes) {
      var stack = stack_t(ss_sp: memory, ss_flags: 0, ss_size: stackBytes)
      sigaltstack(&stack, nil)
    }
    handle(SIGXCPU) { _ in stop("\n{\"record\":\"stopped\",\"reason\":\"cpu\"}\n") }
    handle(SIGALRM) { _ in stop("\n{\"record\":\"stopped\",\"reason\":\"wall\"}\n") }
    // An allocation that fails under the memory limit ends in abort() in both libraries.
    handle(SIGABRT) { _ in stop("\n{\"record\":\"stopped\",\"reason\":\"memory\"}\n") }
    for fault in [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGSYS] {
      handle(fault) { _ in stop("\n{\"record\":\"stopped\",\"reason\":\"fault\"}\n") }
    }
  }

  /// The same for a copy: whatever stops it, none is made.
  static func declineWhenStopped() {
    answerWhenStopped()
    for signal in [SIGXCPU, SIGALRM, SIGABRT, SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGSYS] {
      handle(signal) { _ in _exit(CleanCopy.Obstacle.limits.rawValue) }
    }
  }

  /// The same for pictures: what was written stays, and nothing is said of the rest.
  static func endWhenStopped() {
    answerWhenStopped()
    for signal in [SIGXCPU, SIGALRM, SIGABRT, SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGSYS] {
      handle(signal) { _ in _exit(0) }
    }
  }

  private static func handle(_ signal: Int32, _ handler: @escaping @convention(c) (Int32) -> Void) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    action.sa_flags = SA_ONSTACK | Int32(bitPattern: UInt32(SA_RESETHAND))
    sigaction(signal, &action, nil)
  }
}

/// Only what may run in a signal handler: one write and the end of the process.
private func stop(_ record: StaticString) {
  _ = write(1, record.utf8Start, record.utf8CodeUnitCount)
  _exit(0)
}

enum FileContent {
  case bytes([UInt8])
  case tooLarge
  case unreadable
}

/// The whole of an open file, or that it holds more than `limitBytes`.
func readAll(_ descriptor: Int32, limitBytes: Int) -> FileContent {
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 18)
  while true {
    let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    if count < 0 {
      if errno == EINTR { continue }
      return .unreadable
    }
    if count == 0 { return .bytes(bytes) }
    guard bytes.count + count <= limitBytes else { return .tooLarge }
    bytes.append(contentsOf: chunk[..<count])
  }
}
