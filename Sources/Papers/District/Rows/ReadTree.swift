import Basics
import Registry

/// The bodies of a tree with what their places in it say.
struct TreeRead {
    /// The rows that are bodies.
    var records: [BookReader.Record]
    /// The type that the groups above give, by record.
    var types: [InstitutionType?]
    /// The nearest body above, by record.
    var supervisors: [Int?]
}

extension BookReader {
    /// Where the rows form a tree (by parent, level or indent), tells groups from bodies and reads what the groups say.
    mutating func readTree(_ keys: NameKeys) -> TreeRead {
        let parents = findParents(keys)
        guard parents.contains(where: { $0 != nil }) else {
            let none = records.map { _ in Optional<Int>.none }
            return TreeRead(records: records, types: records.map { _ in nil }, supervisors: none)
        }
        let groups = findGroups(parents, keys)
        var new: [Int?] = []
        var kept: [Int] = []
        for place in records.indices {
            new.append(groups[place] == nil ? kept.count : nil)
            if groups[place] == nil { kept.append(place) }
        }
        noteGroups(groups)
        for place in records.indices where groups[place] != nil {
            groupNames.insert(keys.plain(bodyName(records[place]) ?? ""))
        }
        let types = treeTypes(kept, parents, groups)
        let supervisors = kept.map { place -> Int? in
            var at = parents[place]
            var steps = 0
            while let above = at, steps < 100 {
                if let body = new[above] { return body }
                at = parents[above]
                steps += 1
            }
            return nil
        }
        return TreeRead(records: kept.map { records[$0] }, types: types, supervisors: supervisors)
    }

    /// The row above each row in the tree; all nil where there is no tree.
    private mutating func findParents(_ keys: NameKeys) -> [Int?] {
        var parents: [Int?] = Array(repeating: nil, count: records.count)
        var nodes: [String: Int] = [:]
        for (place, record) in records.enumerated() {
            let field = hasColumn(.bodyNode, record) ? Field.bodyNode : .bodyOfficeCode
            if hasColumn(.bodyParent, record), let node = text(field, record) { nodes[node] = place }
        }
        if !nodes.isEmpty {
            for (place, record) in records.enumerated() {
                guard let parent = text(.bodyParent, record) else { continue }
                if let above = nodes[parent], above != place {
                    parents[place] = above
                } else if !["0", "-1"].contains(parent) {
                    report(
                        .warning, .parentMissing, record, .bodyParent,
                        Wording(zh: "上级节点“\(parent)”不在表里。", en: "The parent node “\(parent)” is not in the table."),
                        Wording(zh: "请核对上级编号。", en: "Check the parent's number."))
                }
            }
            return withoutRings(parents)
        }
        if let named = parentsByName(keys) { return withoutRings(named) }
        if let coded = parentsByCode() { return withoutRings(coded) }
        return byDepth(depths())
    }

    /// A node that is above itself is taken off its parent.
    private func withoutRings(_ parents: [Int?]) -> [Int?] {
        var parents = parents
        for place in ringCuts(parents) { parents[place] = nil }
        return parents
    }

    /// How deep each row stands, by its level column or by the spaces before its name; empty where neither says.
    private func depths() -> [Int] {
        if records.contains(where: { $0.step != nil }) { return records.map { $0.step?.depth ?? 0 } }
        if let first = records.first, hasColumn(.bodyLevel, first) {
            let levels = records.map { record -> Int? in
                if case .value(let level) = readCount(cell(.bodyLevel, record), words: words) { return level }
                return nil
            }
            return levels.contains(nil) ? [] : levels.compactMap { $0 }
        }
        guard !tables.contains(where: { $0.meaning == .bodies && $0.places[.bodySupervisor] != nil }) else { return [] }
        let indents = records.map { cell(.bodyName, $0).indent }
        // A stray space before a few names is no tree.
        let indented = indents.filter { $0 >= 2 }.count
        return indented >= 2 && indented * 5 >= indents.count && indents.contains(0) ? indents : []
    }

    private func byDepth(_ depths: [Int]) -> [Int?] {
        var parents: [Int?] = Array(repeating: nil, count: records.count)
        guard depths.count == records.count else { return parents }
        var above: [(depth: Int, place: Int)] = []
        for (place, depth) in depths.enumerated() {
            while let last = above.last, last.depth >= depth { above.removeLast() }
            parents[place] = above.last?.place
            above.append((depth, place))
        }
        return parents
    }

