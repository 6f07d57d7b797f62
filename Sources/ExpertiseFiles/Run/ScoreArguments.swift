extension ScoreTask {
  /// The arguments of `lectern` that run this task with the default model and tell each step.
  public var arguments: [String] {
    var list = ["expertise", "score", "--progress", "--papers", papers, "--people", people, "--out", out]
    if let texts { list += ["--texts", texts] }
    if let marks { list += ["--marks", marks] }
    if let top { list += ["--top", String(top)] }
    if !weighsWords { list.append("--even-words") }
    return list
  }
}
