import Registry

/// What a cell says that holds a body's leader posts together.
enum PostsRead: Hashable {
    /// Nothing, or a dash.
    case blank
    /// A number that is not divided into posts.
    case undivided(Int)
    /// Posts by role.
    case posts([LeaderRole: Int])
    /// The posts don't add up to the number that stands with them.
    case contradiction(total: Int, sum: Int)
    /// Neither.
    case unreadable
}

/// Reads posts in one cell, the number before or behind each: 1正2副, 一正两副, 正职1名、副职2名, 正副职各1名,
/// 3(1正2副), 3名,其中正职1名,副职2名, 主任1名、副主任2名. What stands in brackets behind whole posts explains them.
func readPostsTogether(_ cell: Cell, words: RowWords, posts: PostWords, of type: InstitutionType?) -> PostsRead {
    switch readCount(cell, words: words) {
    case .blank: return .blank
    case .value(let count): return .undivided(count)
    case .unreadable: break
    }
    guard case .text(let text) = cell, text.utf8.count <= 240 else { return .unreadable }
    let (outer, inside) = withoutBrackets(folded(text, punctuation: true))
    let bracketed = inside.compactMap { pieces($0, posts, type) }.map(concluded)
    if case .value(let total) = readCount(outer, words: words) {
        for case .posts(let found) in bracketed {
            let sum = found.values.reduce(0, +)
            return sum == total ? .posts(found) : .contradiction(total: total, sum: sum)
        }
        return .undivided(total)
    }
    guard let found = pieces(outer, posts, type) else { return .unreadable }
    return concluded(found)
}

/// A number, or the posts that letters name.
private enum Piece {
    case number(Int)
    case roles([LeaderRole], each: Bool)
}

/// The text as numbers and posts in turn; nil where letters name no post.
private func pieces(_ text: String, _ words: PostWords, _ type: InstitutionType?) -> [Piece]? {
    var pieces: [Piece] = []
    var digits = ""
    var letters = ""
    func isNumeral(_ character: Character) -> Bool {
        ("0"..."9").contains(character) || chineseNumber(String(character)) != nil
    }
    func end() -> Bool {
        if !digits.isEmpty {
            guard let number = Int(digits) ?? chineseNumber(digits) else { return false }
            pieces.append(.number(number))
            digits = ""
        }
        if !letters.isEmpty {
            guard let read = words.read(letters, of: type) else { return false }
            if !read.roles.isEmpty || read.each { pieces.append(.roles(read.roles, each: read.each)) }
            letters = ""
        }
        return true
    }
    for character in text {
        if isNumeral(character) {
            if !letters.isEmpty, !end() { return nil }
            digits.append(character)
        } else if character.isLetter {
            if !digits.isEmpty, !end() { return nil }
            letters.append(character)
        } else if !end() {
            return nil
        }
    }
    return end() ? pieces : nil
}

private func concluded(_ pieces: [Piece]) -> PostsRead {
    if let posts = numberFirst(pieces[...]) ?? roleFirst(pieces[...]) { return .posts(posts) }
    // A number before all of them is their sum.
    guard case .number(let total)? = pieces.first,
        let posts = numberFirst(pieces.dropFirst()) ?? roleFirst(pieces.dropFirst())
    else { return .unreadable }
    let sum = posts.values.reduce(0, +)
    if sum == total { return .posts(posts) }
    return posts.values.contains { $0 > total } ? .unreadable : .contradiction(total: total, sum: sum)
}

/// 1正2副.
private func numberFirst(_ pieces: ArraySlice<Piece>) -> [LeaderRole: Int]? {
    var posts: [LeaderRole: Int] = [:]
    var pending: Int?
    for piece in pieces {
        switch piece {
        case .number(let number):
            guard pending == nil else { return nil }
            pending = number
        case .roles(let roles, let each):
            guard let number = pending, roles.count == 1, !each else { return nil }
            posts[roles[0], default: 0] += number
            pending = nil
        }
    }
    return pending == nil && !posts.isEmpty ? posts : nil
}

/// 正职1名、副职2名, 正副职各1名.
private func roleFirst(_ pieces: ArraySlice<Piece>) -> [LeaderRole: Int]? {
    var posts: [LeaderRole: Int] = [:]
    var pending: [LeaderRole] = []
    var isEach = false
    for piece in pieces {
        switch piece {
        case .roles(let roles, let each):
            pending += roles
            isEach = isEach || each
        case .number(let number):
            guard pending.count == 1 || isEach && !pending.isEmpty else { return nil }
            for role in pending { posts[role, default: 0] += number }
            pending = []
            isEach = false
        }
    }
    return pending.isEmpty && !posts.isEmpty ? posts : nil
}
