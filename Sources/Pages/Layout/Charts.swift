import PeerReview

/// A count that grows day by day, drawn as a stepped area. The numbers stand below it for those who can't see it.
struct DayChart {
  let days: [ChairHomePage.DayCount]
  let name: String
  /// Drawn as a line across when given.
  var ceiling: Int?
  let layout: Layout

  private let width = 360
  private let height = 140
  private let left = 34
  private let bottom = 20

  init(days: [ChairHomePage.DayCount], name: String, ceiling: Int? = nil, layout: Layout) {
    self.days = days
    self.name = name
    self.ceiling = ceiling
    self.layout = layout
  }

  var html: HTML {
    let top = niceCeiling(max(ceiling ?? 0, days.map(\.count).max() ?? 0))
    return """
      <figure class="chart"><svg viewBox="0 0 \(width) \(height)" role="img" aria-label="\(summary)">
      \(grid(top))<path class="area" d="\(path(top, closed: true))"/><path class="line" d="\(path(top, closed: false))"/>
      \(with(ceiling) { "<line class=\"ceiling\" x1=\"\(left)\" x2=\"\(width)\" y1=\"\(y($0, top))\" y2=\"\(y($0, top))\"/>" })
      <text x="\(left)" y="\(height - 4)">\(days.first.map { layout.dayText($0.day) } ?? "")</text>
      <text x="\(width)" y="\(height - 4)" text-anchor="end">\(days.last.map { layout.dayText($0.day) } ?? "")</text></svg>\
      </figure>
      """
  }

  private var summary: String {
    guard let first = days.first, let last = days.last else { return name }
    return "\(name): \(first.count) on \(layout.dayText(first.day)), \(last.count) on \(layout.dayText(last.day))"
      + (ceiling.map { ", \($0) expected" } ?? "")
  }

  private func x(_ index: Int) -> Int {
    left + (width - left) * index / max(1, days.count - 1)
  }

  private func y(_ value: Int, _ top: Int) -> Int {
    let room = height - bottom - 8
    return 8 + room - Int((Double(room) * Double(value) / Double(max(1, top))).rounded())
  }

  private func path(_ top: Int, closed: Bool) -> String {
    var text = ""
    for (index, day) in days.enumerated() {
      text += index == 0 ? "M\(x(0)) \(y(day.count, top))" : "H\(x(index))V\(y(day.count, top))"
    }
    if days.count == 1 { text += "H\(width)" }
    return closed && !days.isEmpty ? text + "H\(width)V\(height - bottom)H\(left)Z" : text
  }

  private func grid(_ top: Int) -> HTML {
    each([0, top / 2, top]) { value in
      """
      <line class="grid" x1="\(left)" x2="\(width)" y1="\(y(value, top))" y2="\(y(value, top))"/>\
      <text x="\(left - 6)" y="\(y(value, top) + 4)" text-anchor="end">\(value)</text>
      """
    }
  }
}

/// The next even number of one leading digit or so: 7 → 8, 43 → 50, 180 → 200.
func niceCeiling(_ value: Int) -> Int {
  var step = 2
  while step < 1_000_000_000 {
    for factor in [1, 2, 3, 4, 5] where step * factor >= value { return step * factor }
    step *= step % 3 == 2 ? 5 : 2
  }
  return max(value, 2)
}

/// Counts per class as bars, each with its number.
func histogram(_ name: String, bars: [(label: String, count: Int)], axis: String) -> HTML {
  let width = 360
  let height = 150
  let top = max(1, bars.map(\.count).max() ?? 1)
  let step = width / max(1, bars.count)
  let summary = name + ": " + bars.map { "\($0.label): \($0.count)" }.joined(separator: ", ")
  return """
    <figure class="chart"><figcaption>\(name)</figcaption><svg viewBox="0 0 \(width) \(height)" role="img" aria-label="\
    \(summary)">
    \(each(bars.enumerated()) { index, bar in
      let tall = Int((Double(98) * Double(bar.count) / Double(top)).rounded())
      let middle = index * step + step / 2
      return """
        <rect class="column" x="\(index * step + step / 10)" y="\(116 - tall)" width="\(max(2, step * 8 / 10))" height="\
        \(tall)" rx="2"/>\
        <text x="\(middle)" y="\(112 - tall)" text-anchor="middle">\(bar.count == 0 ? "" : String(bar.count))</text>\
        <text x="\(middle)" y="130" text-anchor="middle">\(bar.label)</text>
        """
    })
    <text x="\(width / 2)" y="147" text-anchor="middle" class="axis">\(axis)</text></svg></figure>
    """
}
