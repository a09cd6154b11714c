import CLibXML2
import Glibc

/// Hears the elements and characters of one XML part, in order. A class, because libxml2 hands back one pointer.
class XMLListener {
    /// Set by a listener to stop the parser; the part is then refused for this reason.
    final var failure: UnreadableFile.Reason?

    /// An element begins.
    func started(_ name: XMLName, _ attributes: XMLAttributes) {}
    /// An element ends.
    func ended(_ name: XMLName) {}
    /// Characters between tags, in as many pieces as the parser likes.
    func characters(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// An element's name without prefix and namespace: writers choose prefixes freely, and the strict and the
/// transitional format differ only in namespaces.
struct XMLName {
    fileprivate let bytes: UnsafePointer<xmlChar>

    static func == (name: XMLName, literal: StaticString) -> Bool { same(name.bytes, literal) }
}

/// The attributes of one element; valid only while it is being announced.
struct XMLAttributes {
    // Five pointers an attribute: local name, prefix, namespace, first byte of the value, its end.
    fileprivate let pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    fileprivate let count: Int

    /// The bytes of a value, unchecked for references; enough for numbers, names of cells and types.
    subscript(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
        guard let pointers else { return nil }
        for index in 0..<count {
            guard let local = pointers[5 * index], same(local, name),
                let start = pointers[5 * index + 3], let end = pointers[5 * index + 4]
            else { continue }
            return UnsafeBufferPointer(start: start, count: end - start)
        }
        return nil
    }

    /// A value as text.
    func text(_ name: StaticString) -> String? {
        guard let bytes = self[name] else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        // With entities not expanded the parser leaves an ampersand in an attribute as this reference.
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        return text.split(separator: "&#38;", omittingEmptySubsequences: false).joined(separator: "&")
    }

    /// A value as a number.
    func integer(_ name: StaticString) -> Int? { self[name].flatMap(decimal) }

    /// Whether a value is XML Schema's "true".
    func isTrue(_ name: StaticString) -> Bool {
        guard let bytes = self[name] else { return false }
        return bytes.elementsEqual("1".utf8) || bytes.elementsEqual("true".utf8)
    }
}

/// A run of decimal digits as a number, or nil where it is anything else or too long.
func decimal(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard (1...18).contains(bytes.count) else { return nil }
    var number = 0
    for byte in bytes {
        guard byte >= 48, byte <= 57 else { return nil }
        number = number * 10 + Int(byte) - 48
    }
    return number
}

private func same(_ bytes: UnsafePointer<xmlChar>, _ literal: StaticString) -> Bool {
    let other = literal.utf8Start
    // The first letter tells most names apart without a call.
    return bytes[0] == other[0]
        && strcmp(
            UnsafeRawPointer(bytes).assumingMemoryBound(to: CChar.self),
            UnsafeRawPointer(other).assumingMemoryBound(to: CChar.self)) == 0
}

/// Makes the names and attributes the parser's callbacks announce.
func xmlName(_ bytes: UnsafePointer<xmlChar>) -> XMLName { XMLName(bytes: bytes) }
func xmlAttributes(_ pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int) -> XMLAttributes {
    XMLAttributes(pointers: pointers, count: count)
}
