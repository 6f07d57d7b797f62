internal import PeerReview
internal import Screening
internal import Store

extension Conference {
  /// Looks for text that a manuscript shares with any other paper on this server, of this conference or another, and with
  /// imported ones, and keeps what is found for those chairs who may know of both. Run twice, it keeps the same.
  func compare(_ id: ID<Manuscript>, with inspector: any Inspector) async throws {
    guard sameness.compares, let file = try await look({ try $0.session.screenedManuscript(id) }) else { return }
    try await completeIndex()
    let words = try words(of: file)
    let fingerprints = Winnowing.fingerprints(of: words.words)
    guard !fingerprints.isEmpty else { return }
    try await sameness.add([.init(name: file.indexName, fingerprints: fingerprints)])
    if !file.isNewest { return }
    let matches = try await sameness.matches(fingerprints)
    let others = try await look { act in try act.others(than: file, among: matches) }
    let found = try others.map { other, share in
      SharedFinding(
        other: other, share: share, passages: SharedPassage.all(in: words, and: try self.words(of: other)))
    }
    // Without a passage to show, a share says nothing a chair could judge.
    let rows = try found.filter { !$0.passages.isEmpty }.map { try $0.row(of: id) }
    let imported = try await corpusFindings(on: id, words, fingerprints, with: inspector)
    try await act { act in
      try act.session.putShared(rows, of: id)
      try act.session.putImported(imported, of: id)
      try act.record("compare", bySystem: "job", at: file.call, about: file.submission.text)
    }
    let drawn = try await look { try $0.session.pagePictures(of: [id])[id, default: [:]].keys }
    let pages = Set((rows + imported).compactMap(\.page)).subtracting(drawn).sorted()
    if !pages.isEmpty { try await draw(pages, of: id, in: try files.path(of: file.sha256), with: inspector) }
  }

  /// Once after the start: papers that the index lacks, as after it was lost, are added from what was seen of them.
  private func completeIndex() async throws {
    guard await sameness.needsCheck else { return }
    let all = try await look { try $0.session.screenedManuscripts() }
    let missing = Set(try await sameness.missing(of: all.map(\.indexName)))
    var batch: [SamenessIndex.Paper] = []
    for file in all where missing.contains(file.indexName) {
      let fingerprints = Winnowing.fingerprints(of: try words(of: file).words)
      if !fingerprints.isEmpty { batch.append(.init(name: file.indexName, fingerprints: fingerprints)) }
      if batch.count == Self.batchPapers {
        try await sameness.add(batch)
        batch = []
      }
    }
    try await sameness.add(batch)
    await sameness.markWhole()
  }

  private static let batchPapers = 200

  private func words(of file: ScreenedManuscriptRow) throws -> PaperWords {
    PaperWords(Inspection(jsonLines: try bytes(of: file.inspection)))
  }
}

extension ScreenedManuscriptRow {
  /// Versions of one paper are a group: what stands in many of them is not what everybody writes.
  var indexName: String { submission.text + String(SamenessIndex.groupSeparator) + manuscript.text }
}

extension Act {
  /// The newest files of other papers among matches, the most alike first, with how much is shared.
  fileprivate func others(
    than file: ScreenedManuscriptRow, among matches: [SamenessIndex.Match]
  ) throws -> [(other: ScreenedManuscriptRow, share: Double)] {
    var others: [(other: ScreenedManuscriptRow, share: Double)] = []
    for match in matches where others.count < othersLimit {
      let parts = match.name.split(separator: SamenessIndex.groupSeparator)
      guard parts.count == 2, String(parts[0]) != file.submission.text else { continue }
      guard let other = try session.screenedManuscript(ID(String(parts[1]))), other.isNewest else { continue }
      others.append((other, match.share))
    }
    return others
  }

  private var othersLimit: Int { 20 }
}

private struct SharedFinding {
  let other: ScreenedManuscriptRow
  let share: Double
  let passages: [SharedPassage]

  func row(of id: ID<Manuscript>) throws -> FindingRow {
    try SharedText(share: share, passages: passages).finding(
      in: id, code: "dup.near", with: other.manuscript.text, "Text of this paper stands in another paper, too.",
      other: other.manuscript)
  }
}
