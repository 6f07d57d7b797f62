import PeerReview

extension ReviewCard {
  func html(in layout: Layout) -> HTML {
    """
    <article class="card review"><h3>\(heading)</h3>
    \(with(submittedAt) { "<p class=\"soft\">\(layout.brief($0)) UTC\(when(version > 1) { ", version \(version)" })</p>" })
    <dl class="scores">\(each(scores) { score in """
      <div><dt>\(score.label)</dt><dd><strong>\(score.value)</strong> of \(score.maximum) <span class="soft">\(score.meaning)\
      </span></dd></div>
      """ })</dl>
    \(each(texts) { "<h4>\($0.label)</h4><div class=\"quoted\">\(prose($0.text))</div>" })</article>
    """
  }
}
