import CLibXML2
import Glibc

/// Runs a part of the container through the parser, piece by piece as it is unpacked.
///
/// No network, no document type, so no entities of the file's own, and libxml2's own limits on depth
/// and length of text stay on.
func parseXML(
    _ part: String, in container: inout Container, _ listener: XMLListener
) throws(UnreadableFile.Reason) {
    _ = parserIsReady
    var handlers = xmlHandlers
    let hearing = Unmanaged.passUnretained(listener).toOpaque()
    guard let parser = xmlCreatePushParserCtxt(&handlers, hearing, nil, 0, nil) else { throw .systemError(ENOMEM) }
    defer { xmlFreeParserCtxt(parser) }
    _ = xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue))

    try container.unpack(part) { (bytes) throws(UnreadableFile.Reason) in
        try feed(bytes, to: parser, part, listener, last: false)
    }
    try feed(UnsafeBufferPointer(start: nil, count: 0), to: parser, part, listener, last: true)
}

private func feed(
    _ bytes: UnsafeBufferPointer<UInt8>, to parser: xmlParserCtxtPtr, _ part: String, _ listener: XMLListener,
    last: Bool
) throws(UnreadableFile.Reason) {
    let status = bytes.withMemoryRebound(to: CChar.self) {
        xmlParseChunk(parser, $0.baseAddress, Int32($0.count), last ? 1 : 0)
    }
    if let failure = listener.failure { throw failure }
    // A prefix without a declared namespace is an error of lower rank that Excel forgives as well.
    guard status == 0 || parser.pointee.wellFormed == 1 else {
        let error = parser.pointee.lastError
        let message = error.message.map { String(cString: $0) } ?? "error \(status)"
        throw .damaged(detail: "\(part), line \(error.line): \(message.filter { !$0.isNewline })")
    }
}

private let parserIsReady: Void = xmlInitParser()

private func listener(_ pointer: UnsafeMutableRawPointer?) -> XMLListener? {
    pointer.map { Unmanaged<XMLListener>.fromOpaque($0).takeUnretainedValue() }
}

private var xmlHandlers: xmlSAXHandler {
    var handlers = xmlSAXHandler()
    handlers.initialized = UInt32(XML_SAX2_MAGIC)
    handlers.startElementNs = { pointer, name, _, _, _, _, count, _, attributes in
        guard let name else { return }
        listener(pointer)?.started(xmlName(name), xmlAttributes(attributes, Int(count)))
    }
    handlers.endElementNs = { pointer, name, _, _ in
        guard let name else { return }
        listener(pointer)?.ended(xmlName(name))
    }
    handlers.characters = { pointer, start, count in
        listener(pointer)?.characters(UnsafeBufferPointer(start: start, count: Int(count)))
    }
    handlers.ignorableWhitespace = handlers.characters
    handlers.cdataBlock = handlers.characters
    handlers.internalSubset = { pointer, _, _, _ in
        // ISO/IEC 29500-2 forbids document types in parts; one is there to smuggle in entities.
        listener(pointer)?.failure = .damaged(detail: "a part declares a document type")
    }
    // Errors are read from the parser afterwards; without this libxml2 prints them.
    handlers.serror = { _, _ in }
    return handlers
}
