public import Screening

/// Opens one manuscript and tells what it holds.
public protocol Inspector: Sendable {
  /// Always answers, whatever the file; never longer than the inspector's wall limit after its turn has come.
  func inspect(file path: String) async -> InspectionOutcome
}

public enum InspectionOutcome: Hashable, Sendable {
  /// The records as JSON lines, for `Screening.Inspection(jsonLines:)`. Kept with the manuscript they let changed
  /// rules be run again without opening the file.
  case seen([UInt8])
  case failed(InspectionFailure)
}
