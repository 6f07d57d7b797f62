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
      style: StyleMeasures.named(track.format.styleFile))
  }
}
