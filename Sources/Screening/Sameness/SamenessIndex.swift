import Foundation

/// Fingerprints of papers in a folder on disk, to find those a new paper shares text with.
///
/// Papers are added in batches; each batch is a sorted segment, and segments of like size are merged, so that a folder of
/// n papers has about log n of them (the scheme of log-structured merge trees: O'Neil et al., Acta Informatica 1996).
/// `index.json` is replaced last: what an interrupted addition leaves behind is never read.
public struct SamenessIndex {
  private let folder: URL
  private var manifest: Manifest
  private var segments: [IndexSegment]
  private var papers: Data
  private var names: Data

  private struct Manifest: Codable {
    var format = 1
    var paperCount = 0
    var nameBytes = 0
    var nextSegment = 1
    var segments: [String] = []
  }

  public struct Paper: Sendable {
    public let name: String
    public let fingerprints: [UInt64]
    public init(name: String, fingerprints: [UInt64]) {
      self.name = name
      self.fingerprints = fingerprints
    }
  }

  /// A paper that shares text with the one asked for.
  public struct Match: Hashable, Sendable {
    public let name: String
    /// Fingerprints both have.
    public let shared: Int
    /// Of the smaller paper's fingerprints, those that both have: from 0 to 1.
    public let share: Double
  }

  /// Stands in a name behind what several names have in common: they are versions of one paper, so that what stands in many of
  /// them is not for that what everybody writes.
  public static let groupSeparator: Character = "\u{1F}"

  private static let recordBytes = 24

  /// A share above which two papers are told of. Papers that have nothing to do with each other stay below a tenth of it;
  /// a tenth of a paper copied sentence by sentence reaches it.
  public static let telling = 0.03

  /// Opens the index in a folder, or an empty one where there is none. Throws a sentence when the folder holds a damaged one.
  public init(folder path: String) throws {
    folder = URL(filePath: path, directoryHint: .isDirectory)
    manifest = Manifest()
    if let data = FileManager.default.contents(atPath: folder.appending(path: "index.json").path) {
      guard let read = try? JSONDecoder().decode(Manifest.self, from: data), read.format == 1 else {
        throw SamenessProblem("\(path): index.json is damaged. Make the index anew from its papers.")
      }
      manifest = read
    }
    let folder = folder
    segments = try manifest.segments.map { name in
      guard let segment = IndexSegment(folder.appending(path: name)) else {
        throw SamenessProblem("\(path): \(name) is damaged. Make the index anew from its papers.")
      }
      return segment
    }
    papers = Self.mapped(folder.appending(path: "papers.bin"))
    names = Self.mapped(folder.appending(path: "names.txt"))
    guard papers.count >= manifest.paperCount * Self.recordBytes, names.count >= manifest.nameBytes else {
      throw SamenessProblem("\(path): the list of papers is cut short. Make the index anew from its papers.")
    }
  }

  public var paperCount: Int { manifest.paperCount }
  public var entryCount: Int { segments.reduce(0) { $0 + $1.entryCount } }
  public var segmentCount: Int { segments.count }

  private static func mapped(_ url: URL) -> Data { (try? Data(contentsOf: url, options: .alwaysMapped)) ?? Data() }

  // MARK: Asking

  /// Papers that share at least `threshold` of the smaller one's fingerprints, the most alike first.
  ///
  /// A fingerprint that very many papers have (a style's own sentences, say) says nothing and is left out on both sides.
  public func matches(_ fingerprints: [UInt64], threshold: Double = SamenessIndex.telling, limit: Int = 20) -> [Match] {
    let commonLimit = max(12, manifest.paperCount / 500)
    var found: [[UInt32]] = Array(repeating: [], count: fingerprints.count)
    for segment in segments { segment.look(up: fingerprints) { found[$0].append(contentsOf: $1) } }
    var shared: [UInt32: Int] = [:]
    var common = 0
    var groups: [UInt32: String] = [:]
    for papers in found {
      if isCommon(papers, limit: commonLimit, &groups) {
        common += 1
        continue
      }
      for paper in papers { shared[paper, default: 0] += 1 }
    }
    let own = max(1, fingerprints.count - common)
    return shared.compactMap { number, count -> (Int, Match)? in
      guard count >= 4, let record = record(Int(number)) else { return nil }
      let smaller = max(1, min(own, record.fingerprintCount - common))
      let share = min(1, Double(count) / Double(smaller))
      return share >= threshold ? (Int(number), Match(name: record.name, shared: count, share: share)) : nil
    }
    .sorted { ($1.1.share, $0.0) < ($0.1.share, $1.0) }.prefix(limit).map(\.1)
  }

  /// Whether more than `limit` papers are among these, versions of one counted once. `groups` is kept for the next question.
  private func isCommon(_ papers: [UInt32], limit: Int, _ groups: inout [UInt32: String]) -> Bool {
    guard papers.count > limit else { return false }
    var met: Set<String> = []
    for paper in papers {
      let group: String
      if let known = groups[paper] {
        group = known
      } else {
        let name = record(Int(paper))?.name ?? ""
        group = name.contains(Self.groupSeparator) ? String(name.prefix { $0 != Self.groupSeparator }) : name
        groups[paper] = group
      }
      met.insert(group)
      if met.count > limit { return true }
    }
    return false
  }

