import NIOCore
import PeerReview

/// Bounds within which a `multipart/form-data` body is read.
struct MultipartLimits: Hashable, Sendable {
  /// Header lines of one part together.
  var headerBytes = 8_192
  var parts = 2_000
  /// What may stand before the first boundary.
  var preambleBytes = 1_024
}

/// Reads `multipart/form-data` (RFC 7578, RFC 2046 §5.1) from buffers that may be cut anywhere.
///
/// Holds at most one chunk, one boundary and one part's header lines. What is malformed is refused, never repaired.
struct MultipartParser {
  enum Event: Equatable {
    case part(MultipartPart)
    case chunk(ByteBuffer)
    case partEnd
    /// Nothing more can be told before `feed`.
    case needsMore
    /// The closing boundary was seen; what follows it is ignored.
    case end
  }

  private enum State {
    case preamble, afterBoundary, headers, body, epilogue
  }

  private let delimiter: [UInt8]
  private let limits: MultipartLimits
  private var state = State.preamble
  private var pending = ByteBuffer(string: "\r\n")
  private var parts = 0
  private var preambleBytes = 0

  /// Refuses boundaries that RFC 2046 doesn't allow (1 to 70 characters, printable).
  init(boundary: String, limits: MultipartLimits = MultipartLimits()) throws(Refusal) {
    let bytes = Array(boundary.utf8)
    guard (1...70).contains(bytes.count), bytes.allSatisfy({ (0x20...0x7E).contains($0) }), bytes.last != 0x20 else {
      throw Refusal.malformedForm
    }
    delimiter = Array("\r\n--".utf8) + bytes
    self.limits = limits
  }

  /// Adds bytes to read. Call it only after `needsMore`, so that memory stays flat.
  mutating func feed(_ chunk: ByteBuffer) {
    if pending.readableBytes == 0 {
      pending = chunk
    } else {
      var joined = ByteBuffer()
      joined.reserveCapacity(pending.readableBytes &+ chunk.readableBytes)
      joined.writeImmutableBuffer(pending)
      joined.writeImmutableBuffer(chunk)
      pending = joined
    }
  }

  mutating func next() throws(Refusal) -> Event {
    while true {
      switch state {
      case .preamble:
        guard try skipPreamble() else { return .needsMore }
      case .afterBoundary:
        guard try readAfterBoundary() else { return .needsMore }
      case .headers:
        guard let lines = try readHeaderLines() else { return .needsMore }
        state = .body
        return .part(try MultipartPart(headerLines: lines))
      case .body:
        return readBody()
      case .epilogue:
        pending.clear()
        return .end
      }
    }
  }

  private mutating func skipPreamble() throws(Refusal) -> Bool {
    let (free, found) = bytesBeforeDelimiter()
    // The line break that the parser put before the first byte isn't the client's.
    preambleBytes += free
    guard preambleBytes <= limits.preambleBytes else { throw Refusal.malformedForm }
    pending.moveReaderIndex(forwardBy: found ? free &+ delimiter.count : free)
    if found { state = .afterBoundary }
    return found
  }

  private mutating func readAfterBoundary() throws(Refusal) -> Bool {
    let view = pending.readableBytesView
    let padding = view.prefix { $0 == 0x20 || $0 == 0x09 }.count
    guard padding <= 64 else { throw Refusal.malformedForm }
    let two = Array(view.dropFirst(padding).prefix(2))
    guard two.count == 2 else { return false }
    if padding == 0, two == [0x2D, 0x2D] {
      state = .epilogue
    } else if two == [0x0D, 0x0A] {
      parts += 1
      guard parts <= limits.parts else { throw Refusal.malformedForm }
      // The line break stays: header lines then end at the first empty line even when there are none.
      pending.moveReaderIndex(forwardBy: padding)
      state = .headers
    } else {
      throw Refusal.malformedForm
    }
    return true
  }

  private mutating func readHeaderLines() throws(Refusal) -> [UInt8]? {
    let end: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]
    let view = pending.readableBytesView
    var from = view.startIndex
    while let mark = view[from...].firstIndex(of: 0x0D) {
      if view[mark...].starts(with: end) {
        let length = view.distance(from: view.startIndex, to: mark)
        guard length <= limits.headerBytes else { throw Refusal.malformedForm }
        let lines = Array(view[view.startIndex..<mark])
        pending.moveReaderIndex(forwardBy: length &+ end.count)
        return lines
      }
      from = view.index(after: mark)
    }
    guard view.count <= limits.headerBytes else { throw Refusal.malformedForm }
    return nil
  }

  private mutating func readBody() -> Event {
    let (free, found) = bytesBeforeDelimiter()
    if free > 0, let slice = pending.readSlice(length: free) { return .chunk(slice) }
    guard found else { return .needsMore }
    pending.moveReaderIndex(forwardBy: delimiter.count)
    state = .afterBoundary
    return .partEnd
  }

  /// How many leading bytes can't belong to a delimiter, and whether a whole one follows them.
  private func bytesBeforeDelimiter() -> (free: Int, found: Bool) {
    let view = pending.readableBytesView
    var from = view.startIndex
    while let mark = view[from...].firstIndex(of: 0x0D) {
      let candidate = view[mark...].prefix(delimiter.count)
      if delimiter.starts(with: candidate) {
        return (view.distance(from: view.startIndex, to: mark), candidate.count == delimiter.count)
      }
      from = view.index(after: mark)
    }
    return (view.count, false)
  }
}

extension Refusal {
  /// The form's bytes don't follow the standard, or exceed what any page here sends.
  static var malformedForm: Refusal {
    .invalid([FieldProblem("", "The form could not be read. Please reload the page and send it again.")])
  }
}
