/// What an uploaded file must not be, as its first bytes tell. Whether it is a sound PDF is screening's to find.
public enum FileRules {
  /// How much of a file's beginning is looked at: enough to tell a PDF, and to name what is none.
  public static let beginningBytes = 4_096

  /// Refuses `invalid` what is no archive where one is wanted, and what is no PDF anywhere else, telling what was sent and what
  /// to do: no reviewer would ever get it, and its authors would learn that too late. A locked or damaged PDF is not refused.
  public static func keep(beginning bytes: [UInt8], in slot: FileSlot = .manuscript) throws(Refusal) {
    if slot.isArchive {
      guard sources.contains(where: { bytes.starts(with: $0) }) else {
        let what = slot == .supplement ? "files" : "sources"
        throw .invalid([FieldProblem("file", "This is no archive. Pack the \(what) into one .zip, .tar.gz or .tar.xz file.")])
      }
      return
    }
    guard let sentence = complaint(about: SentFile(beginning: bytes), in: slot) else { return }
    throw .invalid([FieldProblem("file", sentence)])
  }

  /// Nil of a PDF.
  private static func complaint(about file: SentFile, in slot: FileSlot) -> String? {
    switch file {
    case .pdf: return nil
    case .archive(let ending):
      let rest = slot.isForReviewers ? " Code and data can be linked from it, where no name shows." : ""
      return "This is an archive (.\(ending)), not a PDF: make one PDF of what is to be read and upload that.\(rest)"
    case .document(let name): return "This is \(name), not a PDF: export it as PDF and upload that."
    case .latex: return "This is a LaTeX source (.tex), not a PDF: typeset it and upload the PDF."
    case .unknown:
      return "This is not a PDF, whatever its name says: a PDF's header is missing. Export your document as PDF and upload that."
    }
  }

  /// Whether papers of a track come with such a file; a paper without a track may still choose one that takes it.
  public static func takes(_ slot: FileSlot, track: String, call: Call) -> Bool {
    guard slot == .supplement else { return true }
    if let chosen = call.track(track) { return chosen.format.supplement != .no }
    return call.tracks.contains { $0.format.supplement != .no }
  }

  /// Whether papers of a track can't be submitted without such a file.
  public static func requires(_ slot: FileSlot, track: String, call: Call) -> Bool {
    switch slot {
    case .manuscript, .final, .source: true
    case .supplement: call.track(track)?.format.supplement == .required
    case .appendix, .workshop, .finalAppendix: false
    }
  }

  /// Whether a draft may begin as nothing but a file: not where papers are registered with title and abstract by a date of its own.
  public static func mayBeginPaper(_ call: Call) -> Bool { call.calendar.registration == nil }

  /// Refuses beginning a paper with its file where it is registered with title and abstract.
  public static func beginPaper(call: Call) throws(Refusal) {
    if mayBeginPaper(call) { return }
    throw .invalid([FieldProblem("file", "Here a paper is registered with its title and abstract. Fill in the form first.")])
  }

  /// Refuses what is no archive as the artifact, and what is no PDF as its appendix.
  public static func keep(beginning bytes: [UInt8], in slot: ArtifactSlot) throws(Refusal) {
    switch slot {
    case .appendix: try keep(beginning: bytes, in: .finalAppendix)
    case .archive:
      guard sources.contains(where: { bytes.starts(with: $0) }) else {
        throw .invalid([FieldProblem("file", "This is no archive. Pack the artifact into one .zip, .tar.gz or .tar.xz file.")])
      }
    }
  }

  /// Zip, gzip, xz.
  private static let sources: [[UInt8]] = [
    [0x50, 0x4B, 0x03, 0x04], [0x1F, 0x8B], [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00],
  ]
}
