import Foundation

/// A sorted row of fingerprints on disk, read through memory mapping.
///
/// The file holds a header of four words, a table of where each range of fingerprints begins, and the entries. Numbers are
/// little-endian. An entry is the lower 36 bits of a fingerprint and the 28 bits of a paper's number; its upper 12 bits and
/// more follow from the table.
struct IndexSegment {
  private let data: Data
  private let tableBits: Int
  let entryCount: Int

  static let paperBits = 28
  private static let magic: UInt64 = 0x316D_6973_7463_656C
  private static let headerBytes = 32

  struct Entry {
    let fingerprint: UInt64
    let paper: UInt32
  }

  /// Nil when the file is no whole segment.
  init?(_ url: URL) {
    guard let data = try? Data(contentsOf: url, options: .alwaysMapped), data.count >= Self.headerBytes else { return nil }
    self.data = data
    let header = data.withUnsafeBytes { bytes in
      (0..<3).map { UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self)) }
    }
    guard header[0] == Self.magic, (12...30).contains(header[1]), header[2] < 1 << 32 else { return nil }
    tableBits = Int(header[1])
    entryCount = Int(header[2])
    guard data.count == Self.headerBytes + ((1 << tableBits) + 1) * 4 + entryCount * 8 else { return nil }
  }

  /// The papers of those fingerprints that are here: `visit(index of the fingerprint, papers)`.
  func look(up fingerprints: [UInt64], visit: (Int, [UInt32]) -> Void) {
    var papers: [UInt32] = []
    data.withUnsafeBytes { bytes in
      for (index, fingerprint) in fingerprints.enumerated() {
        let wanted = fingerprint & (1 << 36 - 1)
        papers.removeAll(keepingCapacity: true)
        for place in range(ofSlot: Int(fingerprint >> UInt64(48 - tableBits)), in: bytes) {
          let entry = packed(place, in: bytes)
          let own = entry >> UInt64(Self.paperBits)
          if own == wanted { papers.append(Self.paper(of: entry)) }
          if own > wanted { break }
        }
        if !papers.isEmpty { visit(index, papers) }
      }
    }
  }

  /// Where the entries of a slot of the table begin and end.
  private func range(ofSlot slot: Int, in bytes: UnsafeRawBufferPointer) -> Range<Int> {
    let place = Self.headerBytes + slot * 4
    let low = Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
    let high = Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place + 4, as: UInt32.self)))
    return low <= high && high <= entryCount ? low..<high : 0..<0
  }

  private func packed(_ place: Int, in bytes: UnsafeRawBufferPointer) -> UInt64 {
    let start = Self.headerBytes + ((1 << tableBits) + 1) * 4
    return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start + place * 8, as: UInt64.self))
  }

  /// The entries in order, one slot of the table at a time; empty after the last.
  func entries(ofSlot slot: Int) -> [Entry] {
    guard slot < 1 << tableBits else { return [] }
    let upper = UInt64(slot) << UInt64(48 - tableBits) & ~(1 << 36 - 1)
    return data.withUnsafeBytes { bytes in
      range(ofSlot: slot, in: bytes).map { place in
        let entry = packed(place, in: bytes)
        return Entry(fingerprint: upper | entry >> UInt64(Self.paperBits), paper: Self.paper(of: entry))
      }
    }
  }

  var slotCount: Int { 1 << tableBits }

  private static func paper(of entry: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: entry & (1 << UInt64(paperBits) - 1)) }

  /// Writes entries that come in order. The file is there under its name only when it is whole.
  static func write(count: Int, to url: URL, entries: ((Entry) throws -> Void) throws -> Void) throws {
    guard count < 1 << 32 else { throw SamenessProblem("The index has no room for more papers.") }
    // About eight entries for each slot of the table.
    let tableBits = max(12, min(28, (Int.bitWidth - max(1, count).leadingZeroBitCount) - 3))
    var table = [UInt32](repeating: 0, count: (1 << tableBits) + 1)
    let unfinished = url.appendingPathExtension("unfinished")
    guard FileManager.default.createFile(atPath: unfinished.path, contents: nil) else {
      throw SamenessProblem("\(unfinished.path): can't be written.")
    }
    let handle = try FileHandle(forWritingTo: unfinished)
    defer { try? handle.close() }
    try handle.seek(toOffset: UInt64(headerBytes + table.count * 4))
    var buffer = Data(capacity: 1 << 20)
    var written = 0
    try entries { entry in
      table[Int(entry.fingerprint >> UInt64(48 - tableBits)) + 1] += 1
      var packed = ((entry.fingerprint & (1 << 36 - 1)) << UInt64(paperBits) | UInt64(entry.paper)).littleEndian
      withUnsafeBytes(of: &packed) { buffer.append(contentsOf: $0) }
      written += 1
      if buffer.count >= 1 << 20 {
        try handle.write(contentsOf: buffer)
        buffer.removeAll(keepingCapacity: true)
      }
    }
    guard written == count else { throw SamenessProblem("\(url.path): the index is damaged. Make it anew.") }
    try handle.write(contentsOf: buffer)
    for slot in 1..<table.count { table[slot] += table[slot - 1] }
    var head = Data(capacity: headerBytes + table.count * 4)
    for word in [magic, UInt64(tableBits), UInt64(count), 0] {
      var little = word.littleEndian
      withUnsafeBytes(of: &little) { head.append(contentsOf: $0) }
    }
    table.withUnsafeBytes { head.append(contentsOf: $0) }
    try handle.seek(toOffset: 0)
    try handle.write(contentsOf: head)
    try handle.synchronize()
    guard rename(unfinished.path, url.path) == 0 else { throw SamenessProblem("\(url.path): can't be written.") }
  }
}

/// What is wrong with an index, in words for whoever asked.
public struct SamenessProblem: Error, Sendable, CustomStringConvertible {
  public let description: String
  init(_ description: String) { self.description = description }
}
