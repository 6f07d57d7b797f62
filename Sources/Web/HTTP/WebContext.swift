import HTTPTypes
import Hummingbird
import NIOCore
import PeerReview

/// What is known of one request besides its bytes.
struct WebContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// The other end of the connection, without port: a person's address or a proxy's. For rate limits; never logged.
  let peerAddress: String
  /// When the request was taken up. One request, one time: every rule it meets sees this moment.
  var receivedAt = Instant(microseconds: 0)
  /// Who has signed in; `nil` for visitors.
  var signedIn: SignedIn?
  /// The session cookie's value, to end this session by.
  var sessionKey: String?
  /// What each form on the answered page must hold.
  var formToken = FormToken(known: nil, makeText: { "" })

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    peerAddress = source.channel.remoteAddress?.ipAddress ?? ""
  }

  /// The address to count attempts by. Behind `trustedProxies` of our own, what the outermost of them saw.
  /// An IPv6 address stands for its /64, which one person commonly holds whole.
  func countedAddress(_ request: Request, trustedProxies: Int) -> String {
    let forwarded = HTTPHeaderList.values(request.headers[values: .xForwardedFor])
    let hops = forwarded + [peerAddress]
    let place = hops.count - 1 - max(0, trustedProxies)
    let address = hops.indices.contains(place) ? hops[place] : hops.first ?? ""
    // An IPv4 address in IPv6 clothes (`::ffff:192.0.2.1`) counts as itself.
    if address.contains("."), let last = address.split(separator: ":").last { return String(last) }
    return address.contains(":") ? WebContext.network(ofIPv6: address) : address
  }

  /// The first four groups of an IPv6 address, however it is abbreviated; for anything else some text of it.
  static func network(ofIPv6 address: String) -> String {
    let halves = address.lowercased().split(separator: "::", maxSplits: 1, omittingEmptySubsequences: false)
      .map { $0.split(separator: ":").map { String($0.prefix(4)) } }
    guard let head = halves.first, let tail = halves.last else { return "" }
    let groups = halves.count == 1 ? head : head + Array(repeating: "0", count: max(0, 8 - head.count - tail.count)) + tail
    return groups.prefix(4).joined(separator: ":") + "::/64"
  }
}

/// Reads header values that are comma-separated lists.
enum HTTPHeaderList {
  static func values(_ lines: [String]) -> [String] {
    lines.flatMap { $0.split(separator: ",").map(\.trimmingSpaces) }.filter { !$0.isEmpty }
  }
}
