import Norms
import Yams

/// How large and deep a pack's file may be: what no pack ever is would only cost the office's machine.
enum PackLimits {
    static let bytes = 1 << 20
    static let depth = 32
    static let indent = 160
    static let brackets = 400
    static let nodes = 200_000
}

/// A file that has no tree: one fault, and nothing to go on from.
struct UnreadablePack: Error {
    let fault: PackFault
}

extension SourcePosition {
    init(_ mark: Mark?) {
        self.init(line: mark?.line ?? 1, column: mark?.column ?? 1)
    }
}

extension Node {
    var position: SourcePosition { SourcePosition(mark) }
}

/// The tree of a pack's file, or the fault that keeps it from being one.
func composePack(_ text: String) throws(UnreadablePack) -> Node {
    guard text.utf8.count <= PackLimits.bytes else {
        throw UnreadablePack(
            fault: PackFault(
                .tooLarge, at: .start, zh: "文件超过1兆字节，规则包不会这样大，请核对是否选错文件。",
                en: "the file has more than a megabyte; no pack is that large. Is it the right file?"))
    }
    try lookAtDepth(text)
    let composed: Node?
    do {
        composed = try Yams.compose(yaml: text)
    } catch let error as YamlError {
        throw UnreadablePack(fault: fault(of: error, in: text))
    } catch {
        throw UnreadablePack(
            fault: PackFault(.notYAML, at: .start, zh: "文件无法读取。", en: "the file can't be read."))
    }
    guard let node = composed else {
        throw UnreadablePack(
            fault: PackFault(
                .emptyPack, at: .start, zh: "文件是空的，请写入规则包。", en: "the file is empty; write a pack in it."))
    }
    var left = PackLimits.nodes
    try lookAtTree(node, depth: 0, left: &left)
    return node
}

private func tooDeep(_ position: SourcePosition) -> PackFault {
    PackFault(
        .tooDeep, at: position, zh: "层次太深或内容太多，规则包不会这样写，请改简单。",
        en: "nested too deep or too much; no pack is written like that. Make it simpler.")
}

/// Depth is looked at before the text is taken apart, since taking it apart goes as deep as it is.
private func lookAtDepth(_ text: String) throws(UnreadablePack) {
    var brackets = 0
    var line = 1
    var column = 0
    var isIndent = true
    for byte in text.utf8 {
        column += 1
        switch byte {
        case UInt8(ascii: "\n"):
            line += 1
            column = 0
            isIndent = true
            continue
        case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "\t"): break
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            brackets += 1
            isIndent = false
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            brackets = max(0, brackets - 1)
            isIndent = false
        default: isIndent = false
        }
        if brackets > PackLimits.brackets || isIndent && column > PackLimits.indent {
            throw UnreadablePack(fault: tooDeep(SourcePosition(line: line, column: column)))
        }
    }
}

/// An alias repeats what it stands for, so nodes are counted as they would be read.
private func lookAtTree(_ node: Node, depth: Int, left: inout Int) throws(UnreadablePack) {
    left -= 1
    guard depth <= PackLimits.depth, left > 0 else { throw UnreadablePack(fault: tooDeep(node.position)) }
    switch node {
    case .mapping(let mapping):
        for (key, value) in mapping {
            try lookAtTree(key, depth: depth + 1, left: &left)
            try lookAtTree(value, depth: depth + 1, left: &left)
        }
    case .sequence(let sequence):
        for element in sequence { try lookAtTree(element, depth: depth + 1, left: &left) }
    default: break
    }
}

private func fault(of error: YamlError, in text: String) -> PackFault {
    let zh = "YAML 格式有误，请检查缩进、冒号和引号；文字里有方括号、花括号、逗号或冒号的，整段加引号，如 \"湖人社发[2012]5号\"。"
    let en =
        "this is not YAML; check indents, colons and quotes. A text with brackets, braces, commas or colons stands in quotes: \"湖人社发[2012]5号\"."
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
        return PackFault(.notYAML, at: SourcePosition(mark), zh: zh, en: en)
    case .duplicatedKeysInMapping(let duplicates, let context):
        let name = duplicates.first ?? ""
        return PackFault(
            .repeatedField, at: secondPlace(of: name, from: SourcePosition(context.mark), in: text),
            zh: "“\(name)”重复出现，请删去一处。", en: "“\(name)” stands twice; remove one of them.")
    default:
        return PackFault(.notYAML, at: .start, zh: zh, en: en)
    }
}

/// Where a repeated name stands the second time; the parser only says where its mapping begins.
private func secondPlace(of name: String, from start: SourcePosition, in text: String) -> SourcePosition {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var found = 0
    for index in max(0, start.line - 1)..<max(lines.count, start.line) where index < lines.count {
        let begin = lines[index].prefix { $0 == " " || $0 == "-" }
        let rest = lines[index].dropFirst(begin.count)
        guard rest.hasPrefix(name), rest.dropFirst(name.count).first == ":" else { continue }
        found += 1
        if found == 2 { return SourcePosition(line: index + 1, column: begin.unicodeScalars.count + 1) }
    }
    return start
}
