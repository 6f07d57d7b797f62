import CPoppler

/// Pictures of pages as a reader shows them. Each is written as soon as it is drawn, so that a limit costs only the rest.
enum PagePictures {
  /// Enough to read a line of body text by.
  private static let pixelsPerPoint = 96.0 / 72
  /// Of the longer side, however large the sheet says it is.
  private static let pixelsMost = 1_600.0

  /// For each page that can be drawn a line `picture PAGE WIDTH HEIGHT BYTES`, the size in hundredths of a point, and the
  /// PNG behind it. Pages that the file lacks are left out.
  static func write(_ pages: [Int], of bytes: [UInt8]) {
    guard let text = TextLayer(bytes: bytes) else { return }
    for number in pages where (1...max(1, text.pageCount)).contains(number) {
      guard let page = poppler_document_get_page(text.document, Int32(clamping: number - 1)) else { continue }
      defer { g_object_unref(UnsafeMutableRawPointer(page)) }
      var (width, height) = (0.0, 0.0)
      poppler_page_get_size(page, &width, &height)
      guard (1...100_000).contains(width), (1...100_000).contains(height) else { continue }
      guard let png = drawn(page, width: width, height: height) else { continue }
      let head = "picture \(number) \(hundredths(width)) \(hundredths(height)) \(png.count)\n"
      (Array(head.utf8) + png).withUnsafeBufferPointer { writeAll($0) }
    }
  }

  /// Page numbers out of `3,5,8`.
  static func numbers(_ list: Substring) -> [Int] { list.split(separator: ",").prefix(200).compactMap { Int($0) } }

  private static func hundredths(_ points: Double) -> Int { Int((points * 100).rounded()) }

  private static func drawn(_ page: OpaquePointer, width: Double, height: Double) -> [UInt8]? {
    let scale = min(pixelsPerPoint, pixelsMost / max(width, height))
    let (columns, rows) = (Int32(max(1, (width * scale).rounded())), Int32(max(1, (height * scale).rounded())))
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, columns, rows) else { return nil }
    defer { cairo_surface_destroy(surface) }
    guard let context = cairo_create(surface) else { return nil }
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_paint(context)
    cairo_scale(context, scale, scale)
    poppler_page_render(page, context)
    cairo_destroy(context)
    return grey(surface, columns: Int(columns), rows: Int(rows)) ?? png(of: surface)
  }

  /// A picture without colour, as of most pages, in a third of the bytes; nil where there is some.
  private static func grey(_ surface: OpaquePointer, columns: Int, rows: Int) -> [UInt8]? {
    cairo_surface_flush(surface)
    guard let from = cairo_image_surface_get_data(surface),
      let plane = cairo_image_surface_create(CAIRO_FORMAT_A8, Int32(columns), Int32(rows))
    else { return nil }
    defer { cairo_surface_destroy(plane) }
    cairo_surface_flush(plane)
    guard let to = cairo_image_surface_get_data(plane) else { return nil }
    let (fromStride, toStride) = (Int(cairo_image_surface_get_stride(surface)), Int(cairo_image_surface_get_stride(plane)))
    for row in 0..<rows {
      for column in 0..<columns {
        let pixel = from + row * fromStride + column * 4
        let value = UnsafeRawPointer(pixel).loadUnaligned(as: UInt32.self)
        let (red, green, blue) = (value >> 16 & 255, value >> 8 & 255, value & 255)
        guard red == green, green == blue else { return nil }
        to[row * toStride + column] = UInt8(blue)
      }
    }
    cairo_surface_mark_dirty(plane)
    return png(of: plane)
  }

  private static func png(of surface: OpaquePointer) -> [UInt8]? {
    let taken = TakenBytes()
    let status = cairo_surface_write_to_png_stream(
      surface,
      { closure, data, count in
        guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
        let taken = Unmanaged<TakenBytes>.fromOpaque(closure).takeUnretainedValue()
        taken.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
        return CAIRO_STATUS_SUCCESS
      }, Unmanaged.passUnretained(taken).toOpaque())
    return status == CAIRO_STATUS_SUCCESS ? taken.bytes : nil
  }
}

private final class TakenBytes {
  var bytes: [UInt8] = []
}
