public import PeerReview

/// A submitted review as one viewer may read it.
public struct ReviewCard: Hashable, Sendable {
  /// "Reviewer 2", or a name where the viewer may know it.
  public let heading: String
  public let scores: [Score]
  public let texts: [LabelledText]
  public let submittedAt: Instant?
  public let version: Int
  public init(heading: String, scores: [Score], texts: [LabelledText], submittedAt: Instant?, version: Int = 1) {
    self.heading = heading
    self.scores = scores
    self.texts = texts
    self.submittedAt = submittedAt
    self.version = version
  }

  public struct Score: Hashable, Sendable {
    public let label: String
    public let value: Int
    public let maximum: Int
    public let meaning: String
    public init(label: String, value: Int, maximum: Int, meaning: String) {
      self.label = label
      self.value = value
      self.maximum = maximum
      self.meaning = meaning
    }
  }

  /// Labels the answers by the form; questions without an answer are left out. Give it only what the viewer may read.
  public init(heading: String, answers: ReviewAnswers, form: ReviewForm, submittedAt: Instant?, version: Int = 1) {
    self.heading = heading
    self.submittedAt = submittedAt
    self.version = version
    scores = form.scored.compactMap { criterion in
      guard let value = answers.scores[criterion.key] else { return nil }
      let meaning = criterion.grades.first { $0.value == value }?.label ?? ""
      let maximum = criterion.grades.map(\.value).max() ?? value
      return Score(label: criterion.label, value: value, maximum: maximum, meaning: meaning)
    }
    texts = form.texts.compactMap { question in
      guard let text = answers.texts[question.key], !Words.isBlank(text) else { return nil }
      return LabelledText(label: question.label, text: text)
    }
  }
}
