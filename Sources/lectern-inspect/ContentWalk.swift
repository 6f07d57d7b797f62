import CQPDF
import Glibc

/// Runs the content of a page as far as it decides where text stands and whether it can be seen.
///
/// Paths count by their bounding box, pictures and patterns as unknown colours: no pixel is drawn. Text whose ground is not
/// known is told of as `uncertain`.
struct ContentWalk {
  private let file: qpdf_data
  private let visible: Area
  private(set) var painting = Painting()
  private(set) var codes: [UInt8] = []
  private var state = PaintState()
  private var saved: [PaintState] = []
  private var textMatrix = Transform()
  private var lineMatrix = Transform()
  private var path = Area.nothing
  /// The path is one rectangle along the axes, or none yet.
  private var isRectangle = true
  private var pathPieces = 0
  private var clipsNext = false
  private var resources: [qpdf_oh] = []
  private var fonts: FontShelf
  private var operands: [Double] = []
  private var texts: [(string: Range<Int>?, shift: Double)] = []
  private var lastName: Range<Int>?
  private static let depthLimit = 12

  init(file: qpdf_data, visible: Area, fonts: FontShelf) {
    self.file = file
    self.visible = visible
    self.fonts = fonts
  }

  /// Looks at a page; false when the page holds more operators than any inspection looks at.
  mutating func run(page: qpdf_oh, resources: qpdf_oh) -> Bool {
    var buffer: UnsafeMutablePointer<UInt8>?
    var length = 0
    guard qpdf_oh_get_page_content_data(file, page, &buffer, &length) & 2 == 0, let buffer else { return true }
    defer { free(buffer) }
    self.resources = [resources]
    run(UnsafeBufferPointer(start: buffer, count: length))
    return fonts.remainingOperators > 0 && !painting.isExhausted
  }

  private mutating func run(_ bytes: UnsafeBufferPointer<UInt8>) {
    var tokens = ContentTokens(bytes)
    var arrayDepth = 0
    while let token = tokens.next() {
      switch token {
      case .number(let value):
        if arrayDepth > 0 { texts.append((nil, value)) } else if operands.count < 32 { operands.append(value) }
      case .string(let range): texts.append((range, 0))
      case .name(let range): lastName = range
      case .arrayStart: arrayDepth += 1
      case .arrayEnd: arrayDepth = max(0, arrayDepth - 1)
      case .word(let word):
        fonts.remainingOperators -= 1
        guard fonts.remainingOperators > 0 else { return }
        perform(word, &tokens)
        operands.removeAll(keepingCapacity: true)
        texts.removeAll(keepingCapacity: true)
        arrayDepth = 0
      case .other: continue
      }
    }
  }

  private func operand(_ index: Int) -> Double { operands.indices.contains(index) ? operands[index] : 0 }

  private var matrix: Transform {
    Transform(a: operand(0), b: operand(1), c: operand(2), d: operand(3), e: operand(4), f: operand(5))
  }

  private mutating func perform(_ word: Range<Int>, _ tokens: inout ContentTokens) {
    guard word.count <= 3, let first = word.first else { return }
    // Operators have up to three letters; read as one number they can be switched over.
    var code = UInt32(tokens.bytes[first])
    for index in word.dropFirst() { code = code << 8 | UInt32(tokens.bytes[index]) }
    if performText(code, tokens) { return }
    if performPath(code) { return }
    switch code {
    case Operator.q: if saved.count < 512 { saved.append(state) }
    case Operator.Q: if let last = saved.popLast() { state = last }
    case Operator.cm: state.transform = matrix.then(state.transform)
    case Operator.gs: if let lastName { apply(tokens.text(lastName)) }
    case Operator.g, Operator.rg, Operator.k, Operator.sc, Operator.scn:
      state.fillLightness = PaintState.lightness(operands)
    case Operator.G, Operator.RG, Operator.K, Operator.SC, Operator.SCN:
      state.strokeLightness = PaintState.lightness(operands)
    case Operator.cs: state.fillLightness = 0
    case Operator.CS: state.strokeLightness = 0
    case Operator.Do: if let lastName { draw(tokens.text(lastName)) }
    case Operator.ID: tokens.skipInlineImage()
    case Operator.EI: paintUnitSquare()
    default: return
    }
  }

  // MARK: Paths

  private mutating func performPath(_ code: UInt32) -> Bool {
    switch code {
    case Operator.re:
      isRectangle = pathPieces == 0 && state.transform.keepsAxes
      pathPieces += 4
      path.include(state.transform.apply(operand(0), operand(1)))
      path.include(state.transform.apply(operand(0) + operand(2), operand(1) + operand(3)))
    case Operator.m, Operator.l:
      // A rectangle drawn line by line is not told from other shapes.
      isRectangle = false
      pathPieces += 1
      path.include(state.transform.apply(operand(0), operand(1)))
    case Operator.c, Operator.v, Operator.y:
      isRectangle = false
      pathPieces += 1
      for index in stride(from: 0, to: operands.count - 1, by: 2) {
        path.include(state.transform.apply(operands[index], operands[index + 1]))
      }
    case Operator.W, Operator.Wstar: clipsNext = true
    case Operator.f, Operator.F, Operator.fstar, Operator.B, Operator.Bstar, Operator.b, Operator.bstar:
      paintPath()
      endPath()
    case Operator.n, Operator.S, Operator.s: endPath()
    default: return false
    }
    return true
  }

