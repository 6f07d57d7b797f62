import PeerReview

extension FilePanel {
  /// One slot as a card: the newest file in full, earlier ones folded away, the upload form when there is one.
  func html(in layout: Layout, download: (Int) -> Link, upload: Link?) -> HTML {
    """
    <article class="card slot" id="slot-\(slot.rawValue)"><h3>\(slot.label) \(tag)</h3><p class="help">\(slot.help)</p>
    \(with(versions.first) { version($0, layout, download) })
    \(when(versions.count > 1) { folded(
      count(versions.count - 1, "earlier version"), each(versions.dropFirst()) { version($0, layout, download) }) })
    \(when(accepts) { with(upload) { form($0, layout) } })</article>
    """
  }

  private var tag: HTML {
    if !versions.isEmpty { return Badge(label: "uploaded", tone: .good).html }
    return Badge(label: isRequired ? "missing" : "optional", tone: isRequired ? .warning : .neutral).html
  }

  private func version(_ file: FileVersion, _ layout: Layout, _ download: (Int) -> Link) -> HTML {
    """
    <div class="file"><p>\(name(file, download))
    <span class="soft">\(size(file.sizeBytes))\(with(file.pages) { ", \(count($0, "page"))" }),
    \(layout.brief(file.uploadedAt)) UTC, by \(file.uploadedBy)</span></p>
    <p class="hash"><span class="soft">SHA-256</span> <code>\(file.sha256)</code></p>
    \(screening(file.screening, layout))</div>
    """
  }

  private func name(_ file: FileVersion, _ download: (Int) -> Link) -> HTML {
    let words: HTML = "Version \(file.number) (\(slot.kindWord))"
    if case .deleted = file.screening { return words }
    return "<a href=\"\(download(file.number))\">\(words)</a>"
  }

  private func screening(_ state: FileVersion.ScreeningState, _ layout: Layout) -> HTML {
    switch state {
    case .waiting: "<p class=\"soft\" data-refresh>Being read; reload in a few seconds.</p>"
    case .done(let findings):
      findings == 0
        ? "<p class=\"ok\">Read, nothing found.</p>"
        : "<p class=\"lack\">Read: \(count(findings, "finding")) below.</p>"
    case .drawing(let findings):
      "<p class=\"lack\" data-refresh>Read: \(count(findings, "finding")) below. The places on the pages are being drawn.</p>"
    case .deleted(let moment):
      "<p class=\"soft\">Deleted \(layout.moment(moment)), as the call says what is kept how long.</p>"
    case .kept: "<p class=\"soft\">Kept as it is.</p>"
    case .failed:
      "<p class=\"lack\">The file could not be opened. Check that it is \(slot.isArchive ? "an archive" : "a PDF"), or upload it again.</p>"
    }
  }

  private func form(_ action: Link, _ layout: Layout) -> HTML {
    let fields = Fields(prefix: "\(slot.rawValue)-", problems: problems)
    return layout.form(action, multipart: true) {
      """
      <div class="field"><label for="\(fields.id("file"))">\(versions.isEmpty ? "Upload" : "Replace with") \(slot.isArchive ? "an archive" : "a PDF")</label>
      <p class="help" id="\(fields.id("file"))-help">At most \(size(limitBytes)).\(when(!versions.isEmpty) {
        " Earlier versions are kept." })</p>
      <input type="file" id="\(fields.id("file"))" name="file" accept="\(slot.isArchive ? ".zip,.gz,.tgz,.xz" : "application/pdf,.pdf")" required\
      \(fields.describedBy("file", hasHelp: true)) data-limit="\(limitBytes)">\(fields.told("file"))</div>
      <p class="actions"><button class="\(ClassList("").with("quiet", if: !versions.isEmpty))"\
      \(attribute: "aria-label", "Upload the " + slot.label.lowercased())>Upload</button></p>
      <div class="progress" hidden><progress max="100" value="0" aria-label="Upload of the \(slot.label.lowercased())"></progress>
      <span role="status"></span></div>
      """
    }
  }
}
