/// A typed identifier: an `ID<Submission>` can't stand where an `ID<Person>` is meant.
///
/// Ids are random and say nothing of order or content. People see `SubmissionNumber`s and pseudonyms instead.
public struct ID<Noun>: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let text: String

  /// Accepts what a URL or a row may hold. Refuses nothing: an unknown id is simply not found.
  public init(_ text: String) {
    self.text = text
  }

  public var description: String { text }

  public static func < (left: ID, right: ID) -> Bool {
    left.text < right.text
  }
}

/// The number people use for a submission, as in `#17`: dense within a call, in order of registration.
public struct SubmissionNumber: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let value: Int

  public init(_ value: Int) {
    self.value = value
  }

  public var description: String { "#\(value)" }

  public static func < (left: SubmissionNumber, right: SubmissionNumber) -> Bool {
    left.value < right.value
  }
}
