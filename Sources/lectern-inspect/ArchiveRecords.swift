/// Prints what an archive holds, for screening: a record for each entry with what can be read in it, the records of a PDF right
/// behind its entry, and a last one that tells how it ended.
struct ArchiveRecords {
  private static let headBytes = 4 << 20
  private static let documentBytes = 64 << 20
  private static let textBytes = 256 << 10
  private static let stringsBytes = 64 << 10
  private static let pagesPerPaper = 60
  private static let depthLimit = 2

  private var entryCount = 0
  private var isCut = false
  private let output: UnsafeMutablePointer<RecordOutput>

  /// The record of an archive that can't be opened at all.
  static func failure(_ error: String, sizeBytes: Int) -> JSONText {
    var record = JSONText(record: "archive")
    record.field("format", 1)
    record.field("sizeBytes", sizeBytes)
    record.field("error", error)
    record.close()
    return record
  }

  /// Writes all records but the end record.
  static func write(_ bytes: [UInt8], into output: inout RecordOutput) {
    withUnsafeMutablePointer(to: &output) { output in
      var records = ArchiveRecords(output: output)
      let ending = records.entries(of: bytes, within: "", depth: 0)
      var record = JSONText(record: "archive")
      record.field("format", 1)
      record.field("sizeBytes", bytes.count)
      record.field("entries", records.entryCount)
      if let error = ending { record.field("error", error) }
      if records.isCut { record.field("cut", true) }
      record.close()
      output.pointee.write(record)
    }
  }

  private init(output: UnsafeMutablePointer<RecordOutput>) { self.output = output }

  /// What went wrong: `notArchive`, `damaged`, `tooLarge`; nil when all was read.
  private mutating func entries(of bytes: [UInt8], within outer: String, depth: Int) -> String? {
    guard let reading = ArchiveReading(bytes) else { return "notArchive" }
    let ending = reading.forEach { entry, read in describe(entry, outer + entry.path, depth: depth, read) }
    switch ending {
    case .complete: return nil
    case .damaged: return "damaged"
    case .tooLarge: return "tooLarge"
    }
  }

  private mutating func describe(_ entry: ArchiveReading.Entry, _ path: String, depth: Int, _ read: (Int) -> [UInt8]) {
    entryCount += 1
    var record = JSONText(record: "entry")
    record.field("path", path)
    record.field("kind", entry.kind.rawValue)
    record.field("sizeBytes", entry.sizeBytes)
    if !entry.owner.isEmpty { record.field("owner", entry.owner) }
    if !entry.group.isEmpty { record.field("group", entry.group) }
    if !entry.linkTarget.isEmpty { record.field("link", entry.linkTarget) }
    if entry.isEncrypted { record.field("encrypted", true) }
    guard entry.kind == .file, !entry.isEncrypted else {
      record.close()
      return put(record)
    }
    let content = read(Self.documentBytes)
    let kind = EntryContent(content)
    record.field("content", kind.word)
    switch kind {
    case .text: record.field("text", EntryContent.text(content.prefix(Self.textBytes), isMarkup: EntryContent.isMarkup(path)))
    case .binary: record.field("text", EntryContent.strings(content.prefix(Self.headBytes), limitBytes: Self.stringsBytes))
    case .paper, .archive: break
    }
    if kind == .text, content.count > Self.textBytes { record.field("cut", true) }
    record.close()
    put(record)
    if kind == .paper { paper(content) }
    if kind == .archive { inner(content, path, depth: depth) }
  }

  private mutating func paper(_ content: [UInt8]) {
    // The rest of the archive has to be looked through as well.
    guard ArchiveReading.cpuSeconds < 5 else { return isCut = true }
    inspectPaper(content, pageLimit: Self.pagesPerPaper, into: &output.pointee)
  }

  /// Whatever is wrong with an archive within, it is not taken along; what could be read of it counts.
  private mutating func inner(_ content: [UInt8], _ path: String, depth: Int) {
    guard depth < Self.depthLimit else { return isCut = true }
    if let error = entries(of: content, within: path + "!/", depth: depth + 1), error != "notArchive" { isCut = true }
  }

  private mutating func put(_ record: JSONText) {
    if !output.pointee.write(record) { isCut = true }
  }
}
