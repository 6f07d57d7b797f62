internal import Foundation

extension AssignmentTask {
  /// The arguments of `lectern` that run this task and tell each step.
  public var arguments: [String] {
    var list = ["assign", "--progress", "--scores", files.scores]
    let parts: [(String, String?)] = [
      ("--papers", files.papers), ("--reviewers", files.reviewers), ("--constraints", files.constraints),
      ("--attributes", files.attributes), ("--rules", files.rules), ("--authors", files.authors), ("--apart", files.apart),
      ("--roles", files.roles), ("--tracks", files.tracks), ("--track-limit", files.trackLimit.map(String.init)),
      ("--previous", files.previous),
      ("--target-price", files.targetPrice),
      ("--details", details),
    ]
    for case (let option, let value?) in parts { list += [option, value] }
    list += ["--method", settings.method.rawValue, "--seed", String(settings.seed)]
    list += ["--limit", "\(Score.decimal(units: Int64(settings.limitMillionths)))"]
    list += ["--perturbation", "\(Score.decimal(units: Int64(settings.perturbationThousandths) * 1_000))"]
    list += ["--change-price", "\(Score.decimal(units: Int64(settings.changePriceMillionths)))"]
    return list + ["--out", out, "--report", report]
  }
}

extension AssignmentTask {
  /// The names in a line of comma-separated text, such as `17,ann` or `"a, b",ann`.
  public static func names(_ text: String) -> [String] {
    var lines = SeparatedLines(file: "", bytes: Array(text.utf8))
    guard (try? lines.advance()) == .line else { return [text] }
    return lines.fields.map { String(decoding: lines.bytes[$0], as: UTF8.self) }
  }
}
