import Foundation

/// Writes a segment: its entries in order, then the table of where they begin.
struct SegmentWriter {
  private let tableBits: Int
  private let handle: FileHandle
  private var table: [UInt32]
  private var buffer: [UInt64] = []
  private var written = 0

  private static let bufferEntries = 1 << 17

  /// Writes the `count` entries that `fill` hands over. The file is there under its name only when it is whole.
  static func write(count: Int, to url: URL, fill: (inout SegmentWriter) throws -> Void) throws {
    guard count < 1 << 32 else { throw SamenessProblem("The index has no room for more papers.") }
    let unfinished = url.appendingPathExtension("unfinished")
    guard FileManager.default.createFile(atPath: unfinished.path, contents: nil) else {
      throw SamenessProblem("\(unfinished.path): can't be written.")
    }
    let handle = try FileHandle(forWritingTo: unfinished)
    defer { try? handle.close() }
    var writer = try SegmentWriter(handle, count: count)
    try fill(&writer)
    guard writer.written == count else { throw SamenessProblem("\(url.path): the index is damaged. Make it anew.") }
    try writer.finish()
    guard rename(unfinished.path, url.path) == 0 else { throw SamenessProblem("\(url.path): can't be written.") }
  }

  private init(_ handle: FileHandle, count: Int) throws {
    // About eight entries for each slot of the table.
    tableBits = max(12, min(28, (Int.bitWidth - max(1, count).leadingZeroBitCount) - 3))
    table = [UInt32](repeating: 0, count: (1 << tableBits) + 1)
    self.handle = handle
    buffer.reserveCapacity(Self.bufferEntries)
    try handle.seek(toOffset: UInt64(IndexSegment.headerBytes + table.count * 4))
  }

  /// The next entry; not before the one that came last.
  mutating func append(_ entry: IndexSegment.Entry) throws {
    table[Int(entry.fingerprint >> UInt64(48 - tableBits)) + 1] += 1
    buffer.append(((entry.fingerprint & (1 << 36 - 1)) << UInt64(IndexSegment.paperBits) | UInt64(entry.paper)).littleEndian)
    written += 1
    if buffer.count == Self.bufferEntries { try flush() }
  }

  private mutating func flush() throws {
    try handle.write(contentsOf: buffer.withUnsafeBytes { Data($0) })
    buffer.removeAll(keepingCapacity: true)
  }

  private mutating func finish() throws {
    try flush()
    for slot in 1..<table.count { table[slot] += table[slot - 1] }
    var head = Data(capacity: IndexSegment.headerBytes + table.count * 4)
    for word in [IndexSegment.magic, UInt64(tableBits), UInt64(written), 0] {
      var little = word.littleEndian
      withUnsafeBytes(of: &little) { head.append(contentsOf: $0) }
    }
    table.withUnsafeBytes { head.append(contentsOf: $0) }
    try handle.seek(toOffset: 0)
    try handle.write(contentsOf: head)
    try handle.synchronize()
  }
}
