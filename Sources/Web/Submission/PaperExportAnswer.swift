import Conference
import FoundationEssentials
import HTTPTypes
import Hummingbird
import Logging
import Pages

extension Response {
  /// A list of papers as a file, which is sent while it is read. When reading fails on the way the connection ends without the last
  /// chunk, so that nobody takes what came for all of it.
  static func papers(_ export: PaperExport, as format: ListFormat, _ logger: Logger) -> Response {
    let body = ResponseBody { writer in
      var writer = writer
      var text = PaperText(format)
      var isWriting = false
      do {
        try await export.eachPart { part in
          let bytes = try text.part(part)
          isWriting = true
          // An empty chunk would be the last.
          if !bytes.isEmpty { try await writer.write(ByteBuffer(bytes: bytes)) }
          isWriting = false
        }
      } catch {
        // Nobody answers an error any more; that a browser went away is none.
        if !isWriting {
          logger.error("fault", metadata: ["path": "/chair/submissions", "error": "\(String(reflecting: error))"])
        }
        throw error
      }
      if !text.end.isEmpty { try await writer.write(ByteBuffer(string: text.end)) }
      try await writer.finish(nil)
    }
    return switch format {
    case .csv: .file(named: "submissions.csv", type: "text/csv; charset=utf-8", body)
    case .json: Response(status: .ok, headers: [.contentType: "application/json"], body: body)
    }
  }
}

/// What the parts of a list become, one after the other.
private struct PaperText {
  private let format: ListFormat
  private var isBegun = false
  private let encoder = JSONEncoder()

  init(_ format: ListFormat) {
    self.format = format
    encoder.outputFormatting = .sortedKeys
  }

  var end: String { format == .json ? "]" : "" }

  mutating func part(_ table: PaperTable) throws -> [UInt8] {
    defer { isBegun = true }
    switch format {
    case .csv: return Array((isBegun ? table.csvLines : table.csv).utf8)
    case .json:
      // Without the brackets of the part: they stand round the whole.
      let entries = try encoder.encode(table.entries).dropFirst().dropLast()
      return Array((isBegun ? entries.isEmpty ? "" : "," : "[").utf8) + entries
    }
  }
}