  private func record(_ number: Int) -> (name: String, fingerprintCount: Int, digest: UInt64)? {
    guard number < manifest.paperCount else { return nil }
    return papers.withUnsafeBytes { bytes in
      let start = number * Self.recordBytes
      func word(_ index: Int) -> UInt64 {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start + index * 8, as: UInt64.self))
      }
      let offset = Int(truncatingIfNeeded: word(0))
      let length = Int(word(1) >> 32)
      guard offset >= 0, offset <= names.count, length <= names.count - offset else { return nil }
      let name = names.withUnsafeBytes { String(decoding: $0[offset..<(offset + length)], as: UTF8.self) }
      return (name, Int(word(1) & 0xFFFF_FFFF), word(2))
    }
  }

  // MARK: Adding

  /// The digests of what is known under each name; a name has one for each of its versions.
  public func known() -> [String: Set<UInt64>] {
    var known: [String: Set<UInt64>] = [:]
    for number in 0..<manifest.paperCount {
      if let record = record(number) { known[record.name, default: []].insert(record.digest) }
    }
    return known
  }

  /// Two texts with the same fingerprints have the same digest.
  public static func digest(_ fingerprints: [UInt64]) -> UInt64 {
    fingerprints.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ $1) &* 0x100_0000_01B3 }
  }

  /// Adds papers as one batch; afterwards they are found, also by others who open the folder. One process may add at a time.
  public mutating func add(_ batch: [Paper]) throws {
    guard !batch.isEmpty else { return }
    guard manifest.paperCount + batch.count < 1 << IndexSegment.paperBits else {
      throw SamenessProblem("The index has no room for more papers.")
    }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var entries: [IndexSegment.Entry] = []
    for (index, paper) in batch.enumerated() {
      let number = UInt32(manifest.paperCount + index)
      for fingerprint in paper.fingerprints { entries.append(.init(fingerprint: fingerprint, paper: number)) }
    }
    entries.sort { ($0.fingerprint, $0.paper) < ($1.fingerprint, $1.paper) }
    var next = manifest
    try append(batch, to: &next)
    let name = "segment-\(next.nextSegment).bin"
    next.nextSegment += 1
    try SegmentWriter.write(count: entries.count, to: folder.appending(path: name)) { writer in
      for entry in entries { try writer.append(entry) }
    }
    next.segments.append(name)
    let merged = try mergeAlike(&next)
    let data = try JSONEncoder().encode(next)
    try data.write(to: folder.appending(path: "index.json"), options: .atomic)
    for name in merged { try? FileManager.default.removeItem(at: folder.appending(path: name)) }
    self = try SamenessIndex(folder: folder.path)
  }

  private func append(_ batch: [Paper], to manifest: inout Manifest) throws {
    var records = Data()
    var text = Data()
    for paper in batch {
      let name = Data(paper.name.utf8)
      let words = [
        UInt64(manifest.nameBytes + text.count), UInt64(name.count) << 32 | UInt64(paper.fingerprints.count),
        Self.digest(paper.fingerprints),
      ]
      for word in words {
        var little = word.littleEndian
        withUnsafeBytes(of: &little) { records.append(contentsOf: $0) }
      }
      text.append(name)
    }
    try Self.write(records, to: folder.appending(path: "papers.bin"), at: manifest.paperCount * Self.recordBytes)
    try Self.write(text, to: folder.appending(path: "names.txt"), at: manifest.nameBytes)
    manifest.paperCount += batch.count
    manifest.nameBytes += text.count
  }

  /// What stands behind the place was never part of the index.
  private static func write(_ data: Data, to url: URL, at offset: Int) throws {
    if !FileManager.default.fileExists(atPath: url.path) { _ = FileManager.default.createFile(atPath: url.path, contents: nil) }
    let handle = try FileHandle(forWritingTo: url)
    defer { try? handle.close() }
    try handle.truncate(atOffset: UInt64(offset))
    try handle.seek(toOffset: UInt64(offset))
    try handle.write(contentsOf: data)
    try handle.synchronize()
  }

  /// Merges the last segments while the one before is less than four times as large. Returns the names of those merged.
  private func mergeAlike(_ manifest: inout Manifest) throws -> [String] {
    var merged: [String] = []
    while manifest.segments.count >= 2 {
      let pair = Array(manifest.segments.suffix(2))
      guard let older = IndexSegment(folder.appending(path: pair[0])), let newer = IndexSegment(folder.appending(path: pair[1]))
      else { throw SamenessProblem("\(folder.path): a segment is damaged. Make the index anew from its papers.") }
      guard older.entryCount < newer.entryCount * 4 else { break }
      let name = "segment-\(manifest.nextSegment).bin"
      manifest.nextSegment += 1
      try SegmentMerge.merge(older, newer, to: folder.appending(path: name))
      manifest.segments.removeLast(2)
      manifest.segments.append(name)
      merged += pair
    }
    return merged
  }
}
