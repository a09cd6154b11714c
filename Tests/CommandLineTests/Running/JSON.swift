import Foundation

/// A JSON value that is asked for one part after another; what is not there is nil.
struct JSON {
    let value: Any

    init(_ value: Any) { self.value = value }

    subscript(_ key: String) -> JSON? { (value as? [String: Any])?[key].map(JSON.init) }

    var text: String? { value as? String }
    var number: Int? { (value as? NSNumber)?.intValue }
    var flag: Bool? { (value as? NSNumber)?.boolValue }
    var items: [JSON] { (value as? [Any])?.map(JSON.init) ?? [] }
    var isNull: Bool { value is NSNull }
}
