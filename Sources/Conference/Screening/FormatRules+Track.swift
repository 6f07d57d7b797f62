internal import PeerReview
internal import Screening

extension FormatRules {
  /// What the call file says of a track, in the words of screening.
  init(_ track: Track) {
    self.init(
      pageSize: track.format.pageSize == .letter ? .letter : .a4, columns: track.format.columns,
      mainPagesLimit: track.format.mainPagesLimit, referencesListAllAuthors: track.format.referencesListAllAuthors,
      appendixSeparate: track.format.appendixSeparate,
      forbids: Set(track.anonymity.hidden.compactMap { Forbidden(rawValue: $0.rawValue) }),
      style: StyleMeasures(track.format) ?? StyleMeasures.named(track.format.styleFile))
  }
}

extension FormatRules {
  /// What a final version of that track is judged by: its own number of pages, and nothing to be hidden.
  init(_ track: Track, _ policy: CameraReadyPolicy) {
    self.init(track)
    self = FormatRules(
      pageSize: pageSize, columns: columns, mainPagesLimit: policy.mainPagesLimit,
      referencesListAllAuthors: referencesListAllAuthors, appendixSeparate: appendixSeparate, forbids: [], style: style)
  }
}

extension StyleMeasures {
  /// Nil when the call file states no measures.
  fileprivate init?(_ format: FormatPolicy) {
    guard let measures = format.measures else { return nil }
    self.init(
      name: format.styleFile,
      textBlock: Box(
        x0: measures.leftInches * 72, y0: measures.topInches * 72, x1: measures.rightInches * 72, y1: measures.bottomInches * 72),
      bodySizePoints: measures.bodyPoints, lineHeightPoints: measures.baselinePoints)
  }
}
