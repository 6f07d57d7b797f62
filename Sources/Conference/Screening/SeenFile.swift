internal import Screening

extension Inspector {
  /// What the inspector tells of a file, by what the file has to be.
  func inspect(_ path: String, isArchive: Bool) async -> InspectionOutcome {
    isArchive ? await inspect(archive: path) : await inspect(file: path)
  }

  /// The copy that reviewers get of it.
  func clean(_ path: String, isArchive: Bool) async -> CleaningOutcome {
    isArchive ? await clean(archive: path) : await clean(file: path)
  }
}

/// What the inspector told of one file, compared with what a call asks.
struct SeenFile {
  let report: ScreeningReport
  /// Nil of an archive.
  let paper: Inspection?
  let ending: Inspection.Ending
  let cpuMicroseconds: Int
  let peakBytes: Int

  /// `isForReviewers` as `screen` takes it of an archive.
  init(_ lines: [UInt8], isArchive: Bool, rules: FormatRules, form: FormFacts, isForReviewers: Bool) {
    if isArchive {
      let archive = ArchiveInspection(jsonLines: lines)
      paper = nil
      report = screen(archive, rules: rules, form: form, isForReviewers: isForReviewers)
      ending = archive.ending
      cpuMicroseconds = archive.cpuMicroseconds ?? 0
      peakBytes = archive.peakBytes ?? 0
    } else {
      let inspection = Inspection(jsonLines: lines)
      paper = inspection
      report = screen(inspection, rules: rules, form: form)
      ending = inspection.ending
      cpuMicroseconds = inspection.cpuMicroseconds ?? 0
      peakBytes = inspection.peakBytes ?? 0
    }
  }
}
