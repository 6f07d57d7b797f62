/// What the inspector saw in one archive. Values only; nothing here was decided yet.
public struct ArchiveInspection: Hashable, Sendable {
  public let entries: [Entry]
  /// `notArchive`, `damaged` or `tooLarge`; nil when it was read to its end.
  public let error: String?
  /// Something in it was left unread, such as archives within archives within archives.
  public let isCut: Bool
  public let ending: Inspection.Ending
  public let cpuMicroseconds: Int?
  public let peakBytes: Int?

  public struct Entry: Hashable, Sendable {
    /// From the top of the archive; what stands in an archive within it has that one's path and `!/` before its own.
    public let path: String
    /// `file`, `folder`, `link` or `other`.
    public let kind: String
    /// `text`, `pdf`, `archive` or `binary`; empty for what is no file.
    public let content: String
    public let owner: String
    public let group: String
    public let linkTarget: String
    public let isEncrypted: Bool
    /// The words of a text, and the printable parts of anything else.
    public let text: String
    /// A PDF's own inspection.
    public let paper: Inspection?
  }

  /// Reads the inspector's records. Never fails, as `Inspection.init(jsonLines:)` doesn't.
  public init(jsonLines: [UInt8]) {
    var entries: [(record: JSONValue, paper: [UInt8])] = []
    var archive: JSONValue?
    var end: JSONValue?
    var stopped: String?
    for line in jsonLines.split(separator: UInt8(ascii: "\n")) {
      // A paper's records are read by the inspection of that paper.
      if ["document", "page", "fonts"].contains(where: { line.starts(with: "{\"record\":\"\($0)\"".utf8) }) {
        if !entries.isEmpty { entries[entries.count - 1].paper += line + [UInt8(ascii: "\n")] }
        continue
      }
      guard let record = JSONReading.value(of: line) else { continue }
      switch record["record"]?.text {
      case "entry": entries.append((record, []))
      case "archive": archive = archive ?? record
      case "stopped": stopped = record["reason"]?.text ?? ""
      case "end": end = record
      default: continue
      }
    }
    // What ended the reading of the archive is told once, by the archive.
    let whole = Array("{\"record\":\"end\",\"truncated\":false}\n".utf8)
    self.entries = entries.map { Entry($0.record, paper: $0.paper.isEmpty ? nil : Inspection(jsonLines: $0.paper + whole)) }
    error = archive?["error"]?.text
    isCut = archive?["cut"]?.isTrue ?? false
    let isTruncated = end?["truncated"]?.isTrue ?? false
    ending = stopped.map { .stopped($0) } ?? (end == nil || archive == nil ? .missing : isTruncated ? .truncated : .complete)
    cpuMicroseconds = end?["cpuMicroseconds"]?.integer
    peakBytes = end?["peakBytes"]?.integer
  }
}

extension ArchiveInspection.Entry {
  fileprivate init(_ record: JSONValue, paper: Inspection?) {
    self.init(
      path: record["path"]?.text ?? "", kind: record["kind"]?.text ?? "", content: record["content"]?.text ?? "",
      owner: record["owner"]?.text ?? "", group: record["group"]?.text ?? "", linkTarget: record["link"]?.text ?? "",
      isEncrypted: record["encrypted"]?.isTrue ?? false, text: record["text"]?.text ?? "", paper: paper)
  }
}
