extension StyleMeasures {
  /// Styles by the beginning of their file's name. A call file that states its own measures needs none of them.
  ///
  /// Text blocks are those the styles set on their own paper size; the measures of a call win over them.
  public static let known: [StyleMeasures] = [
    .mlsys2025, .icml, .neurips, .acm, .ieee, .usenix,
  ]

  /// US letter, text 6.75 × 9.0 in, 10-point Times on a baseline of 12 TeX points.
  public static let mlsys2025 = StyleMeasures(
    name: "mlsys", textBlock: Box(x0: 55.4, y0: 69.8, x1: 542.9, y1: 717.8), bodySizePoints: 9.96, lineHeightPoints: 11.955)

  /// US letter, text 6.75 × 9.0 in, 10-point Times on 11 TeX points.
  static let icml = StyleMeasures(
    name: "icml", textBlock: Box(x0: 55.4, y0: 69.8, x1: 542.9, y1: 717.8), bodySizePoints: 9.96, lineHeightPoints: 10.95)

  /// US letter, one column of 5.5 × 9.0 in, 10-point Times on 11 TeX points.
  static let neurips = StyleMeasures(
    name: "neurips", textBlock: Box(x0: 108, y0: 72, x1: 504, y1: 720), bodySizePoints: 9.96, lineHeightPoints: 10.91)

  /// US letter, `sigconf`: two columns, text 7.0 × 9.25 in at most, 9-point Libertine on 11 points.
  static let acm = StyleMeasures(
    name: "acmart", textBlock: Box(x0: 53, y0: 57, x1: 559, y1: 723), bodySizePoints: 8.97, lineHeightPoints: 10.9)

  /// US letter, conference mode: two columns, text 7.0 × 9.25 in, 10-point Times on 12 points.
  static let ieee = StyleMeasures(
    name: "ieee", textBlock: Box(x0: 48, y0: 54, x1: 564, y1: 724), bodySizePoints: 9.96, lineHeightPoints: 11.95)

  /// US letter: two columns, text 7.0 × 9.0 in, 10-point Times on 12 points.
  static let usenix = StyleMeasures(
    name: "usenix", textBlock: Box(x0: 54, y0: 72, x1: 558, y1: 720), bodySizePoints: 9.96, lineHeightPoints: 11.95)
}