  private mutating func paintPath() {
    guard !path.isEmpty, state.fillOpacity > 0.9, !state.isBlended else { return }
    let area = state.clip.map { path.intersection($0) } ?? path
    guard !area.isEmpty else { return }
    painting.paint(.init(area: area, lightness: state.fillLightness, isWhole: isRectangle))
  }

  private mutating func endPath() {
    if clipsNext, !path.isEmpty { state.clip = state.clip.map { $0.intersection(path) } ?? path }
    clipsNext = false
    path = .nothing
    isRectangle = true
    pathPieces = 0
  }

  private mutating func paintUnitSquare() {
    var area = Area.nothing
    for corner in [(0.0, 0.0), (1, 0), (0, 1), (1, 1)] { area.include(state.transform.apply(corner.0, corner.1)) }
    if let clip = state.clip { area = area.intersection(clip) }
    guard !area.isEmpty, state.fillOpacity > 0.9 else { return }
    painting.paint(.init(area: area, lightness: nil, isWhole: state.transform.keepsAxes && !state.isBlended))
  }

  // MARK: Resources

  private func resource(_ category: String, _ name: String) -> qpdf_oh? {
    guard let current = resources.last else { return nil }
    let value = qpdf_oh_get_key(file, qpdf_oh_get_key(file, current, category), "/" + name)
    return qpdf_oh_is_null(file, value) != QPDF_FALSE ? nil : value
  }

  private mutating func apply(_ name: String) {
    guard let settings = resource("/ExtGState", name) else { return }
    for key in keys(of: settings, in: file) {
      let value = qpdf_oh_get_key(file, settings, key)
      switch key {
      case "/ca": state.fillOpacity = qpdf_oh_get_numeric_value(file, value)
      case "/CA": state.strokeOpacity = qpdf_oh_get_numeric_value(file, value)
      case "/BM": state.isBlended = lectern_inspect.name(key, of: settings, in: file) != "/Normal"
      default: continue
      }
    }
  }

  private mutating func draw(_ name: String) {
    guard let object = resource("/XObject", name), qpdf_oh_is_stream(file, object) != QPDF_FALSE else { return }
    let dictionary = qpdf_oh_get_dict(file, object)
    let kind = lectern_inspect.name("/Subtype", of: dictionary, in: file)
    if kind == "/Image" {
      // A stencil or a picture with a mask lets what lies under it be seen.
      let masks = ["/SMask", "/Mask", "/ImageMask"]
      if !masks.contains(where: { qpdf_oh_has_key(file, dictionary, $0) != QPDF_FALSE }) { paintUnitSquare() }
      return
    }
    guard kind == "/Form", resources.count < Self.depthLimit else { return }
    let outer = (state, saved, textMatrix, lineMatrix)
    saved = []
    if let own = transform(qpdf_oh_get_key(file, dictionary, "/Matrix")) { state.transform = own.then(state.transform) }
    clip(to: qpdf_oh_get_key(file, dictionary, "/BBox"))
    let inner = qpdf_oh_get_key(file, dictionary, "/Resources")
    resources.append(qpdf_oh_is_dictionary(file, inner) != QPDF_FALSE ? inner : resources.last ?? inner)
    withStreamData(file, object) { run($0) }
    resources.removeLast()
    (state, saved, textMatrix, lineMatrix) = outer
  }

  private func transform(_ array: qpdf_oh) -> Transform? {
    guard qpdf_oh_is_array(file, array) != QPDF_FALSE, qpdf_oh_get_array_n_items(file, array) == 6 else { return nil }
    let values = (Int32(0)..<6).map { qpdf_oh_get_numeric_value(file, qpdf_oh_get_array_item(file, array, $0)) }
    return Transform(a: values[0], b: values[1], c: values[2], d: values[3], e: values[4], f: values[5])
  }

  private mutating func clip(to box: qpdf_oh) {
    guard let corners = numbers(box, in: file) else { return }
    var area = Area.nothing
    for corner in [(0, 1), (2, 1), (0, 3), (2, 3)] { area.include(state.transform.apply(corners[corner.0], corners[corner.1])) }
    state.clip = state.clip.map { $0.intersection(area) } ?? area
  }

  // MARK: Text

