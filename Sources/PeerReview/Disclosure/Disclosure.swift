/// A secret value as one viewer may have it: shown, or hidden with the reason and nothing else.
///
/// Pages and API encoders have to switch, so a hidden value can't be printed by oversight.
public enum Disclosure<Value> {
  case shown(Value)
  case hidden(Secrecy)

  /// Loads the value only when nothing keeps it secret, so a hidden value is never in memory beside its viewer.
  public static func unless(_ secrecy: Secrecy?, load: () throws -> Value) rethrows -> Disclosure {
    if let secrecy { return .hidden(secrecy) }
    return .shown(try load())
  }

  public func map<Other>(_ transform: (Value) throws -> Other) rethrows -> Disclosure<Other> {
    switch self {
    case .shown(let value): .shown(try transform(value))
    case .hidden(let secrecy): .hidden(secrecy)
    }
  }
}

extension Disclosure: Sendable where Value: Sendable {}
extension Disclosure: Equatable where Value: Equatable {}

/// Why a value stays hidden from a viewer. Never derived from the value itself.
public enum Secrecy: String, Hashable, CaseIterable, Sendable {
  /// Authors are not known to those who review.
  case doubleBlind
  /// The viewer wrote the paper or is in conflict with it.
  case ownOrConflicted
  /// The viewer's own review is not in yet.
  case ownReviewMissing
  /// The moment stated by the call has not come.
  case notYetReleased
  /// Belongs to an office the viewer does not hold.
  case officeOnly
  /// The viewer's own evaluation of the artifact is not in yet.
  case ownEvaluationMissing
  /// Artifact evaluators are known to artifact chairs only.
  case evaluatorsAnonymous
  /// The call kept it only until some day, which has come.
  case sealed
}
