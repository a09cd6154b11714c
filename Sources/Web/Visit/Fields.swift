import Basics

/// What came with a request as names and values, in its order (字段): of an address or of a form.
struct Fields: Sendable {
    private let values: [String: [String]]
    /// The names in the order in which they first came.
    let names: [String]

    /// Fields that were read.
    init(_ pairs: [(name: String, value: String)] = []) {
        var values: [String: [String]] = [:]
        var names: [String] = []
        for pair in pairs {
            if values[pair.name] == nil { names.append(pair.name) }
            values[pair.name, default: []].append(pair.value)
        }
        self.values = values
        self.names = names
    }

    /// The longest list of fields that is read; what has more was made by no page of this house.
    static let most = 4_000

    /// Reads `a=1&b=2`; nil where it is not that, or not UTF-8.
    init?(encoded text: some StringProtocol) {
        var pairs: [(name: String, value: String)] = []
        for part in text.utf8.split(separator: UInt8(ascii: "&")) {
            guard pairs.count < Fields.most else { return nil }
            let stop = part.firstIndex(of: UInt8(ascii: "="))
            guard let name = Fields.decoded(part[..<(stop ?? part.endIndex)]),
                let value = Fields.decoded(stop.map { part[part.index(after: $0)...] } ?? part[part.endIndex...])
            else { return nil }
            pairs.append((name, value))
        }
        self.init(pairs)
    }

    /// All values of a field.
    func all(_ name: String) -> [String] { values[name] ?? [] }

    /// The value of a field without the spaces around it, in normal form C; nil where it is missing, empty or came twice.
    subscript(name: String) -> String? {
        guard let found = values[name], found.count == 1 else { return nil }
        let text = found[0].trimmed.normalised
        return text.isEmpty ? nil : text
    }

    /// What the number in a field stands for; nil where it stands for nothing.
    func coded<Value: RawRepresentable>(_ name: String) -> Value? where Value.RawValue == UInt8 {
        self[name].flatMap { UInt8($0) }.flatMap { Value(rawValue: $0) }
    }

    /// Which page of a list is asked for, from 1.
    var page: Int { max(1, self["page"].flatMap { Int($0) } ?? 1) }

    /// Whether a field that stands once on every page came more than once.
    func isRepeated(_ name: String) -> Bool { (values[name]?.count ?? 0) > 1 }

    private static func decoded(_ bytes: some Collection<UInt8>) -> String? {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var iterator = bytes.makeIterator()
        while let byte = iterator.next() {
            switch byte {
            case UInt8(ascii: "+"): result.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = iterator.next().flatMap(digit), let low = iterator.next().flatMap(digit) else {
                    return nil
                }
                result.append(high << 4 | low)
            default: result.append(byte)
            }
        }
        return String(validating: result, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}
