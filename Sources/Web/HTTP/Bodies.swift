import HTTPTypes
import Hummingbird
import NIOHTTP1
import PeerReview

/// A request body of which some chunks were read already: yields those again, then the rest. Can be read once.
struct ReplayedBody: AsyncSequence, Sendable {
  typealias Element = ByteBuffer

  private let read: [ByteBuffer]
  private let rest: Handover<RequestBody.AsyncIterator>

  init(read: [ByteBuffer], rest: sending RequestBody.AsyncIterator) {
    self.read = read
    self.rest = Handover(rest)
  }

  func makeAsyncIterator() -> Iterator {
    Iterator(read: read[...], rest: rest.take())
  }

  struct Iterator: AsyncIteratorProtocol {
    fileprivate var read: ArraySlice<ByteBuffer>
    fileprivate var rest: RequestBody.AsyncIterator?

    mutating func next() async throws -> ByteBuffer? {
      if let chunk = read.popFirst() { return chunk }
      return try await rest?.next()
    }
  }
}

/// Counts the bytes of a body as they arrive and refuses the first one beyond the limit.
struct CountedBody {
  private var chunks: RequestBody.AsyncIterator
  private let limitBytes: Int64
  private let toldLimitBytes: Int64
  private(set) var sizeBytes: Int64 = 0

  /// - Parameters:
  ///   - limitBytes: how much may arrive.
  ///   - toldLimitBytes: the limit named in the refusal; differs where the body wraps what is limited.
  init(_ body: RequestBody, limitBytes: Int64, toldLimitBytes: Int64? = nil) {
    chunks = body.makeAsyncIterator()
    self.limitBytes = limitBytes
    self.toldLimitBytes = toldLimitBytes ?? limitBytes
  }

  /// The next chunk, or `nil` when the client sent everything.
  mutating func next() async throws -> ByteBuffer? {
    guard let chunk = try await chunks.nextArrived() else { return nil }
    let (sum, overflow) = sizeBytes.addingReportingOverflow(Int64(chunk.readableBytes))
    if overflow || sum > limitBytes { throw Refusal.tooLarge(limitBytes: toldLimitBytes) }
    sizeBytes = sum
    return chunk
  }
}

extension RequestBody.AsyncIterator {
  /// The next chunk. A connection that breaks is the client's doing: a refusal nobody reads, not a fault of ours.
  mutating func nextArrived() async throws -> ByteBuffer? {
    do {
      return try await next()
    } catch let error as HTTPParserError {
      // Hummingbird closes the connection on these.
      throw error
    } catch let error as CancellationError {
      throw error
    } catch {
      throw Refusal.incomplete
    }
  }
}

extension Request {
  /// What `Content-Length` announces; `nil` when the body is chunked or absent.
  var announcedBytes: Int64? {
    headers[.contentLength].flatMap { Int64($0) }
  }

  /// Reads the whole body into memory. Refuses more than `limitBytes`, before reading when the length is announced,
  /// and a body shorter than announced.
  func readBody(limitBytes: Int64) async throws -> ByteBuffer {
    let announced = announcedBytes
    if let announced, announced > limitBytes { throw Refusal.tooLarge(limitBytes: limitBytes) }
    var body = CountedBody(self.body, limitBytes: limitBytes)
    var whole = ByteBuffer()
    while var chunk = try await body.next() {
      whole.writeBuffer(&chunk)
    }
    if let announced, announced > body.sizeBytes { throw Refusal.incomplete }
    return whole
  }
}

extension Refusal {
  /// The connection ended before everything announced had arrived.
  static var incomplete: Refusal {
    .invalid([FieldProblem("", "The upload arrived incomplete. Please send it again.")])
  }
}
