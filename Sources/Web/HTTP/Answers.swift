import FoundationEssentials
import HTTPTypes
import Hummingbird

/// A page, as bytes of HTML.
struct HTMLResponse: ResponseGenerator {
  let status: HTTPResponse.Status
  let html: [UInt8]

  init(status: HTTPResponse.Status = .ok, html: [UInt8]) {
    self.status = status
    self.html = html
  }

  init(status: HTTPResponse.Status = .ok, html: String) {
    self.init(status: status, html: Array(html.utf8))
  }

  func response(from request: Request, context: some RequestContext) -> Response {
    .page(status: status, html)
  }
}

extension Response {
  /// An answer holding one HTML page.
  static func page(status: HTTPResponse.Status = .ok, _ html: [UInt8]) -> Response {
    Response(
      status: status, headers: [.contentType: "text/html; charset=utf-8"], body: ResponseBody(byteBuffer: ByteBuffer(bytes: html))
    )
  }

  /// Sends the browser on, with `GET`, after something was done (303). Only to addresses of this site: anything else
  /// leads to the front page.
  static func seeOther(_ path: String) -> Response {
    Response(status: .seeOther, headers: [.location: LocalPath.checked(path)])
  }
}

extension Response {
  /// An answer for a program, with its keys in alphabetical order.
  static func json(status: HTTPResponse.Status = .ok, _ value: some Encodable) throws -> Response {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let bytes = try encoder.encode(value)
    return Response(
      status: status, headers: [.contentType: "application/json"], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}

extension Response {
  /// A text that a browser shows and a program reads.
  static func text(_ text: String) -> Response {
    Response(
      status: .ok, headers: [.contentType: "text/plain; charset=utf-8"], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  /// A text to be saved under a name, which holds nothing that would need quoting.
  static func file(named name: StaticString, type: String, _ text: String) -> Response {
    file(named: name, type: type, ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  static func file(named name: StaticString, type: String, _ body: ResponseBody) -> Response {
    Response(
      status: .ok, headers: [.contentType: type, .contentDisposition: "attachment; filename=\"\(name)\""], body: body)
  }
}

extension Request {
  /// Whether a script of our pages sent it, which reads the answer's status and JSON and shows no page.
  var isFetch: Bool { headers[.xRequestedWith]?.lowercased() == "fetch" }

  /// One value of the address's query as a form sends it, where a plus is a space; empty when absent or not readable.
  func asked(_ name: String) -> String {
    (try? SubmittedForm(urlEncoded: (uri.query ?? "").utf8, limitFields: 100))?[name] ?? ""
  }
}

/// Addresses within this site, as they may come back from a form or a link.
enum LocalPath {
  /// `path` when a browser can read it only as a path here, else `/`.
  static func checked(_ path: String) -> String {
    let bytes = Array(path.utf8)
    guard bytes.first == UInt8(ascii: "/"), bytes.count <= 2_048 else { return "/" }
    guard bytes.dropFirst().first != UInt8(ascii: "/") else { return "/" }
    return bytes.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") } ? path : "/"
  }
}
