public import PeerReview

/// The outcome with the reviews as authors may read them.
public struct DecisionLetter: Letter {
  public let head: Letterhead
  public let number: SubmissionNumber
  public let title: String
  public let track: String
  /// The decision kind's label, such as "Accept".
  public let decision: String
  public let accepts: Bool
  /// The chairs' words; may be empty.
  public let note: String
  /// As far as it is for authors; empty where there is none.
  public let metareview: String
  public let reviews: [ReviewCard]
  public let path: String
  /// When the final version of an accepted paper is due; nil where none is asked for.
  public let finalDue: Instant?
  public init(
    head: Letterhead, number: SubmissionNumber, title: String, track: String, decision: String, accepts: Bool, note: String,
    metareview: String = "", reviews: [ReviewCard], path: String, finalDue: Instant? = nil
  ) {
    self.head = head
    self.number = number
    self.title = title
    self.track = track
    self.decision = decision
    self.accepts = accepts
    self.note = note
    self.metareview = metareview
    self.reviews = reviews
    self.path = path
    self.finalDue = finalDue
  }

  public static let tells: Set<Secret> = [.submission, .decision, .reviews]

  public var subject: String { head.subject("\(decision): \(paper(number, title))") }

  public var body: String {
    compose(
      head,
      [
        accepts
          ? "We are glad to tell you that \(paper(number, title)) is accepted to the \(oneLine(track)) of \(head.conference)."
          : "We are sorry to tell you that \(paper(number, title)) is not accepted to the \(oneLine(track)) of "
            + "\(head.conference).",
        "Decision: \(oneLine(decision))",
        note,
        accepts ? finalDue.map { "The final version is due \(told($0)). Its form is at\n\(head.address(path))/final" } : nil,
        metareview.isEmpty ? nil : "Meta-review\n" + wrapped(metareview, indent: "  "),
        reviews.isEmpty ? nil : "The reviews follow. They are also at\n\(head.address(path))",
      ] + reviews.map(text))
  }

  private func text(of review: ReviewCard) -> String {
    let scores = review.scores.map { "\($0.label): \($0.value) of \($0.maximum) (\($0.meaning))" }
    let texts = review.texts.map { "\n\($0.label)\n" + wrapped($0.text, indent: "  ") }
    return ([review.heading, String(repeating: "-", count: review.heading.count)] + scores + texts).joined(separator: "\n")
  }
}
