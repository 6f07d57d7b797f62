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
  static let magic: UInt64 = 0x316D_6973_7463_656C
  static let headerBytes = 32

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

  /// The entries of some slots of the table, in order.
  func entries(ofSlots slots: Range<Int>) -> [Entry] {
    data.withUnsafeBytes { bytes in
      var entries: [Entry] = []
      for slot in slots.clamped(to: 0..<slotCount) {
        let upper = UInt64(slot) << UInt64(48 - tableBits) & ~(1 << 36 - 1)
        for place in range(ofSlot: slot, in: bytes) {
          let entry = packed(place, in: bytes)
          entries.append(Entry(fingerprint: upper | entry >> UInt64(Self.paperBits), paper: Self.paper(of: entry)))
        }
      }
      return entries
    }
  }

  var slotCount: Int { 1 << tableBits }

  private static func paper(of entry: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: entry & (1 << UInt64(paperBits) - 1)) }
}

/// What is wrong with an index, in words for whoever asked.
public struct SamenessProblem: Error, Sendable, CustomStringConvertible {
  public let description: String
  init(_ description: String) { self.description = description }
}
