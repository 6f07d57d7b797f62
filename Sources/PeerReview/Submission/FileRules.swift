/// What an uploaded file must not be, as its first bytes tell. Whether it is a sound PDF is screening's to find.
public enum FileRules {
  public static let beginningBytes = 6

  /// Refuses archives, and with them the documents of word processors: what can't be read page by page can't be cleaned of
  /// its makers' names, so no reviewer would ever get it, and its authors would learn that too late.
  public static func keep(beginning bytes: [UInt8], in slot: FileSlot = .manuscript) throws(Refusal) {
    if slot.isArchive {
      guard sources.contains(where: { bytes.starts(with: $0) }) else {
        let what = slot == .supplement ? "files" : "sources"
        throw .invalid([FieldProblem("file", "This is no archive. Pack the \(what) into one .zip, .tar.gz or .tar.xz file.")])
      }
      return
    }
    guard archives.contains(where: { bytes.starts(with: $0) }) else { return }
    let sentence = """
      This is an archive or a word processor's document. Reviewers read PDFs only: make one PDF of it and upload that. Code \
      and data can be linked from it, where no name shows.
      """
    throw .invalid([FieldProblem("file", sentence)])
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

  /// Refuses what is no archive among archives, and an archive or a word processor's document as an appendix.
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

  /// Zip (also docx, odt, jar), an empty zip, gzip, 7z, rar, xz, the older Office format.
  private static let archives: [[UInt8]] = [
    [0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06], [0x1F, 0x8B], [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C],
    [0x52, 0x61, 0x72, 0x21, 0x1A, 0x07], [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], [0xD0, 0xCF, 0x11, 0xE0],
  ]
}
