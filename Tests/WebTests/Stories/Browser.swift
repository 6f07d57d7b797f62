import HTTPTypes
import Hummingbird
import PeerReview

@testable import Web

/// What came back.
struct Answer: Sendable {
  let status: HTTPResponse.Status
  let headers: HTTPFields
  let text: String

  var location: String { headers[.location] ?? "" }

  /// The value of a hidden field; empty where there is none.
  func hidden(_ name: String) -> String {
    guard let start = text.firstRange(of: "name=\"\(name)\" value=\"") else { return "" }
    return String(text[start.upperBound...].prefix { $0 != "\"" })
  }

  /// Everything an onlooker could compare, except what is chance or clockwork.
  var comparable: String {
    var headers = headers
    headers[.setCookie] = nil
    headers[.date] = nil
    return "\(status.code)\n\(headers)\n\(text)"
  }
}

/// Keeps cookies and the last form token, as a browser does.
struct Browser: Sendable {
  let client: RouterClient
  var cookies: [String: String] = [:]
  var formToken = ""
  var person = ID<Person>("")
  var email = ""

  init(_ client: RouterClient) { self.client = client }

  @discardableResult
  mutating func get(_ path: String, headers: HTTPFields = [:]) async throws -> Answer {
    try await send(path, .get, headers, nil)
  }

  /// Posts a form with the token that came with the last page.
  @discardableResult
  mutating func post(
    _ path: String, _ fields: [(String, String)] = [], headers: HTTPFields = [:]
  ) async throws -> Answer {
    try await postAsTyped(path, [("csrf", formToken)] + fields, headers: headers)
  }

  /// The same without the token.
  mutating func postAsTyped(
    _ path: String, _ fields: [(String, String)], headers: HTTPFields = [:]
  ) async throws -> Answer {
    let text = fields.map { "\(Self.escaped($0.0))=\(Self.escaped($0.1))" }.joined(separator: "&")
    var headers = headers
    headers[.contentType] = "application/x-www-form-urlencoded"
    return try await send(path, .post, headers, ByteBuffer(string: text))
  }

  /// As `fetch` in the pages' script sends a form.
  mutating func fetch(_ path: String, _ fields: [(String, String)]) async throws -> Answer {
    try await post(path, fields, headers: [.xRequestedWith: "fetch"])
  }

  @discardableResult
  mutating func upload(
    _ bytes: [UInt8], to path: String, named file: String = "paper.pdf", with fields: [(String, String)] = []
  ) async throws -> Answer {
    var body = ByteBuffer()
    body.writeString("--LINE\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n\(formToken)\r\n")
    for (name, value) in fields {
      body.writeString("--LINE\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n")
    }
    body.writeString("--LINE\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(file)\"\r\n")
    body.writeString("Content-Type: application/pdf\r\n\r\n")
    body.writeBytes(bytes)
    body.writeString("\r\n--LINE--\r\n")
    return try await send(path, .post, [.contentType: "multipart/form-data; boundary=LINE"], body)
  }

  private mutating func send(
    _ path: String, _ method: HTTPRequest.Method, _ headers: HTTPFields, _ body: ByteBuffer?
  ) async throws -> Answer {
    var headers = headers
    if !cookies.isEmpty {
      headers[.cookie] = cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
    }
    let answer = try await client.execute(uri: path, method: method, headers: headers, body: body) {
      Answer(status: $0.status, headers: $0.headers, text: String(buffer: $0.body))
    }
    for line in answer.headers[values: .setCookie] {
      let halves = line.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = halves.first, let value = halves.last else { continue }
      cookies[String(name)] = line.contains("Max-Age=0") ? nil : String(value)
    }
    if let start = answer.text.firstRange(of: "name=\"csrf\" value=\"") {
      formToken = String(answer.text[start.upperBound...].prefix { $0 != "\"" })
    }
    return answer
  }

  private static func escaped(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: bytes.append(byte)
      default: bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Browser {
  /// The submission form of the MLSys call, filled in.
  static func entry(_ title: String, _ call: Call, version: Int? = nil) -> [(String, String)] {
    var fields: [(String, String)] = [
      ("track", "research"), ("title", title), ("abstract", "About \(title)."), ("keywords", "caching"),
      ("topics", "storage"), ("authors.0.name", "Second Author"), ("authors.0.email", "second@author.example"),
      ("authors.0.affiliation", "Laboratory"), ("action", "save"),
    ]
    for declaration in call.declarations {
      switch declaration.answer {
      case .confirm: fields.append(("declarations.\(declaration.key)", "yes"))
      case .choose(let options): fields.append(("declarations.\(declaration.key)", options.first?.key ?? ""))
      }
    }
    if let version { fields.append(("version", "\(version)")) }
    return fields
  }

  /// Registers a paper and returns the id in the address the browser is sent to.
  mutating func register(_ title: String, _ call: Call) async throws -> String {
    let answer = try await post("/submissions/new", Self.entry(title, call))
    guard answer.status == .seeOther else { throw Unexpected("not registered: \(answer.status) \(answer.text)") }
    return String(answer.location.dropFirst("/submissions/".count).prefix { $0 != "?" })
  }
}
