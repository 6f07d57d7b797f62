public import PeerReview

/// What screening noticed in a paper, for its authors.
public struct ScreeningPage: Page {
  public let id: ID<Submission>
  public let number: SubmissionNumber
  public let paperTitle: String
  public let files: [File]
  /// Until when the files can be replaced; nil when they can't.
  public let changeableUntil: Instant?
  public init(id: ID<Submission>, number: SubmissionNumber, paperTitle: String, files: [File], changeableUntil: Instant?) {
    self.id = id
    self.number = number
    self.paperTitle = paperTitle
    self.files = files
    self.changeableUntil = changeableUntil
  }

  /// The newest file of a slot.
  public struct File: Sendable {
    public let slot: FileSlot
    public let version: Int
    public let state: FileVersion.ScreeningState
    public let pages: Int?
    public let mainPages: Int?
    public let references: Int?
    public let findings: [Finding]
    public init(
      slot: FileSlot, version: Int, state: FileVersion.ScreeningState, pages: Int?, mainPages: Int?, references: Int?,
      findings: [Finding]
    ) {
      self.slot = slot
      self.version = version
      self.state = state
      self.pages = pages
      self.mainPages = mainPages
      self.references = references
      self.findings = findings
    }
  }

  public var title: String { "Screening of \(number)" }
  public var section: Section? { .submissions }

  public func content(in layout: Layout) -> HTML {
    """
    <p class="over"><span class="number">\(number)</span> <a href="\(Link.submission(id))">Back to the paper</a></p>
    <h1>Screening of \(number)</h1><p class="lead">\(paperTitle)</p>
    <p>A program read your files as a careful chair would. It decides nothing: what it noticed is for you to check\
    \(with(changeableUntil) { ", and every file can be replaced until \(layout.deadline($0))" }). Chairs see it too; reviewers
    don't.</p>
    \(files.isEmpty ? nothing("No file was uploaded yet.") : each(files, file))
    """
  }

  private func file(_ file: File) -> HTML {
    let entries = file.findings.filter(\.hidesAuthors)
    let others = file.findings.filter { !$0.hidesAuthors }
    let heading = "screened-\(file.slot.rawValue)"
    return """
      <section class="card" aria-labelledby="\(heading)"><h2 id="\(heading)">\(file.slot.label),
      version \(file.version)</h2>
      \(standing(file))
      \(when(!others.isEmpty) { findingList(others) })
      \(when(!entries.isEmpty) { references(entries, in: file) })</section>
      """
  }

  private func standing(_ file: File) -> HTML {
    switch file.state {
    case .waiting:
      "<p class=\"soft\" role=\"status\" data-refresh>Being read. What is noticed stands here in a few seconds; reload to see it.</p>"
    case .kept: "<p class=\"soft\">Kept as it is.</p>"
    case .deleted: "<p class=\"soft\">Deleted, as the call says what is kept how long.</p>"
    case .failed: "<p class=\"lack\">Could not be read: the program that opens files did not run. The operator is told.</p>"
    case .drawing(let count):
      """
      <p>\(summary(file, count))</p>
      <p class="soft" role="status" data-refresh>The places on the pages are being drawn; reload in a few seconds.</p>
      """
    case .done(let count): "<p class=\"\(file.tone(count))\">\(summary(file, count))</p>"
    }
  }

  private func summary(_ file: File, _ findings: Int) -> String {
    if file.isUnreadable { return "Could not be read. Reviewers might not be able to open it either." }
    let figures = [
      file.pages.map { count($0, "page") }, file.mainPages.map { "\($0) of main text" },
      file.references.map { count($0, "reference") },
    ].compactMap { $0 }.joined(separator: ", ")
    let told = findings == 0 ? "nothing found" : count(findings, "finding")
    return "Read\(figures.isEmpty ? "" : " (\(figures))"): \(told)."
  }

  private func references(_ entries: [Finding], in file: File) -> HTML {
    let heading = "references-\(file.slot.rawValue)"
    return """
      <h3 id="\(heading)">References that hide authors</h3>
      <p>The call asks for all authors of each reference. \(count(entries.count, "entry", "entries")) cut the list short.</p>
      <ol class="findings" aria-labelledby="\(heading)">\(each(entries) { entry in
        """
        <li class="bad"><p>\(entry.sentence) <span class="soft">\(with(entry.page) { "Page \($0)" })</span></p>
        \(with(entry.picture) { $0.html })</li>
        """
      })</ol>
      """
  }
}

extension ScreeningPage.File {
  fileprivate func tone(_ findings: Int) -> ClassList { isUnreadable ? "lack" : findings == 0 ? "ok" : "soft" }

  /// Nobody can open it, as screening says.
  fileprivate var isUnreadable: Bool {
    pages == nil && !slot.isArchive && findings.contains { $0.code.hasPrefix("file.") && $0.severity == .violation }
  }
}

extension Finding {
  fileprivate var hidesAuthors: Bool { code == "refs.et_al" && severity == .violation }
}
