/// One relationship of a part to another.
struct Relationship {
    /// The identifier other parts refer to.
    let id: String
    /// The last word of its type, such as `worksheet`: the words before it differ between the strict and the
    /// transitional format.
    let kind: Substring
    /// Name of the part it leads to, from the root of the container.
    let part: String
}

/// The relationships of a part, or of the whole container for "". A part without any has no list.
func readRelationships(
    of part: String, in container: inout Container
) throws(UnreadableFile.Reason) -> [Relationship] {
    let slash = part.lastIndex(of: "/")
    let folder = slash.map { String(part[...$0]) } ?? ""
    let name = slash.map { part[part.index(after: $0)...] } ?? part[...]
    let list = "\(folder)_rels/\(name).rels"
    guard container.has(list) else { return [] }
    let listener = RelationshipListener(folder: folder)
    try parseXML(list, in: &container, listener)
    return listener.found
}

private final class RelationshipListener: XMLListener {
    let folder: String
    var found: [Relationship] = []

    init(folder: String) { self.folder = folder }

    override func started(_ name: XMLName, _ attributes: XMLAttributes) {
        guard name == "Relationship", let id = attributes.text("Id"), let type = attributes.text("Type"),
            let target = attributes.text("Target"), attributes.text("TargetMode") != "External"
        else { return }
        let kind = type[(type.lastIndex(of: "/").map(type.index(after:)) ?? type.startIndex)...]
        found.append(Relationship(id: id, kind: kind, part: resolved(target, from: folder)))
    }
}

/// A target, absolute or relative to a folder, as the name of a part.
private func resolved(_ target: String, from folder: String) -> String {
    let path = target.hasPrefix("/") ? target : folder + target
    var steps: [Substring] = []
    for step in path.split(separator: "/") where step != "." {
        if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
}
