import Crypto
import HTTPTypes
import Hummingbird
import PeerReview

/// A style sheet, script or picture that is part of the program. Its address holds its hash, so browsers keep it for good.
struct StaticAsset: Sendable {
  let path: String
  let contentType: String
  private let bytes: ByteBuffer
  private let eTag: String

  /// - Parameters:
  ///   - name: as `site.css`; the address becomes `/assets/HASH/site.css`.
  ///   - contentType: as `text/css; charset=utf-8`.
  init(name: SafeFileName, contentType: String, bytes: [UInt8]) {
    let hash = HexadecimalText.encode(SHA256.hash(data: bytes).prefix(12))
    path = "/assets/\(hash)/\(name.text)"
    eTag = "\"\(hash)\""
    self.contentType = contentType
    self.bytes = ByteBuffer(bytes: bytes)
  }

  func response(to request: Request) -> Response {
    let headers: HTTPFields = [
      .contentType: contentType, .cacheControl: "public, max-age=31536000, immutable", .eTag: eTag,
    ]
    if HTTPHeaderList.values(request.headers[values: .ifNoneMatch]).contains(eTag) {
      return Response(status: .notModified, headers: headers)
    }
    return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: bytes))
  }
}

extension Router where Context == WebContext {
  /// Serves each asset at its path.
  func addAssets(_ assets: [StaticAsset]) {
    for asset in assets {
      get(RouterPath(asset.path)) { request, _ in asset.response(to: request) }
    }
  }
}
