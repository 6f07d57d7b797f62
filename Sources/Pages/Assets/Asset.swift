/// A file the pages refer to, carried inside the program.
///
/// The address holds a hash of the bytes, so that a browser may keep it for ever.
public struct Asset: Sendable {
  /// Below `/assets/`.
  public let name: String
  public let contentType: String
  public let bytes: [UInt8]
  /// FNV-1a, 64 bits, of the bytes, in hexadecimal.
  public let version: String

  private init(name: String, contentType: String, text: String) {
    self.name = name
    self.contentType = contentType
    bytes = Array(text.utf8)
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    version = String(hash, radix: 16)
  }

  public static let stylesheet = Asset(
    name: "lectern.css", contentType: "text/css; charset=utf-8",
    text: stylesheetGround + stylesheetFrame + stylesheetForms + stylesheetParts)
  public static let script = Asset(
    name: "lectern.js", contentType: "text/javascript; charset=utf-8", text: scriptTime + scriptForms + scriptDrafts)
  public static let icon = Asset(name: "lectern.svg", contentType: "image/svg+xml", text: iconText)

  public static let all = [stylesheet, script, icon]

  /// The asset of that name below `/assets/`; nil when there is none.
  public static func named(_ name: String) -> Asset? { all.first { $0.name == name } }

  /// `/assets/lectern.css?v=…`.
  public var link: Link { "/assets/\(name)?v=\(version)" }
}

/// A lectern with an open page.
private let iconText = """
  <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#1d4f7c"/>
  <path d="M6 9.5c4-1.6 7-1.4 10 .6 3-2 6-2.2 10-.6v12c-4-1.5-7-1.3-10 .6-3-1.9-6-2.1-10-.6z" fill="#fbfaf7"/>
  <path d="M16 10v12M9 26h14" stroke="#1d4f7c" stroke-width="1.5"/>
  <path d="M9 26.5h14" stroke="#fbfaf7" stroke-width="2"/></svg>

  """
