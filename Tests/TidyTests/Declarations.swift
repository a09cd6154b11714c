/// A declaration found in Swift text, with what the rules ask about it.
struct Declaration: Sendable {
    /// `func`, `var`, `let`, `init`, `case`, `struct` …
    let keyword: String
    /// The name with the types around it: `Act.Basis`, `Change.abolish`; `init` for initialisers.
    let name: String
    /// Whether other targets can see it: by its own modifier, or as a case or requirement of what they can see.
    let isExposed: Bool
    /// Whether it stands inside a body of code, where nothing outside can see it.
    let isLocal: Bool
    /// The line of its keyword, from 1.
    let line: Int
    /// The line of the brace that ends it; its own line where it has no body.
    var lastLine: Int

    /// Whether it makes a type.
    var isType: Bool { Declaration.typeKeywords.contains(keyword) }

    /// Whether it is a body of code that somebody reads in one go.
    var isFunction: Bool { ["func", "init", "subscript", "var"].contains(keyword) }

    static let typeKeywords: Set<String> = ["struct", "enum", "class", "actor", "protocol", "typealias"]
}

extension Code {
    private struct Scope {
        /// The keyword of the declaration whose braces these are; nil for closures, loops and the like.
        let keyword: String?
        let path: String
        let isExposed: Bool
        let declaration: Int?
        var parentheses = 0

        var isType: Bool {
            keyword.map { Declaration.typeKeywords.contains($0) || $0 == "extension" } ?? false
        }
    }

    /// Every declaration among the words of a text, in order.
    static func declarations(among tokens: [Token]) -> [Declaration] {
        var found: [Declaration] = []
        var scopes = [Scope(keyword: "extension", path: "", isExposed: false, declaration: nil)]
        var pending: Scope?
        for (index, token) in tokens.enumerated() {
            switch token.text {
            case "(", "[": scopes[scopes.count - 1].parentheses += 1
            case ")", "]": scopes[scopes.count - 1].parentheses -= 1
            case "{":
                let isBody = scopes[scopes.count - 1].parentheses == 0
                let inside = isBody ? pending : nil
                if isBody { pending = nil }
                scopes.append(
                    inside
                        ?? Scope(keyword: nil, path: scopes[scopes.count - 1].path, isExposed: false, declaration: nil))
            case "}":
                guard scopes.count > 1 else { continue }
                if let declaration = scopes.removeLast().declaration { found[declaration].lastLine = token.line }
                // A closure among the parameters ends nothing: the body is still to come.
                if scopes[scopes.count - 1].parentheses == 0 { pending = nil }
            default:
                let scope = scopes[scopes.count - 1]
                guard scope.parentheses == 0, index == 0 || ![".", "import"].contains(tokens[index - 1].text),
                    let name = Code.name(declaredAt: index, in: tokens, scope: scope.keyword)
                else { continue }
                let modifiers = Code.modifiers(before: index, in: tokens)
                let isMember = (token.text == "case" && scope.keyword == "enum") || scope.keyword == "protocol"
                let isExposed =
                    modifiers.contains("package") || modifiers.contains("public") || (isMember && scope.isExposed)
                let path = scope.path.isEmpty ? name : "\(scope.path).\(name)"
                if token.text != "extension" {
                    found.append(
                        Declaration(
                            keyword: token.text, name: path, isExposed: isExposed, isLocal: !scope.isType,
                            line: token.line, lastLine: token.line))
                }
                pending = Scope(
                    keyword: token.text, path: path, isExposed: isExposed,
                    declaration: token.text == "extension" ? nil : found.count - 1)
            }
        }
        return found
    }

    /// The modules imported among the words of a text, with the line of each.
    static func imports(among tokens: [Token]) -> [(module: String, line: Int)] {
        var found: [(module: String, line: Int)] = []
        let kinds: Set<String> = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
        for (index, token) in tokens.enumerated() where token.text == "import" {
            var place = index + 1
            if place < tokens.count, kinds.contains(tokens[place].text) { place += 1 }
            guard place < tokens.count, tokens[place].line == token.line else { continue }
            found.append((tokens[place].text, token.line))
        }
        return found
    }

    /// The names and signs of code, with the line of each.
    static func tokens(of lines: [String]) -> [Token] {
        var tokens: [Token] = []
        for (number, line) in lines.enumerated() {
            var name = String.UnicodeScalarView()
            for scalar in line.unicodeScalars {
                if scalar == "_" || scalar == "@" || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
                    name.append(scalar)
                    continue
                }
                if !name.isEmpty { tokens.append(Token(text: String(name), line: number + 1)) }
                name.removeAll()
                if !scalar.properties.isWhitespace, scalar != "`" {
                    tokens.append(Token(text: String(scalar), line: number + 1))
                }
            }
            if !name.isEmpty { tokens.append(Token(text: String(name), line: number + 1)) }
        }
        return tokens
    }

    /// The name that a declaration beginning with this token gives, or nil when none begins there.
    private static func name(declaredAt index: Int, in tokens: [Token], scope: String?) -> String? {
        let keyword = tokens[index].text
        if keyword == "init" || keyword == "subscript" { return keyword }
        guard index + 1 < tokens.count else { return nil }
        let next = tokens[index + 1].text
        switch keyword {
        case "case":
            return scope == "enum" ? next : nil
        case "func", "var", "let", "struct", "enum", "protocol", "typealias", "associatedtype":
            return next
        case "class", "actor":
            return next != ":" && next != "," && !["func", "var", "let"].contains(next) ? next : nil
        case "extension":
            var name = next
            var place = index + 2
            while place + 1 < tokens.count, tokens[place].text == "." {
                name += ".\(tokens[place + 1].text)"
                place += 2
            }
            return name
        default:
            return nil
        }
    }

    /// The modifiers that stand before a keyword.
    private static func modifiers(before index: Int, in tokens: [Token]) -> [String] {
        let known: Set<String> = [
            "package", "public", "internal", "fileprivate", "private", "static", "final", "mutating", "nonmutating",
            "indirect", "override", "lazy", "weak", "unowned", "nonisolated", "convenience", "required", "consuming",
            "borrowing", "class", "(", ")", "set", "unsafe",
        ]
        var found: [String] = []
        var place = index - 1
        while place >= 0, known.contains(tokens[place].text) {
            found.append(tokens[place].text)
            place -= 1
        }
        return found
    }
}