    /// The key of each row that is a group, nil for bodies. By the words of groups first; then by structure: the
    /// root that is the district itself, and names without the district's prefix that recur under several parents
    /// or stand among groups only.
    private func findGroups(_ parents: [Int?], _ keys: NameKeys) -> [String?] {
        let names = records.map { bodyName($0) ?? "" }
        let filled = records.map { record in
            Field.allCases.contains { $0.isFigure && hasColumn($0, record) && !cell($0, record).isVoid }
        }
        var groups = names.indices.map { filled[$0] ? nil : vocabulary.groups.group(names[$0]) }
        var children: [[Int]] = Array(repeating: [], count: records.count)
        for (place, parent) in parents.enumerated() { if let parent { children[parent].append(place) } }
        let wordGroups = names.map { vocabulary.groups.group($0) != nil }
        let roots = names.indices.filter { parents[$0] == nil }
        let grouped = children.map { children in children.filter { wordGroups[$0] }.count }
        let groupedRoots = roots.filter { wordGroups[$0] }.count
        var parentsOfName: [String: Set<Int?>] = [:]
        for place in names.indices where !wordGroups[place] {
            parentsOfName[keys.plain(names[place]), default: []].insert(parents[place])
        }
        for place in names.indices where groups[place] == nil && !filled[place] {
            let plain = keys.plain(names[place])
            let hasPrefix = book.prefix.isEmpty ? false : keys.stripped(names[place]) != folded(names[place])
            let isRegion = !children[place].isEmpty && isRegionName(plain, keys)
            if parents[place] == nil, isRegion {
                groups[place] = "container"
                continue
            }
            guard !hasPrefix else { continue }
            if (parentsOfName[plain]?.count ?? 0) >= 2 {
                groups[place] = "container"
                continue
            }
            let siblings = (parents[place].map { children[$0].count } ?? roots.count) - 1
            let groupSiblings = parents[place].map { grouped[$0] } ?? groupedRoots
            if siblings > 0, groupSiblings * 2 > siblings, !children[place].isEmpty || plain.count <= 5 {
                groups[place] = "container"
            }
        }
        return groups
    }

    func isRegionName(_ plain: String, _ keys: NameKeys) -> Bool {
        let prefix = folded(book.prefix)
        if plain == prefix || (!plain.isEmpty && prefix.hasSuffix(plain))
            || (!prefix.isEmpty && plain.hasSuffix(prefix))
        {
            return true
        }
        return plain.count <= 8 && vocabulary.names.regionEnds.contains { plain.hasSuffix($0) }
    }

    /// The types that the bodies' places give them: of the nearest group that says one, or of the department a body
    /// belongs to.
    private func treeTypes(_ places: [Int], _ parents: [Int?], _ groups: [String?]) -> [InstitutionType?] {
        var found: [Int: InstitutionType?] = [:]
        for place in places {
            // A body may have its department's type, and that its own department's: what is found holds for all of them.
            var path: [Int] = []
            var at: Int? = place
            var type: InstitutionType?
            while let subject = at {
                if let known = found[subject] {
                    type = known
                    break
                }
                path.append(subject)
                let step = ownType(subject, parents, groups)
                type = step.type
                if step.type != nil { break }
                at = step.department
            }
            if type == nil, path.count > 1, let top = path.last { type = typeByName(bodyName(records[top]) ?? "") }
            for subject in path { found[subject] = .some(type) }
        }
        return places.map { found[$0] ?? nil }
    }

    /// The type that the groups right above a body give it, or else the department whose type it has.
    private func ownType(
        _ place: Int, _ parents: [Int?], _ groups: [String?]
    ) -> (type: InstitutionType?, department: Int?) {
        let types = vocabulary.values.types.cases
        var at = parents[place]
        var isOrgan = false
        var isDispatched = false
        var widest: InstitutionType?
        while let above = at {
            guard let group = groups[above] else {
                // Directly under a body a name says more than the place; a dispatched unit is what its department is.
                let type = isDispatched ? nil : typeByName(bodyName(records[place]) ?? "")
                return (type, above)
            }
            if let type = types[group], !(isOrgan && type == .publicInstitution) {
                if !isDispatched { return (type, nil) }
                widest = widest ?? type
            }
            if group == "organ" { isOrgan = true }
            if group == "dispatched" { isDispatched = true }
            at = parents[above]
        }
        return (widest ?? (isOrgan ? .government : nil), nil)
    }

    private mutating func noteGroups(_ groups: [String?]) {
        let found = groups.indices.filter { groups[$0] != nil }
        guard let first = found.first else { return }
        var seen: [String] = []
        for place in found {
            let name = bodyName(records[place]) ?? ""
            if !seen.contains(name) { seen.append(name) }
        }
        report(
            .note, .treeGroups, sheet: origin(records[first]).sheet, row: records[first].row + 1,
            read: seen.joined(separator: "、"),
            Wording(
                zh: "\(found.count)个节点是分组，不是机构：\(seen.joined(separator: "、"))。",
                en: "\(found.count) nodes are groups, not bodies: \(seen.joined(separator: ", "))."),
            Wording(
                zh: "如果其中有机构，请把它的全称写上，或从 values.yaml 的 groups 里去掉这个词。",
                en: "If one of them is a body, write its full name, or take the word out of groups in values.yaml."))
    }
}

/// One place of each ring among parents: cut there, none is left.
func ringCuts(_ parents: [Int?]) -> [Int] {
    var walks = [Int](repeating: 0, count: parents.count)
    var cuts: [Int] = []
    for start in parents.indices where walks[start] == 0 {
        var at = start
        walks[at] = start + 1
        while let above = parents[at] {
            if walks[above] == start + 1 { cuts.append(above) }
            if walks[above] != 0 { break }
            walks[above] = start + 1
            at = above
        }
    }
    return cuts
}
