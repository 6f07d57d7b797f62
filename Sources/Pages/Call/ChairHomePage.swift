public import PeerReview

/// The chair's overview: what waits, how far the conference has come, and how it got there.
public struct ChairHomePage: Page {
  public let call: Call
  public let tasks: [Task]
  public let figures: [Figure]
  /// Submissions standing at the end of each day, in order of time.
  public let submissionsByDay: [DayCount]
  public let reviewsDone: Int
  public let reviewsExpected: Int
  /// Reviews done and expected per reviewing day; empty before reviewing.
  public let reviewsByDay: [DayCount]
  public init(
    call: Call, tasks: [Task], figures: [Figure], submissionsByDay: [DayCount], reviewsDone: Int, reviewsExpected: Int,
    reviewsByDay: [DayCount] = []
  ) {
    self.call = call
    self.tasks = tasks
    self.figures = figures
    self.submissionsByDay = submissionsByDay
    self.reviewsDone = reviewsDone
    self.reviewsExpected = reviewsExpected
    self.reviewsByDay = reviewsByDay
  }

  public struct Task: Hashable, Sendable {
    public let sentence: String
    public let link: Link
    public let deadline: Instant?
    public let isUrgent: Bool
    public init(sentence: String, link: Link, deadline: Instant?, isUrgent: Bool = false) {
      self.sentence = sentence
      self.link = link
      self.deadline = deadline
      self.isUrgent = isUrgent
    }
  }

  /// A count worth knowing at a glance.
  public struct Figure: Hashable, Sendable {
    public let label: String
    public let value: String
    /// What it stands beside, such as "of 120 expected"; may be empty.
    public let context: String
    public let link: Link?
    public init(label: String, value: String, context: String = "", link: Link?) {
      self.label = label
      self.value = value
      self.context = context
      self.link = link
    }
  }

  public struct DayCount: Hashable, Sendable {
    public let day: Instant
    public let count: Int
    public init(day: Instant, count: Int) {
      self.day = day
      self.count = count
    }
  }

  public var title: String { "Overview" }
  public var section: Section? { .chair }
}
