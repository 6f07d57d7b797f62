import HTTPTypes
import Hummingbird
import NIOCore
import NIOFileSystem

/// A stored file as it is sent: never run, never framed, under a name we made.
struct StoredFile: Sendable {
  enum Kind: Hashable, Sendable {
    /// Shown by the browser's own viewer.
    case pdf
    /// Anything else: only ever saved.
    case attachment
  }

  let kind: Kind
  /// As `SafeFileName` made it.
  let name: SafeFileName
  let sizeBytes: Int64
  /// Hexadecimal; names the content, so it is its own `ETag`.
  let sha256: String
  /// Hands the bytes of the range, in order, to the second closure.
  let read: @Sendable (Range<Int64>, (ByteBuffer) async throws -> Void) async throws -> Void

  init(
    kind: Kind, name: SafeFileName, sizeBytes: Int64, sha256: String,
    read: @escaping @Sendable (Range<Int64>, (ByteBuffer) async throws -> Void) async throws -> Void
  ) {
    self.kind = kind
    self.name = name
    self.sizeBytes = sizeBytes
    self.sha256 = sha256
    self.read = read
  }

  /// A file on this machine, read in chunks off the event loops.
  init(kind: Kind, name: SafeFileName, sizeBytes: Int64, sha256: String, path: String) {
    self.init(kind: kind, name: name, sizeBytes: sizeBytes, sha256: sha256) { range, take in
      guard !range.isEmpty else { return }
      try await FileSystem.shared.withFileHandle(forReadingAt: FilePath(path)) { handle in
        var left = range.upperBound - range.lowerBound
        for try await chunk in handle.readChunks(in: range, chunkLength: .kibibytes(128)) {
          left -= Int64(chunk.readableBytes)
          try await take(chunk)
        }
        guard left == 0 else { throw ShorterThanRecorded() }
      }
    }
  }

  /// The file ends before the size its row tells.
  struct ShorterThanRecorded: Error {}

  static let contentPolicy = "sandbox; default-src 'none'; frame-ancestors 'none'"

  /// The whole file, the one range asked for, or 304 when the browser has it.
  func response(to request: Request) -> Response {
    var headers: HTTPFields = [
      .eTag: "\"\(sha256)\"", .acceptRanges: "bytes", .contentSecurityPolicy: Self.contentPolicy,
      .cacheControl: "no-store",
      .contentType: kind == .pdf ? "application/pdf" : "application/octet-stream",
      .contentDisposition: "\(kind == .pdf ? "inline" : "attachment"); filename=\"\(name.text)\"",
    ]
    let known = HTTPHeaderList.values(request.headers[values: .ifNoneMatch])
    if known.contains("\"\(sha256)\"") || known.contains("W/\"\(sha256)\"") || known == ["*"] {
      return Response(status: .notModified, headers: headers)
    }
    var asked = RangeRequest(header: request.headers[.range], sizeBytes: sizeBytes)
    if let condition = request.headers[.ifRange], condition != "\"\(sha256)\"" { asked = .whole }
    switch asked {
    case .whole:
      return Response(status: .ok, headers: headers, body: body(0..<max(0, sizeBytes)))
    case .part(let range):
      headers[.contentRange] = "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(sizeBytes)"
      return Response(status: .partialContent, headers: headers, body: body(range))
    case .unsatisfiable:
      headers[.contentRange] = "bytes */\(sizeBytes)"
      return Response(status: .rangeNotSatisfiable, headers: headers)
    }
  }

  private func body(_ range: Range<Int64>) -> ResponseBody {
    ResponseBody(contentLength: Int(range.upperBound - range.lowerBound)) { [read] writer in
      var copy = writer
      try await read(range) { chunk in try await copy.write(chunk) }
      try await copy.finish(nil)
    }
  }
}

/// A file name made of parts we choose: ASCII letters, digits, `-`, `_` and dots between them.
struct SafeFileName: Hashable, Sendable {
  let text: String

  /// - Parameters:
  ///   - stem: what it is, as `submission-17-v3`; every other character becomes `-`.
  ///   - suffix: letters and digits, as `pdf`.
  init(_ stem: String, suffix: String) {
    let allowed: (UInt8) -> Bool = { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D || byte == 0x5F
    }
    let safeStem = String(decoding: stem.utf8.prefix(96).map { allowed($0) ? $0 : 0x2D }, as: UTF8.self)
    let safeSuffix = String(decoding: suffix.utf8.prefix(8).filter(allowed), as: UTF8.self)
    text = (safeStem.isEmpty ? "file" : safeStem) + (safeSuffix.isEmpty ? "" : "." + safeSuffix)
  }
}
