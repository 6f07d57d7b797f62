import HTTPTypes
import Hummingbird
import PeerReview

/// A page that stands for something that didn't happen. Holds all that its HTML may depend on.
enum ErrorPage: Hashable, Sendable {
  case notFound
  /// Declined, for a reason people can understand. Deadlines are told with the server's time.
  case refused(Refusal, serverTime: Instant)
  /// A form without this browser's token. `typed` is what it held, to be kept by hand; see `StaleForm`.
  case staleForm(typed: [String])
  /// The address exists, the method doesn't.
  case methodNotAllowed
  /// The request can't be understood.
  case badRequest
  /// Reads are put off so that writes are served.
  case busy(retryAfterSeconds: Int)
  /// Something broke; the reference finds it in the log.
  case fault(reference: String)

  /// The one map from refusals to HTTP.
  var status: HTTPResponse.Status {
    switch self {
    case .notFound: .notFound
    case .staleForm: .unprocessableContent
    case .methodNotAllowed: .methodNotAllowed
    case .badRequest: .badRequest
    case .busy: .serviceUnavailable
    case .fault: .internalServerError
    case .refused(let refusal, _):
      switch refusal {
      case .notFound: .notFound
      case .notYetOpen, .closed, .notYours, .conflicted: .forbidden
      case .invalid: .unprocessableContent
      case .stale: .conflict
      case .tooLarge: .contentTooLarge
      case .tooMany: .tooManyRequests
      case .unavailable: .serviceUnavailable
      }
    }
  }

  /// When to try again, for the answers that say so.
  var retryAfterSeconds: Int? {
    switch self {
    case .busy(let seconds), .refused(.tooMany(let seconds), _): seconds
    case .refused(.unavailable, _): 10
    default: nil
    }
  }

  /// The word a program can act on.
  var word: String {
    switch self {
    case .notFound: "not-found"
    case .staleForm: "invalid"
    case .methodNotAllowed: "method-not-allowed"
    case .badRequest: "bad-request"
    case .busy: "busy"
    case .fault: "fault"
    case .refused(let refusal, _):
      switch refusal {
      case .notFound: "not-found"
      case .notYetOpen: "not-yet-open"
      case .closed: "closed"
      case .notYours: "not-yours"
      case .conflicted: "conflicted"
      case .invalid: "invalid"
      case .stale: "stale"
      case .tooLarge: "too-large"
      case .tooMany: "too-many"
      case .unavailable: "unavailable"
      }
    }
  }
}

/// The same for programs.
struct ErrorAnswer: Encodable {
  struct Problem: Encodable {
    let field: String
    let message: String
  }

  let error: String
  var opensMicroseconds: Int64?
  var closedMicroseconds: Int64?
  var serverTimeMicroseconds: Int64?
  var limitBytes: Int64?
  var retryAfterSeconds: Int?
  var problems: [Problem]?
  var reference: String?

  init(_ page: ErrorPage) {
    error = page.word
    retryAfterSeconds = page.retryAfterSeconds
    switch page {
    case .fault(let reference):
      self.reference = reference
    case .refused(let refusal, let serverTime):
      switch refusal {
      case .notYetOpen(let opens):
        opensMicroseconds = opens.microseconds
        serverTimeMicroseconds = serverTime.microseconds
      case .closed(let since):
        closedMicroseconds = since.microseconds
        serverTimeMicroseconds = serverTime.microseconds
      case .invalid(let found): problems = found.map { Problem(field: $0.field, message: $0.message) }
      case .tooLarge(let limit): limitBytes = limit
      case .notFound, .notYours, .conflicted, .stale, .tooMany, .unavailable: break
      }
    case .staleForm: problems = [Problem(field: FormToken.fieldName, message: StaleForm.sentence)]
    case .notFound, .methodNotAllowed, .badRequest, .busy: break
    }
  }
}
