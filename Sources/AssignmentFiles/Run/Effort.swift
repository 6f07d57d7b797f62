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
      cpuSeconds: seconds(usage.ru_utime) + seconds(usage.ru_stime),
      peakBytes: ownPeakBytes ?? Int64(usage.ru_maxrss) * unitBytes)
  }

  /// The most memory this program held. What `getrusage` counts begins with the memory of whoever started the process, for a new
  /// program in it keeps that mark; the one in `/proc` begins with the program. Nil where there is none.
  private static var ownPeakBytes: Int64? {
    guard let status = fopen("/proc/self/status", "r") else { return nil }
    defer { fclose(status) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), status) != nil {
      let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      guard text.hasPrefix("VmHWM:") else { continue }
      return text.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int64($0) }.map { $0 * 1024 }
    }
    return nil
  }
}
