/// An office as somebody is asked to take it: that of a track chair is over one track.
public struct Appointment: Hashable, Sendable {
  public let role: Role
  /// The track's key, for a track chair and nobody else.
  public let track: String?

  public init(_ role: Role, track: String? = nil) {
    self.role = role
    self.track = track
  }

  /// Reads `reviewer`, or `track-chair:research`; nil for an unknown office.
  public init?(key: String) {
    let parts = key.split(separator: ":", maxSplits: 1).map(String.init)
    guard let role = parts.first.flatMap({ Role(rawValue: $0) }) else { return nil }
    self.init(role, track: parts.count == 2 ? parts[1] : nil)
  }

  public var key: String { track.map { "\(role.rawValue):\($0)" } ?? role.rawValue }

  /// Whether the call has the office, and for a track chair the track.
  public func exists(at call: Call) -> Bool {
    role.exists(at: call) && (role == .trackChair ? track.map { call.track($0) != nil } ?? false : track == nil)
  }

  public func title(at call: Call) -> String {
    track.flatMap { call.track($0) }.map { "\(role.title), \($0.name)" } ?? role.title
  }

  /// Every appointment to some offices at a call, in the order of the offices and tracks.
  public static func all(_ roles: [Role], at call: Call) -> [Appointment] {
    roles.filter { $0.exists(at: call) }.flatMap { role in
      role == .trackChair ? call.tracks.map { Appointment(role, track: $0.key) } : [Appointment(role)]
    }
  }
}
