import HTTPTypes
import Hummingbird
import PeerReview
import Synchronization

/// Streams a `multipart/form-data` request body part by part with flat memory.
///
/// One reader at a time: a second call while one is waiting is a fault.
final class MultipartReader: Sendable {
  private struct Reading {
    var parser: MultipartParser
    var body: CountedBody
    let announcedBytes: Int64?
    var inPart = false

    mutating func next() async throws -> MultipartParser.Event {
      while true {
        let event = try parser.next()
        switch event {
        case .needsMore:
          guard let chunk = try await body.next() else { throw Refusal.incomplete }
          parser.feed(chunk)
        case .end:
          while try await body.next() != nil {}
          if let announcedBytes, announcedBytes > body.sizeBytes { throw Refusal.incomplete }
          return .end
        case .part:
          inPart = true
          return event
        case .partEnd:
          inPart = false
          return event
        case .chunk:
          return event
        }
      }
    }
  }

  /// Someone read the same body from two places at once.
  struct ReadTwice: Error {}

  private let turn: Mutex<Handover<Reading>?>

  /// Refuses a request that isn't `multipart/form-data`, and at once one whose announced length is beyond the limit.
  ///
  /// - Parameters:
  ///   - limitBytes: the whole body, enforced while streaming.
  ///   - toldLimitBytes: the limit named in the refusal, when it is one file's limit that matters to people.
  init(
    _ request: Request, limitBytes: Int64, toldLimitBytes: Int64? = nil, limits: MultipartLimits = MultipartLimits()
  ) throws(Refusal) {
    guard let boundary = try request.multipartBoundary() else { throw Refusal.malformedForm }
    let announced = request.announcedBytes
    if let announced, announced > limitBytes { throw Refusal.tooLarge(limitBytes: toldLimitBytes ?? limitBytes) }
    let reading = Reading(
      parser: try MultipartParser(boundary: boundary, limits: limits),
      body: CountedBody(request.body, limitBytes: limitBytes, toldLimitBytes: toldLimitBytes),
      announcedBytes: announced)
    turn = Mutex(Handover(reading))
  }

  /// The next part, after skipping what was left of the one before; `nil` after the last.
  func nextPart() async throws -> MultipartPart? {
    while true {
      switch try await nextEvent() {
      case .part(let part): return part
      case .chunk, .partEnd, .needsMore: continue
      case .end: return nil
      }
    }
  }

  /// The next bytes of the current part; `nil` at its end.
  func nextChunk() async throws -> ByteBuffer? {
    switch try await nextEvent(onlyInPart: true) {
    case .chunk(let chunk): chunk
    case .part, .partEnd, .needsMore, .end: nil
    }
  }

  private func nextEvent(onlyInPart: Bool = false) async throws -> MultipartParser.Event {
    let held = turn.withLock { held in
      let taken = held
      held = nil
      return taken
    }
    guard var reading = held?.take() else { throw ReadTwice() }
    if onlyInPart, !reading.inPart {
      giveBack(reading)
      return .partEnd
    }
    let event = try await reading.next()
    giveBack(reading)
    return event
  }

  private func giveBack(_ reading: sending Reading) {
    let next = Handover(reading)
    turn.withLock { $0 = next }
  }
}

/// The bytes of one uploaded file, as they arrive. Can be read once, and only before the reader moves on.
struct FileChunks: AsyncSequence, Sendable {
  typealias Element = ByteBuffer

  fileprivate let reader: MultipartReader
  fileprivate let limitBytes: Int64

  init(_ reader: MultipartReader, limitBytes: Int64) {
    self.reader = reader
    self.limitBytes = limitBytes
  }

  func makeAsyncIterator() -> Iterator {
    Iterator(reader: reader, limitBytes: limitBytes)
  }

  struct Iterator: AsyncIteratorProtocol {
    fileprivate let reader: MultipartReader
    fileprivate let limitBytes: Int64
    private(set) var sizeBytes: Int64 = 0

    fileprivate init(reader: MultipartReader, limitBytes: Int64) {
      self.reader = reader
      self.limitBytes = limitBytes
    }

    /// Refuses the first byte beyond the file's limit.
    mutating func next() async throws -> ByteBuffer? {
      guard let chunk = try await reader.nextChunk() else { return nil }
      let (sum, overflow) = sizeBytes.addingReportingOverflow(Int64(chunk.readableBytes))
      if overflow || sum > limitBytes { throw Refusal.tooLarge(limitBytes: limitBytes) }
      sizeBytes = sum
      return chunk
    }
  }
}

extension Request {
  /// The boundary of a `multipart/form-data` body; `nil` when the body is something else.
  func multipartBoundary() throws(Refusal) -> String? {
    guard let type = headers[.contentType], mediaType == "multipart/form-data" else { return nil }
    guard let boundary = try HeaderParameters(type, expecting: "multipart/form-data").values["boundary"] else {
      throw Refusal.malformedForm
    }
    return boundary
  }

  /// `Content-Type` without its parameters, in lower case; empty when absent.
  var mediaType: String {
    (headers[.contentType] ?? "").split(separator: ";", maxSplits: 1).first.map { $0.trimmingSpaces.lowercased() } ?? ""
  }
}