  private mutating func performText(_ code: UInt32, _ tokens: ContentTokens) -> Bool {
    switch code {
    case Operator.BT:
      textMatrix = Transform()
      lineMatrix = Transform()
    case Operator.Tf:
      if let lastName, let font = resource("/Font", tokens.text(lastName)) { state.font = fonts.font(font, in: file) }
      state.fontSize = operand(0)
    case Operator.Td: moveLine(operand(0), operand(1))
    case Operator.TD:
      state.leading = -operand(1)
      moveLine(operand(0), operand(1))
    case Operator.Tm:
      lineMatrix = matrix
      textMatrix = lineMatrix
    case Operator.Tstar: moveLine(0, -state.leading)
    case Operator.Tr: state.renderingMode = Int(max(0, min(7, operand(0))))
    case Operator.Tc: state.characterSpace = operand(0)
    case Operator.Tw: state.wordSpace = operand(0)
    case Operator.Tz: state.horizontalScale = operand(0) / 100
    case Operator.TL: state.leading = operand(0)
    case Operator.Ts: state.rise = operand(0)
    case Operator.Tj, Operator.TJ: show(tokens)
    case Operator.quote:
      moveLine(0, -state.leading)
      show(tokens)
    case Operator.doubleQuote:
      state.wordSpace = operand(0)
      state.characterSpace = operand(1)
      moveLine(0, -state.leading)
      show(tokens)
    default: return false
    }
    return true
  }

  private mutating func moveLine(_ x: Double, _ y: Double) {
    lineMatrix = lineMatrix.moved(x, y)
    textMatrix = lineMatrix
  }

  private mutating func show(_ tokens: ContentTokens) {
    let start = codes.count
    var advance = 0.0
    let codeBytes = state.font?.codeBytes ?? 1
    for (string, shift) in texts {
      guard let string else {
        advance -= shift / 1_000 * state.fontSize * state.horizontalScale
        // As wide as a space; marked so that words stay apart.
        if shift < -170, codes.count > start { codes.append(contentsOf: repeatElement(0x20, count: 1)); pad(codeBytes) }
        continue
      }
      var index = string.lowerBound
      while index + codeBytes <= string.upperBound {
        let code = codeBytes == 1 ? Int(tokens.strings[index]) : Int(tokens.strings[index]) << 8 | Int(tokens.strings[index + 1])
        let isSpace = codeBytes == 1 && code == 0x20
        advance +=
          ((state.font?.width(of: code) ?? 0.5) * state.fontSize + state.characterSpace + (isSpace ? state.wordSpace : 0))
          * state.horizontalScale
        index += codeBytes
      }
      codes.append(contentsOf: tokens.strings[string])
    }
    place(advance: advance, codes: start..<codes.count)
    textMatrix = textMatrix.moved(advance, 0)
  }

  /// A space between codes of two bytes is two bytes as well.
  private mutating func pad(_ codeBytes: Int) {
    if codeBytes == 2 {
      codes.removeLast()
      codes.append(contentsOf: [0xFF, 0xFF])
    }
  }

  private mutating func place(advance: Double, codes: Range<Int>) {
    guard !codes.isEmpty, state.renderingMode < 7 || state.clip == nil else { return }
    let whole = textMatrix.then(state.transform)
    var area = Area.nothing
    for corner in [(0, state.rise - 0.2 * state.fontSize), (advance, state.rise + 0.7 * state.fontSize)] {
      area.include(whole.apply(corner.0, corner.1))
    }
    guard area.x0.isFinite, area.x1.isFinite, area.y0.isFinite, area.y1.isFinite else { return }
    let scale = max((whole.c * whole.c + whole.d * whole.d).squareRoot(), (whole.a * whole.a + whole.b * whole.b).squareRoot())
    let reason = reason(area: area, sizePoints: abs(state.fontSize) * scale)
    painting.add(TextRun(area: area, codes: codes, font: state.font, isNested: resources.count > 1, reason: reason))
  }

  private mutating func reason(area: Area, sizePoints: Double) -> HiddenReason? {
    if state.renderingMode == 3 || state.renderingMode == 7 { return .invisible }
    let strokes = state.renderingMode == 1 || state.renderingMode == 5
    if (strokes ? state.strokeOpacity : state.fillOpacity) < 0.06 { return .transparent }
    if area.misses(visible) { return .offPage }
    if let clip = state.clip, area.misses(clip) { return .clipped }
    if sizePoints < 2 { return .tiny }
    guard let own = strokes ? state.strokeLightness : state.fillLightness else { return nil }
    let ground = painting.ground(x: (area.x0 + area.x1) / 2, y: (area.y0 + area.y1) / 2)
    guard let under = ground.lightness, ground.isWhole else { return own > 0.9 ? .uncertain : nil }
    return abs(own - under) < 0.07 ? .faint : nil
  }
}

/// Fonts by their number in the file, and how many operators may still be looked at, for all pages together.
final class FontShelf {
  private var fonts: [Int: ContentFont] = [:]
  var remainingOperators = 12_000_000

  func font(_ object: qpdf_oh, in file: qpdf_data) -> ContentFont {
    let number = Int(qpdf_oh_get_object_id(file, object))
    if number != 0, let known = fonts[number] { return known }
    let font = ContentFont(file: file, font: object)
    if number != 0 { fonts[number] = font }
    return font
  }
}
