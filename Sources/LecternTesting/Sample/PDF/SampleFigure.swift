/// Simple vector figures and tables for the top of a column.
struct SampleFigure {
  /// Room the figure takes, caption and the space below it included.
  static let height: Millipoints = 168_000
  static let tableHeight: Millipoints = 114_000

  let number: Int
  let x: Millipoints
  let top: Millipoints
  let width: Millipoints

  private static let small: Millipoints = 7_970
  private static let captionSize: Millipoints = 8_966

  /// Grouped bars for a few workloads, one group each.
  func bars(on canvas: inout PDFCanvas, subject: SampleSubject, random: inout SeededRandom) {
    let plot = axes(on: &canvas, label: subject.costs.first ?? "time")
    let groups = 4
    let step = plot.width / groups
    for group in 0..<groups {
      let base = random.int(in: 55...95)
      for (bar, grey) in [(0, 750), (1, 480), (2, 150)] {
        let share = bar == 0 ? base : bar == 1 ? base - random.int(in: 5...18) : base - random.int(in: 24...44)
        let high = plot.height * share / 100
        canvas.box(
          x: plot.x + group * step + step / 6 + bar * step * 2 / 9, top: plot.top + plot.height - high, width: step / 5,
          height: high, grey: grey)
      }
      canvas.centered(
        "W\(group + 1)", font: .roman, size: Self.small, center: plot.x + group * step + step / 2,
        baseline: plot.top + plot.height + 9_000)
    }
    legend(on: &canvas, plot: plot, names: ["static", "tuned", subject.system])
    let metric = subject.costs.first ?? "time"
    caption(
      "Figure \(number). Relative \(metric) on four workloads (W1–W4); lower is better. Medians of five runs.", on: &canvas,
      baseline: plot.top + plot.height + 26_000)
  }

  /// Three lines over the number of devices.
  func lines(on canvas: inout PDFCanvas, subject: SampleSubject, random: inout SeededRandom) {
    let plot = axes(on: &canvas, label: "throughput")
    let points = 6
    for (curve, grey) in [750, 480, 0].enumerated() {
      var level = 8
      let track = (0..<points).map { index -> (x: Millipoints, y: Millipoints) in
        if index > 0 { level = min(96, level + random.int(in: 5...9) + curve * 5) }
        return (
          plot.x + plot.width * (2 * index + 1) / (2 * points), plot.top + plot.height - plot.height * level / 100
        )
      }
      canvas.path(track, width: 1_200, grey: grey)
      for point in track { canvas.box(x: point.x - 1_600, top: point.y - 1_600, width: 3_200, height: 3_200, grey: grey) }
    }
    for index in 0..<points {
      canvas.centered(
        "\(8 << index)", font: .roman, size: Self.small, center: plot.x + plot.width * (2 * index + 1) / (2 * points),
        baseline: plot.top + plot.height + 9_000)
    }
    legend(on: &canvas, plot: plot, names: ["static", "tuned", subject.system])
    caption(
      "Figure \(number). Throughput against the number of devices, for \(subject.workloads.first ?? "a trace").", on: &canvas,
      baseline: plot.top + plot.height + 26_000)
  }

  /// A ruled table: rows are systems, columns are workloads.
  func table(on canvas: inout PDFCanvas, subject: SampleSubject, random: inout SeededRandom) {
    let metric = subject.costs.last ?? "time"
    let used = caption(
      "Table \(number). \(metric.prefix(1).uppercased() + metric.dropFirst()) relative to the static baseline.", on: &canvas,
      baseline: top + 9_000)
    let rows = ["Static", "Tuned by hand", "Learned policy", "\(subject.system) (no fallback)", subject.system]
    let first = used + 18_000
    for (y, thick) in [(first - 10_500, 900), (first + 4_500, 500), (first + 5 * 13_000 + 5_000, 900)] {
      canvas.path([(x, y), (x + width, y)], width: thick)
    }
    for (row, name) in (["System"] + rows).enumerated() {
      let font: PDFFont = row == 5 ? .bold : .roman
      let baseline = first + row * 13_000 + (row > 0 ? 1_000 : 0)
      canvas.text(WinAnsi.bytes(name), font: font, size: Self.captionSize, x: x + 4_000, baseline: baseline)
      for column in 0..<3 {
        let value = row == 1 ? 100 : max(31, 104 - row * 11 - random.int(in: 0...9))
        let hundredths = value % 100 < 10 ? "0\(value % 100)" : "\(value % 100)"
        let cell = row == 0 ? "W\(column + 1)" : "\(value / 100).\(hundredths)"
        canvas.centered(
          cell, font: font, size: Self.captionSize, center: x + width * (58 + 17 * column) / 100, baseline: baseline)
      }
    }
  }

  private typealias Plot = (x: Millipoints, top: Millipoints, width: Millipoints, height: Millipoints)

  private func axes(on canvas: inout PDFCanvas, label: String) -> Plot {
    let plot: Plot = (x + 22_000, top + 14_000, width - 30_000, 96_000)
    for tick in 0...4 {
      let y = plot.top + plot.height * tick / 4
      if tick < 4 { canvas.path([(plot.x, y), (plot.x + plot.width, y)], width: 300, grey: 800) }
      let value = 100 - tick * 25
      canvas.centered(
        value == 100 ? "1.0" : "0.\(value)", font: .roman, size: Self.small, center: plot.x - 11_000, baseline: y + 2_500)
    }
    canvas.path(
      [(plot.x, plot.top), (plot.x, plot.top + plot.height), (plot.x + plot.width, plot.top + plot.height)], width: 700)
    canvas.text(WinAnsi.bytes(label), font: .italic, size: Self.small, x: plot.x + 3_000, baseline: plot.top - 5_000)
    return plot
  }

  private func legend(on canvas: inout PDFCanvas, plot: Plot, names: [String]) {
    var right = plot.x + plot.width
    for (name, grey) in zip(names, [750, 480, 100]).reversed() {
      let bytes = WinAnsi.bytes(name)
      right -= PDFFont.roman.units(bytes) * Self.small / 1_000
      canvas.text(bytes, font: .roman, size: Self.small, x: right, baseline: plot.top - 5_000)
      canvas.box(x: right - 9_000, top: plot.top - 10_500, width: 6_000, height: 5_000, grey: grey)
      right -= 17_000
    }
  }

  @discardableResult
  private func caption(_ text: String, on canvas: inout PDFCanvas, baseline: Millipoints) -> Millipoints {
    let breaker = LineBreaker(font: .italic, size: Self.captionSize, measure: width)
    var last = baseline
    for (index, line) in breaker.lines(text).enumerated() {
      last = baseline + index * 10_959
      canvas.text(
        line.bytes, font: .italic, size: Self.captionSize, x: x, baseline: last, wordSpacing: line.wordSpacing)
    }
    return last
  }
}
