public import PeerReview

/// One upload slot of an artifact with everything ever put into it.
public struct ArtifactFilePanel: Sendable {
  public let slot: ArtifactSlot
  public let limitBytes: Int64
  /// Newest first.
  public let versions: [Version]
  /// Whether the upload form is printed.
  public let accepts: Bool
  public let problems: [FieldProblem]
  public init(
    slot: ArtifactSlot, limitBytes: Int64, versions: [Version], accepts: Bool, problems: [FieldProblem] = []
  ) {
    self.slot = slot
    self.limitBytes = limitBytes
    self.versions = versions
    self.accepts = accepts
    self.problems = problems
  }

  public struct Version: Hashable, Sendable {
    public let number: Int
    public let sizeBytes: Int64
    public let sha256: String
    public let at: Instant
    public init(number: Int, sizeBytes: Int64, sha256: String, at: Instant) {
      self.number = number
      self.sizeBytes = sizeBytes
      self.sha256 = sha256
      self.at = at
    }
  }

  func html(in layout: Layout, id: ID<Submission>) -> HTML {
    """
    <article class="card slot" id="slot-\(slot.rawValue)"><h3>\(slot.label)</h3><p class="help">\(slot.help)</p>
    \(with(versions.first) { version($0, layout, id) })
    \(when(versions.count > 1) { folded(
      count(versions.count - 1, "earlier version"), each(versions.dropFirst()) { version($0, layout, id) }) })
    \(when(accepts) { form(layout, id) })</article>
    """
  }

  private func version(_ file: Version, _ layout: Layout, _ id: ID<Submission>) -> HTML {
    let link: Link = "/submissions/\(id)/artifact/files/\(slot.rawValue)/\(file.number)"
    return """
      <div class="file"><p><a href="\(link)">Version \(file.number)</a>
      <span class="soft">\(size(file.sizeBytes)), \(layout.brief(file.at)) UTC</span></p>
      <p class="hash"><span class="soft">SHA-256</span> <code>\(file.sha256)</code></p></div>
      """
  }

  private func form(_ layout: Layout, _ id: ID<Submission>) -> HTML {
    let fields = Fields(prefix: "\(slot.rawValue)-", problems: problems)
    return layout.form("/submissions/\(id)/artifact/files/\(slot.rawValue)", multipart: true) {
      """
      <div class="field"><label for="\(fields.id("file"))">\(versions.isEmpty ? "Upload" : "Replace with")
      \(slot == .archive ? "an archive" : "a PDF")</label>
      <p class="help" id="\(fields.id("file"))-help">At most \(size(limitBytes)).</p>
      <input type="file" id="\(fields.id("file"))" name="file" accept="\(slot == .archive
        ? ".zip,.gz,.tgz,.xz" : "application/pdf,.pdf")" required\
      \(fields.describedBy("file", hasHelp: true)) data-limit="\(limitBytes)">\(fields.told("file"))</div>
      <p class="actions"><button class="\(ClassList("").with("quiet", if: !versions.isEmpty))"\
      \(attribute: "aria-label", "Upload the " + slot.label.lowercased())>Upload</button></p>
      <div class="progress" hidden><progress max="100" value="0" aria-label="Upload of the \(slot.label.lowercased())"></progress>
      <span role="status"></span></div>
      """
    }
  }
}

extension ArtifactSlot {
  public var label: String {
    switch self {
    case .archive: "Archive"
    case .appendix: "Artifact appendix"
    }
  }

  var help: String {
    switch self {
    case .archive: "The artifact as one .zip, .tar.gz or .tar.xz file, unless it lies elsewhere."
    case .appendix: "Optional: a PDF that leads evaluators through it step by step."
    }
  }
}
