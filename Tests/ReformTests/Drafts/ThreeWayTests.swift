import Basics
import Reform
import Registry
import Testing

/// Three-way merges of items, each worked out by hand.
@Suite struct ThreeWayTests {
    private func items(_ text: String) -> [MergeItem<String>] {
        text.split(separator: " ").map { MergeItem(String($0.prefix(1)), String($0)) }
    }

    private func merged(_ ancestor: String, _ ours: String, _ theirs: String) -> String {
        mergeThreeWays(ancestor: items(ancestor), ours: items(ours), theirs: items(theirs)).map { item in
            switch item {
            case .settled(let settled): settled.text
            case .conflict(_, let ours, let theirs, let ancestor, _):
                "<\(ours ?? "-")|\(ancestor ?? "-")|\(theirs ?? "-")>"
            }
        }.joined(separator: " ")
    }

    @Test func byHand() {
        // Ancestor, ours, theirs, and what comes of them; the first letter is the key.
        for (ancestor, ours, theirs, expected) in [
            ("a1 b1 c1", "a1 b1 c1", "a1 b1 c1", "a1 b1 c1"),
            ("a1 b1 c1", "a2 b1 c1", "a1 b1 c3", "a2 b1 c3"),
            ("a1 b1", "a2 b1", "a2 b1", "a2 b1"),
            ("a1 b1", "a2 b1", "a3 b1", "<a2|a1|a3> b1"),
            ("a1 b1 c1", "a1 c1", "a1 b1 c1", "a1 c1"),
            ("a1 b1 c1", "a1 c1", "a1 b2 c1", "a1 <-|b1|b2> c1"),
            ("a1 b1", "a1 b1 x1", "a1 y1 b1", "a1 y1 b1 x1"),
            ("a1", "a1 x1", "a1 x2", "a1 <x1|-|x2>"),
            ("a1 b1", "a1", "b1", ""),
            ("a1 b1 c1", "c1 a1 b1", "a1 b2 c1", "c1 a1 b2"),
            ("a1 b1 c1", "a1 b2 c1", "c1 b1 a1 d1", "c1 b2 a1 d1"),
        ] {
            #expect(merged(ancestor, ours, theirs) == expected, "\(ancestor) / \(ours) / \(theirs)")
        }
    }

    /// Whoever merges an unchanged version gets the other one, and each side taken as ours gives the same items.
    @Test func randomVersions() {
        var source = SeededSource(seed: 5)
        func version(of items: [MergeItem<String>]) -> [MergeItem<String>] {
            var items = items
            for _ in 0..<Int.random(in: 0...3, using: &source) {
                switch Int.random(in: 0...2, using: &source) {
                case 0 where !items.isEmpty: items.remove(at: Int.random(in: 0..<items.count, using: &source))
                case 1 where !items.isEmpty:
                    let place = Int.random(in: 0..<items.count, using: &source)
                    items[place] = MergeItem(items[place].key, "\(Int.random(in: 0...3, using: &source))")
                default:
                    let key = "n\(Int.random(in: 0...6, using: &source))"
                    guard !items.contains(where: { $0.key == key }) else { continue }
                    items.insert(
                        MergeItem(key, "\(Int.random(in: 0...3, using: &source))"),
                        at: Int.random(in: 0...items.count, using: &source))
                }
            }
            return items
        }
        let ancestor = (0..<6).map { MergeItem("k\($0)", "0") }
        for _ in 0..<2000 {
            let (ours, theirs) = (version(of: ancestor), version(of: ancestor))
            #expect(mergeThreeWays(ancestor: ancestor, ours: ours, theirs: ancestor) == ours.map { .settled($0) })
            #expect(mergeThreeWays(ancestor: ancestor, ours: ancestor, theirs: theirs).count == theirs.count)
            let one = mergeThreeWays(ancestor: ancestor, ours: ours, theirs: theirs)
            let other = mergeThreeWays(ancestor: ancestor, ours: theirs, theirs: ours)
            func texts(_ merged: [Merged<String>], swapped: Bool) -> Set<String> {
                Set(
                    merged.map { item in
                        switch item {
                        case .settled(let settled): "\(settled.key)=\(settled.text)"
                        case .conflict(let key, let ours, let theirs, let base, _):
                            "\(key): \((swapped ? theirs : ours) ?? "-") \((swapped ? ours : theirs) ?? "-") \(base ?? "-")"
                        }
                    })
            }
            #expect(texts(one, swapped: false) == texts(other, swapped: true))
        }
    }

    @Test func stepsThatCannotBothBeMeant() throws {
        let district = try WaveDistrict()
        let register = district.history.latest
        func changes(_ action: Action) -> [Change] {
            expand(district.plan([action], then: []), wave: 0, on: register).changes
        }
        let merge = changes(.merge(["乙中心"], into: "甲中心", MergeTerms()))
        for (other, isClash) in [
            (.rename("乙中心", to: "乙新中心"), true),
            (.rename("丁中心", to: "丁新中心"), false),
            (.merge(["乙中心"], into: "丁中心", MergeTerms()), true),
            (.transfer(.count(1), from: "乙中心", to: "丁中心", kind: nil, withHeads: true), true),
            (.moveHeads(.institutionFull, count: 1, from: .districtPool, to: .body("甲中心")), false),
        ] as [(Action, Bool)] {
            #expect(clash(merge, changes(other), in: register) == isClash, "\(other)")
            #expect(clash(changes(other), merge, in: register) == isClash, "\(other)")
        }
        let names = [changes(.rename("丁中心", to: "丁一中心")), changes(.rename("丁中心", to: "丁二中心"))]
        #expect(clash(names[0], names[1], in: register))
        #expect(!clash(names[0], changes(.amend("丁中心", [.rank(.fuke)])), in: register))
        let duties = [
            changes(.moveDuties(.numbers([1]), of: "丙中心", to: "甲中心")),
            changes(.moveDuties(.numbers([1]), of: "丙中心", to: "丁中心")),
            changes(.moveDuties(.numbers([2]), of: "丙中心", to: "甲中心")),
        ]
        #expect(clash(duties[0], duties[1], in: register))
        #expect(!clash(duties[0], duties[2], in: register))
    }
}
