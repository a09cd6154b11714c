/// One thing a text says, under the key by which it is found again in another version of the text.
package struct MergeItem<Key: Hashable & Sendable>: Hashable, Sendable {
    /// What it is: a heading, or a step by what it does and to whom.
    package let key: Key
    /// What it says.
    package let text: String

    /// An item.
    package init(_ key: Key, _ text: String) {
        self.key = key
        self.text = text
    }
}

/// What becomes of an item when two versions are merged (三方合并).
package enum Merged<Key: Hashable & Sendable>: Hashable, Sendable {
    /// Only one side changed it, or both alike.
    case settled(MergeItem<Key>)
    /// The sides differ: what each says, nil where it took the item out, and what their common ancestor says.
    case conflict(Key, ours: String?, theirs: String?, ancestor: String?, MergeConflict)
}

/// Why an item is in conflict.
package enum MergeConflict: String, Hashable, Sendable {
    /// Both sides changed the same thing in different ways.
    case bothChanged
    /// Steps of both sides change the same body, person or duty so that not both can be meant.
    case sameSubject
}

/// Merges two versions item by item against the one they have in common. What only one side changed is taken from it;
/// the order is that of the side which changed the order, or else ours, with what theirs adds after what it follows there.
package func mergeThreeWays<Key>(
    ancestor: [MergeItem<Key>], ours: [MergeItem<Key>], theirs: [MergeItem<Key>]
) -> [Merged<Key>] {
    let texts = [ancestor, ours, theirs].map { items in
        Dictionary(items.map { ($0.key, $0.text) }) { first, _ in first }
    }
    let common = Set(ancestor.map(\.key)).intersection(ours.map(\.key)).intersection(theirs.map(\.key))
    func order(_ items: [MergeItem<Key>]) -> [Key] { items.map(\.key).filter(common.contains) }
    let isOurOrder = order(ours) != order(ancestor) || order(theirs) == order(ancestor)
    var keys = (isOurOrder ? ours : theirs).map(\.key)
    var before: Key?
    for key in (isOurOrder ? theirs : ours).map(\.key) {
        if !keys.contains(key) {
            let place = before.flatMap { keys.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
            keys.insert(key, at: place)
        }
        before = key
    }
    return keys.compactMap { key in
        let (base, one, other) = (texts[0][key], texts[1][key], texts[2][key])
        let taken: String?
        if one == other || other == base {
            taken = one
        } else if one == base {
            taken = other
        } else {
            return .conflict(key, ours: one, theirs: other, ancestor: base, .bothChanged)
        }
        return taken.map { .settled(MergeItem(key, $0)) }
    }
}
