import PeerReview

extension ReviewPage.FileLink {
  /// `link` is where it is downloaded.
  func html(_ link: Link) -> HTML {
    switch state {
    case .ready(let sizeBytes):
      """
      <a class="\(ClassList("button").with("quiet", if: slot != .manuscript))" href="\(link)">\
      \(slot.label) (\(slot.kindWord))</a>
      <span class="soft">\(size(sizeBytes))\(with(pages) { ", \(count($0, "page"))" })\
      \(when(slot == .appendix) { ". Optional reading: you need not read it." })</span>
      """
    case .preparing:
      """
      <a class="button quiet" href="\(link)">\(slot.label) (\(slot.kindWord))</a>
      <span class="soft">Being prepared for you; it takes seconds.</span>
      """
    case .withheld:
      "\(slot.label) <span class=\"soft\">could not be prepared for reviewers. The chairs see why and can help.</span>"
    }
  }
}
