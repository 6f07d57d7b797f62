import Glibc

/// Writes records as lines until the output limit; what would go over it is left out and `truncated` is set.
struct RecordOutput {
  private let limitBytes: Int
  private var writtenBytes = 0
  private var pagesWritten = 0
  var truncated = false

  init(limitBytes: Int) {
    self.limitBytes = limitBytes
  }

  /// False when the record was left out.
  @discardableResult
  mutating func write(_ record: JSONText) -> Bool {
    guard writtenBytes + record.bytes.count + 1 <= limitBytes else {
      truncated = true
      return false
    }
    writtenBytes += record.bytes.count + 1
    (record.bytes + [UInt8(ascii: "\n")]).withUnsafeBufferPointer { writeAll($0) }
    return true
  }

  mutating func writeEnd() {
    let usage = Limits.usage
    var record = JSONText(record: "end")
    record.field("truncated", truncated)
    let microseconds =
      (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1_000_000 + usage.ru_utime.tv_usec + usage.ru_stime.tv_usec
    record.field("cpuMicroseconds", microseconds)
    record.field("peakBytes", usage.ru_maxrss * 1024)
    record.field("restricted", SystemCalls.areRestricted)
    record.close()
    (record.bytes + [UInt8(ascii: "\n")]).withUnsafeBufferPointer { writeAll($0) }
  }
}

/// Writes all of it to standard output, or ends the program when nobody reads any more.
func writeAll(_ bytes: UnsafeBufferPointer<UInt8>) {
  var offset = 0
  while offset < bytes.count, let start = bytes.baseAddress {
    let count = Glibc.write(1, start + offset, bytes.count - offset)
    if count < 0 {
      if errno == EINTR { continue }
      exit(1)
    }
    offset += count
  }
}
