internal import Yams

/// A chair's moving of a date. A noun to hang ids on.
public enum DateChange {}

/// A date of the call.
public enum CallDate: Hashable, Sendable {
  case submissionOpens, registration, submissionCloses
  case biddingOpens, biddingCloses
  case reviewingOpens, reviewingCloses
  /// Of a further round, by its key.
  case roundOpens(String), roundDue(String)
  case responseOpens, responseCloses
  case discussionOpens, discussionCloses
  case notification, cameraReady

  /// Every date this calendar has, with its moment.
  public static func moments(in calendar: Calendar) -> [(date: CallDate, moment: Instant)] {
    let rounds = calendar.rounds.flatMap { [CallDate.roundOpens($0.key), .roundDue($0.key)] }
    return (untilReviewed + rounds + afterwards).compactMap { date in date.moment(in: calendar).map { (date, $0) } }
  }

  /// Those with fixed keys, before and after what concerns rounds.
  private static let untilReviewed: [CallDate] = [
    .submissionOpens, .registration, .submissionCloses, .biddingOpens, .biddingCloses, .reviewingOpens, .reviewingCloses,
  ]
  private static let afterwards: [CallDate] = [
    .responseOpens, .responseCloses, .discussionOpens, .discussionCloses, .notification, .cameraReady,
  ]

  /// The keys that lead to it in the call file's calendar, with dots between them.
  public var keys: String {
    switch self {
    case .submissionOpens: "submission.opens"
    case .registration: "registration"
    case .submissionCloses: "submission.closes"
    case .biddingOpens: "bidding.opens"
    case .biddingCloses: "bidding.closes"
    case .reviewingOpens: "reviewing.opens"
    case .reviewingCloses: "reviewing.closes"
    case .roundOpens(let round): "rounds.\(round).opens"
    case .roundDue(let round): "rounds.\(round).due"
    case .responseOpens: "response.opens"
    case .responseCloses: "response.closes"
    case .discussionOpens: "discussion.opens"
    case .discussionCloses: "discussion.closes"
    case .notification: "notification"
    case .cameraReady: "camera-ready"
    }
  }

  /// Nil when no date has such keys.
  public init?(keys: String) {
    let parts = keys.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if let date = (Self.untilReviewed + Self.afterwards).first(where: { $0.keys == keys }) {
      self = date
    } else if parts.count == 3, parts[0] == "rounds", parts[2] == "opens" {
      self = .roundOpens(parts[1])
    } else if parts.count == 3, parts[0] == "rounds", parts[2] == "due" {
      self = .roundDue(parts[1])
    } else {
      return nil
    }
  }

  public var name: String {
    switch self {
    case .submissionOpens: "Submissions open"
    case .registration: "Registration closes"
    case .submissionCloses: "Papers are due"
    case .biddingOpens: "Bidding opens"
    case .biddingCloses: "Bidding closes"
    case .reviewingOpens: "Reviewing begins"
    case .reviewingCloses: "Reviews are due"
    case .roundOpens(let round): "Round \(round) of reviews begins"
    case .roundDue(let round): "Reviews of round \(round) are due"
    case .responseOpens: "Reviews are shown to authors"
    case .responseCloses: "Author responses are due"
    case .discussionOpens: "Discussion begins"
    case .discussionCloses: "Discussion ends"
    case .notification: "Authors are notified"
    case .cameraReady: "Final versions are due"
    }
  }

  /// Nil when the call has no such date.
  public func moment(in calendar: Calendar) -> Instant? {
    switch self {
    case .submissionOpens: calendar.submission.opens
    case .registration: calendar.registration
    case .submissionCloses: calendar.submission.closes
    case .biddingOpens: calendar.bidding.opens
    case .biddingCloses: calendar.bidding.closes
    case .reviewingOpens: calendar.reviewing.opens
    case .reviewingCloses: calendar.reviewing.closes
    case .roundOpens(let round): calendar.rounds.first { $0.key == round }?.opens
    case .roundDue(let round): calendar.rounds.first { $0.key == round }?.due
    case .responseOpens: calendar.response.opens
    case .responseCloses: calendar.response.closes
    case .discussionOpens: calendar.discussion.opens
    case .discussionCloses: calendar.discussion.closes
    case .notification: calendar.notification
    case .cameraReady: calendar.cameraReady
    }
  }

  /// Contacts of papers that are drafts yet or in the process.
  public var bindsAuthors: Bool {
    switch self {
    case .submissionOpens, .registration, .submissionCloses, .responseOpens, .responseCloses, .notification, .cameraReady: true
    case .biddingOpens, .biddingCloses, .reviewingOpens, .reviewingCloses, .roundOpens, .roundDue, .discussionOpens,
      .discussionCloses:
      false
    }
  }

  public var bindsReviewers: Bool { !bindsAuthors }

  /// A moment as a call file writes it, in the call's zone or one of its own. Refuses `invalid` with what would be right.
  public static func read(_ text: String, in call: Call) throws(Refusal) -> Instant {
    switch CallFileDate.read(text, zone: Zone(call.timeZone) ?? .utc) {
    case .success(let moment): return moment
    case .failure(let mistake): throw .invalid([FieldProblem("to", sentence(mistake.message))])
    }
  }

  /// What a call file is told of a date, as a sentence for a page: with quotation marks for those of code.
  private static func sentence(_ message: String) -> String {
    var text = ""
    for (index, part) in message.split(separator: "`", omittingEmptySubsequences: false).enumerated() {
      if index > 0 { text += index.isMultiple(of: 2) ? "”" : "“" }
      text.append(contentsOf: part)
    }
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}

extension CallFile {
  /// The text with another moment at one of its dates and everything else as it was written; nil when the date can't be found as it
  /// stands there.
  public static func moving(_ date: CallDate, to moment: Instant, in text: String) -> String? {
    let keys = ["calendar"] + date.keys.split(separator: ".").map(String.init)
    guard let root = try? Yams.compose(yaml: text),
      let node = keys.reduce(Node?.some(root), { $0?[$1] }), case .scalar(let scalar) = node, let mark = node.mark
    else { return nil }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.unicodeScalars) }
    guard mark.line >= 1, mark.line <= lines.count, mark.column >= 1 else { return nil }
    let line = lines[mark.line - 1]
    let quote: [Unicode.Scalar] =
      switch scalar.style {
      case .singleQuoted: ["'"]
      case .doubleQuoted: ["\""]
      default: []
      }
    let written = quote + Array(scalar.string.unicodeScalars) + quote
    let rest = line.dropFirst(mark.column - 1)
    guard rest.starts(with: written) else { return nil }
    lines[mark.line - 1] =
      Array(line.prefix(mark.column - 1)) + Array(moment.utc.unicodeScalars) + Array(rest.dropFirst(written.count))
    return lines.map { line in String(String.UnicodeScalarView(line)) }.joined(separator: "\n")
  }
}
