import PeerReview

/// Papers by the mean of their grades and how far these lie apart, each a link. Papers at one place stand beside each other. Of more
/// papers than can be told apart there stands how many are at each place, the darker the more.
struct ScatterChart {
  let points: [ChairFiguresPage.Point]

  private let width = 1_000
  private let height = 420
  private let margin = 34
  /// What a number takes.
  private let cell = (width: 36.0, height: 15.0)
  /// Half of the places there are.
  static let crowd = 300

  var html: HTML {
    let (low, high) = (points.map(\.mean).min() ?? 0, points.map(\.mean).max() ?? 1)
    let tall = max(1, points.map(\.spread).max() ?? 1)
    return """
      <figure class="chart wide"><svg viewBox="0 0 \(width) \(height)" role="group" aria-label="Papers by mean and spread of grades">
      <line class="grid" x1="\(margin)" x2="\(width)" y1="\(height - margin)" y2="\(height - margin)"/>
      <line class="grid" x1="\(margin)" x2="\(margin)" y1="8" y2="\(height - margin)"/>
      \(points.count > Self.crowd ? each(crowds(low, high, tall), crowded) : each(placed(low, high, tall), single))
      <text x="\(margin)" y="\(height - 14)">\(decimal(low, places: 1))</text>
      <text x="\(width)" y="\(height - 14)" text-anchor="end">\(decimal(high, places: 1))</text>
      <text x="\(width / 2)" y="\(height - 2)" text-anchor="middle" class="axis">mean grade</text>
      <text x="4" y="18">\(decimal(tall, places: 0))</text><text x="4" y="\(height - margin)">0</text></svg></figure>
      """
  }

  private func single(_ place: Place) -> HTML {
    """
    <a href="\(Link.chairSubmission(place.point.id))"><title>\(place.point.number) \(place.point.title): mean \
    \(decimal(place.point.mean, places: 1)), spread \(decimal(place.point.spread, places: 0))</title>\
    <text x="\(place.x)" y="\(place.y)" text-anchor="middle">\(place.point.number.value)</text></a>
    """
  }

  private func crowded(_ crowd: Crowd) -> HTML {
    """
    <g><title>\(count(crowd.papers, "paper")): mean about \(decimal(crowd.mean, places: 1)), spread \
    \(decimal(crowd.spread, places: 0))</title><rect x="\(crowd.x - Int(cell.width / 2))" y="\(crowd.y - 12)" \
    width="\(Int(cell.width))" height="\(Int(cell.height))" fill="currentColor" fill-opacity="\(decimal(crowd.share * 0.4, places: 2))"/>\
    <text x="\(crowd.x)" y="\(crowd.y)" text-anchor="middle">\(crowd.papers)</text></g>
    """
  }

  private struct Crowd {
    let papers: Int
    let mean: Double
    let spread: Double
    /// Of the papers of the place that has most, from 0 to 1.
    let share: Double
    let x: Int
    let y: Int
  }

  private struct Place {
    let point: ChairFiguresPage.Point
    let x: Int
    let y: Int
  }

  /// Papers that would cover one another move up, cell by cell.
  private func placed(_ low: Double, _ high: Double, _ tall: Double) -> [Place] {
    var taken: Set<Spot> = []
    return points.map { point in
      var spot = spot(of: point, low, high, tall)
      while spot.row < rows && !taken.insert(spot).inserted { spot.row += 1 }
      return Place(point: point, x: x(of: spot), y: y(of: spot))
    }
  }

  private func crowds(_ low: Double, _ high: Double, _ tall: Double) -> [Crowd] {
    let groups = Dictionary(grouping: points) { spot(of: $0, low, high, tall) }
    let most = Double(groups.values.map(\.count).max() ?? 1)
    return groups.sorted { ($0.key.row, $0.key.column) < ($1.key.row, $1.key.column) }.map { spot, papers in
      let count = Double(papers.count)
      return Crowd(
        papers: papers.count, mean: papers.reduce(0) { $0 + $1.mean } / count,
        spread: papers.reduce(0) { $0 + $1.spread } / count,
        share: count / most, x: x(of: spot), y: y(of: spot))
    }
  }

  private struct Spot: Hashable {
    let column: Int
    var row: Int
  }

  private var columns: Int { Int(Double(width - margin) / cell.width) - 1 }
  private var rows: Int { Int(Double(height - margin) / cell.height) - 2 }

  private func spot(of point: ChairFiguresPage.Point, _ low: Double, _ high: Double, _ tall: Double) -> Spot {
    let right = high > low ? (point.mean - low) / (high - low) : 0.5
    return Spot(
      column: Int((right * Double(columns)).rounded()), row: Int((point.spread / tall * Double(rows - 1)).rounded()))
  }

  private func x(of spot: Spot) -> Int { margin + Int((Double(spot.column) + 0.5) * cell.width) }
  private func y(of spot: Spot) -> Int { height - margin - 6 - Int(Double(min(spot.row, rows)) * cell.height) }
}
