public import Screening

/// Opens one manuscript and tells what it holds.
public protocol Inspector: Sendable {
  /// Always answers, whatever the file; never longer than the inspector's wall limit after its turn has come.
  func inspect(file path: String) async -> InspectionOutcome

  /// Makes the copy that reviewers read: the pages as they are, without what tells who made the file and without what acts
  /// by itself. The same file gives the same copy.
  func clean(file path: String) async -> CleaningOutcome
}

public enum CleaningOutcome: Hashable, Sendable {
  case cleaned([UInt8])
  /// No copy can be vouched for; whatever the file's trouble is, it will be the same next time.
  case impossible(CleaningObstacle)
  /// The inspector could not be run; says nothing about the file.
  case unavailable(reason: String)
}

/// Why reviewers can't be given a file.
public enum CleaningObstacle: String, Hashable, CaseIterable, Sendable {
  case notPDF, encrypted, damaged, tooLarge
  /// Taking it apart needs more time or memory than any file gets.
  case limits

  /// As the inspector says it.
  init?(exitStatus: Int32) {
    switch exitStatus {
    case 10: self = .notPDF
    case 11: self = .encrypted
    case 12: self = .damaged
    case 13: self = .tooLarge
    case 14: self = .limits
    default: return nil
    }
  }

  /// For those who may know the file: its authors and the chairs.
  var sentence: String {
    let why =
      switch self {
      case .notPDF: "It is not a PDF"
      case .encrypted: "It asks for a password"
      case .damaged: "It is damaged"
      case .tooLarge, .limits: "It holds more than can be taken apart here"
      }
    return "Reviewers can't be given this file, because traces of its authors could not be removed from it. \(why): "
      + "print it to a new PDF and upload that."
  }
}

public enum InspectionOutcome: Hashable, Sendable {
  /// The records as JSON lines, for `Screening.Inspection(jsonLines:)`. Kept with the manuscript they let changed
  /// rules be run again without opening the file.
  case seen([UInt8])
  case failed(InspectionFailure)
}
