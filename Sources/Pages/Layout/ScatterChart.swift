import PeerReview

/// Papers by the mean of their grades and how far these lie apart, each a link. Papers at one place stand beside each other.
struct ScatterChart {
  let points: [ChairFiguresPage.Point]

  private let width = 1_000
  private let height = 420
  private let margin = 34
  /// What a number takes.
  private let cell = (width: 36.0, height: 15.0)

  var html: HTML {
    let (low, high) = (points.map(\.mean).min() ?? 0, points.map(\.mean).max() ?? 1)
    let tall = max(1, points.map(\.spread).max() ?? 1)
    return """
      <figure class="chart wide"><svg viewBox="0 0 \(width) \(height)" role="group" aria-label="Papers by mean and spread of grades">
      <line class="grid" x1="\(margin)" x2="\(width)" y1="\(height - margin)" y2="\(height - margin)"/>
      <line class="grid" x1="\(margin)" x2="\(margin)" y1="8" y2="\(height - margin)"/>
      \(each(placed(low, high, tall)) { place in
        """
        <a href="\(Link.chairSubmission(place.point.id))"><title>\(place.point.number) \(place.point.title): mean \
        \(decimal(place.point.mean, places: 1)), spread \(decimal(place.point.spread, places: 0))</title>\
        <text x="\(place.x)" y="\(place.y)" text-anchor="middle">\(place.point.number.value)</text></a>
        """
      })
      <text x="\(margin)" y="\(height - 14)">\(decimal(low, places: 1))</text>
      <text x="\(width)" y="\(height - 14)" text-anchor="end">\(decimal(high, places: 1))</text>
      <text x="\(width / 2)" y="\(height - 2)" text-anchor="middle" class="axis">mean grade</text>
      <text x="4" y="18">\(decimal(tall, places: 0))</text><text x="4" y="\(height - margin)">0</text></svg></figure>
      """
  }

  private struct Place {
    let point: ChairFiguresPage.Point
    let x: Int
    let y: Int
  }

  /// Papers that would cover one another move up, cell by cell.
  private func placed(_ low: Double, _ high: Double, _ tall: Double) -> [Place] {
    var taken: Set<[Int]> = []
    let columns = (Double(width - margin) / cell.width - 1).rounded(.down)
    let rows = (Double(height - margin) / cell.height - 2).rounded(.down)
    return points.map { point in
      let column = high > low ? ((point.mean - low) / (high - low) * columns).rounded() : (columns / 2).rounded()
      var row = (point.spread / tall * (rows - 1)).rounded()
      while row < rows && !taken.insert([Int(column), Int(row)]).inserted { row += 1 }
      return Place(
        point: point, x: margin + Int((column + 0.5) * cell.width), y: height - margin - 6 - Int(min(row, rows) * cell.height))
    }
  }
}
