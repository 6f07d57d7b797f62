#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// What a piece of work took.
struct Effort: Sendable {
  let wallSeconds: Double
  /// Processor time of the whole process meanwhile.
  let cpuSeconds: Double

  static func measuring<Value>(_ body: () throws -> Value) rethrows -> (value: Value, effort: Effort) {
    let clock = ContinuousClock()
    let start = clock.now
    let before = Usage.now
    let value = try body()
    let seconds = (clock.now - start) / .seconds(1)
    return (value, Effort(wallSeconds: seconds, cpuSeconds: Usage.now.cpuSeconds - before.cpuSeconds))
  }
}

/// What the process has used so far.
struct Usage {
  let cpuSeconds: Double
  let peakBytes: Int64

  static var now: Usage {
    var usage = rusage()
    #if canImport(Glibc)
    let unitBytes: Int64 = 1024
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    #else
    let unitBytes: Int64 = 1
    getrusage(RUSAGE_SELF, &usage)
    #endif
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000 }
    return Usage(
      cpuSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime), peakBytes: Int64(usage.ru_maxrss) * unitBytes)
  }
}
