/// The kind of work that a name tells: what is left of it without the region in front and the form word at the end, so
/// that 安和区梅林镇农业农村服务中心 and 安和区松岗乡农业农村站 are one kind. Nil where nothing is left.
/// - Parameters:
///   - name: the full name of a public institution.
///   - supervisor: the full name of its supervisor, where it has one: the region is what both have in common, so no
///     list of regions is needed.
package func kindOfWork(_ name: String, under supervisor: String?) -> String? {
    var rest = Array(name.unicodeScalars)
    if let supervisor { rest.removeFirst(regionLength(of: rest, sharedWith: Array(supervisor.unicodeScalars))) }
    for form in forms where rest.drop(last: form) { break }
    for filler in fillers where rest.drop(last: filler) { break }
    guard rest.count >= 2 else { return nil }
    var work = String.UnicodeScalarView()
    work.append(contentsOf: rest)
    return String(work)
}

/// How many characters at the front of a name are a region, as far as the other name has them too, at its front or
/// after 中共 or the like.
private func regionLength(of name: [Unicode.Scalar], sharedWith other: [Unicode.Scalar]) -> Int {
    var shared = 0
    for start in other.indices {
        var length = 0
        while length < name.count, start + length < other.count, name[length] == other[start + length] { length += 1 }
        shared = max(shared, length)
    }
    var end = 0
    for index in 0..<shared {
        // A region has two characters before its mark, so 区 of 社区 or 市 of 市场 ends none.
        let isStreet = name[index] == "道" && index > 0 && name[index - 1] == "街"
        let length = index - end - (isStreet ? 1 : 0)
        if length >= 2, isStreet || regionMarks.contains(name[index]) { end = index + 1 }
    }
    return end
}

extension [Unicode.Scalar] {
    /// Drops the word from the end, unless too little were left.
    fileprivate mutating func drop(last word: [Unicode.Scalar]) -> Bool {
        guard count >= word.count + 2, suffix(word.count).elementsEqual(word) else { return false }
        removeLast(word.count)
        return true
    }
}

private let regionMarks: [Unicode.Scalar] = ["省", "市", "州", "盟", "区", "县", "旗", "乡", "镇"]

// The form words of public institutions (格级名), the longer before those that they end with.
private let forms = [
    "中心", "总站", "大队", "支队", "中队", "总队", "馆", "所", "站", "台", "社", "院", "校", "队", "团", "园",
].map { Array($0.unicodeScalars) }

// That work is served, managed or handled says nothing of what work it is.
private let fillers = ["服务", "管理", "事务", "工作"].map { Array($0.unicodeScalars) }
