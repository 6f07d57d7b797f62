/// One request that is put to every world.
struct Probe: Hashable, Sendable {
  let method: String
  /// Path and query.
  let target: String
  var headers: [String: String] = [:]
  /// The fields of a form, without its token; nil for a request without a body.
  var form: [Field]?
  /// Sent as the file of a multipart form.
  var file: String?

  struct Field: Hashable, Sendable {
    let name: String
    let value: String
  }

  init(_ method: String, _ target: String, headers: [String: String] = [:], form: [(String, String)]? = nil, file: String? = nil)
  {
    self.method = method
    self.target = target
    self.headers = headers
    self.form = form.map { $0.map { Field(name: $0.0, value: $0.1) } }
    self.file = file
  }

  static func get(_ target: String, headers: [String: String] = [:]) -> Probe { Probe("GET", target, headers: headers) }
  static func post(_ target: String, _ form: [(String, String)]) -> Probe { Probe("POST", target, form: form) }

  /// A page asked for as a link asks for it.
  var isPlain: Bool {
    method == "GET" && headers.isEmpty && (!target.contains("?") || target.hasSuffix("?choose=person"))
  }

  /// What stands for this probe in a report.
  var name: String {
    let head = headers.sorted { $0.key < $1.key }.map { " [\($0.key): \($0.value)]" }.joined()
    let fields = (form ?? []).map { "\($0.name)=\($0.value)" }.joined(separator: "&")
    return "\(method) \(target)\(head)" + (fields.isEmpty ? "" : " {\(fields)}") + (file == nil ? "" : " with a file")
  }

  func body(csrf: String) -> (type: String, bytes: [UInt8])? {
    if let file {
      let text =
        "--LINE\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n\(csrf)\r\n"
        + "--LINE\r\nContent-Disposition: form-data; name=\"file\"; filename=\"p.pdf\"\r\n"
        + "Content-Type: application/pdf\r\n\r\n\(file)\r\n--LINE--\r\n"
      return ("multipart/form-data; boundary=LINE", Array(text.utf8))
    }
    guard let form else { return nil }
    let pairs = ([Field(name: "csrf", value: csrf)] + form).map { "\(Self.escaped($0.name))=\(Self.escaped($0.value))" }
    return ("application/x-www-form-urlencoded", Array(pairs.joined(separator: "&").utf8))
  }

  /// Percent-encoded, for a form's body and for a query.
  static func escaped(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: bytes.append(byte)
      default: bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
