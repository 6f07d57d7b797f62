/// How many papers one person takes. Whoever accepts an invitation may offer fewer than the call asks.
public enum LoadRules {
  /// What the call asks of someone in the office; nil for an office that is given no papers.
  public static func maximum(of role: Role, at call: Call) -> Int? {
    switch role {
    case .reviewer: call.assignment.loadMaximum
    case .metareviewer: call.metareviews?.loadMaximum
    case .chair, .trackChair, .artifactChair, .evaluator, .publicationChair: nil
    }
  }

  /// Reads what somebody offers. Nil when they take as many as the call asks: left empty, or that very number. Refuses `invalid`
  /// anything but a whole number from 1 to that.
  public static func offer(_ text: String, role: Role, call: Call) throws(Refusal) -> Int? {
    guard let maximum = maximum(of: role, at: call), !Words.isBlank(text) else { return nil }
    guard let number = Int(text.filter { !$0.isWhitespace }), (1...maximum).contains(number) else {
      throw .invalid([FieldProblem("load", "Give a number of papers from 1 to \(maximum), or decline.")])
    }
    return number == maximum ? nil : number
  }

  /// Whether one more paper goes beyond what the person offered. Whoever offered nothing may be given more by hand than the call
  /// says. `load` counts the papers whoever asks may know of.
  public static func requireRoom(limit: Int?, load: Int, person: String) throws(Refusal) {
    guard let limit, load >= limit else { return }
    throw .invalid([FieldProblem("reviewer", sentence(person: person, limit: limit, load: load))])
  }

  public static func sentence(person: String, limit: Int, load: Int) -> String {
    "\(person) offered to take \(limit) \(limit == 1 ? "paper" : "papers") at most, and would have \(load + 1)."
  }
}
