import Basics
import Consolidation
import Office
import Reform
import Registry

extension Optimised {
    /// The alternatives side by side, then why each is as it is.
    func lines(_ desk: DeskOptions, files: [String?], of register: Register) -> [String] {
        var lines = [
            desk.say(
                "参与归并的机构\(candidates)个，不动的小机构\(leftAlone.count)个。",
                "\(candidates) bodies weighed, \(leftAlone.count) small bodies left alone."), "",
        ]
        var table = Table(
            [desk.say("指标", "measure")] + alternatives.map { desk.say($0.ambition.name) },
            rightAligned: Set(1...alternatives.count))
        for measure in AlternativeMeasure.allCases {
            table.add([desk.say(measure.name)] + alternatives.map { $0.text(of: measure) })
        }
        lines += table.lines
        for (alternative, file) in zip(alternatives, files) {
            lines += ["", "■ \(desk.say(alternative.ambition.name))：\(desk.say(alternative.ambition.weights))"]
            lines.append("  " + desk.say(alternative.standing))
            if let same = alternative.sameAs {
                lines.append(desk.say("  分组与“\(same.zh)”相同。", "  The same groups as “\(same.en)”."))
            }
            if !alternative.beatenBy.isEmpty {
                let names = alternative.beatenBy.map(desk.say).joined(separator: "、")
                lines.append(desk.say("  各项均不优于“\(names)”。", "  In nothing better than “\(names)”."))
            }
            if let file { lines.append(desk.say("  已写入 \(file)", "  Written to \(file)")) }
            for merger in alternative.sameAs == nil ? alternative.mergers : [] {
                let names = merger.sources.map(\.profile.name).joined(separator: "、")
                lines.append("  · \(names) → \(merger.target.profile.name)")
                lines.append("    \(desk.say(merger.note))")
            }
        }
        if !leftAlone.isEmpty {
            lines += ["", desk.say("不动的小机构：", "Small bodies left alone:")]
            for (why, bodies) in Dictionary(grouping: leftAlone, by: { desk.say($0.why) }).sorted(by: {
                $0.key < $1.key
            }) {
                let names = bodies.prefix(8).map(\.body.profile.name).joined(separator: "、")
                lines.append("  \(why)（\(bodies.count)）：\(names)\(bodies.count > 8 ? "…" : "")")
            }
        }
        return lines
    }

    /// The same as JSON.
    func json(_ desk: DeskOptions, files: [String?], day: Day) -> JSON {
        [
            "day": .string(day.description), "candidates": .integer(candidates),
            "leftAlone": .array(
                leftAlone.map { ["body": .string($0.body.profile.name), "why": .string(desk.say($0.why))] }),
            "alternatives": .array(zip(alternatives, files).map { $0.json(desk, file: $1) }),
        ]
    }
}

/// What alternatives are compared by.
private enum AlternativeMeasure: CaseIterable {
    case bodies, posts, moved, affinity, tooSmall, applies, points, bound

    var name: Wording {
        switch self {
        case .bodies: Wording(zh: "减少机构", en: "bodies fewer")
        case .posts: Wording(zh: "收回领导职数", en: "leader posts freed")
        case .moved: Wording(zh: "转隶人员", en: "people moved")
        case .affinity: Wording(zh: "职责相近合计", en: "likeness brought together")
        case .tooSmall: Wording(zh: "仍低于最少编制", en: "still below the smallest size")
        case .applies: Wording(zh: "推演", en: "simulated")
        case .points: Wording(zh: "比不动多得分", en: "points gained")
        case .bound: Wording(zh: "至多可多得分", en: "no grouping gains more than")
        }
    }
}

extension PlanAlternative {
    fileprivate func text(of measure: AlternativeMeasure) -> String {
        switch measure {
        case .bodies: "\(before.bodies - after.bodies)"
        case .posts: "\(freedPosts)"
        case .moved: "\(after.moved)"
        case .affinity: "\(after.affinity)"
        case .tooSmall: "\(after.tooSmall)"
        case .applies: outcome.map { $0.applies ? "✓" : "✗" } ?? "—"
        case .points: "\(gain)"
        case .bound: boundOnGain.map(String.init) ?? "—"
        }
    }

    fileprivate func json(_ desk: DeskOptions, file: String?) -> JSON {
        [
            "name": .string(desk.say(ambition.name)), "file": JSON(file), "pointsGained": .integer(gain),
            "bound": JSON(boundOnGain),
            "proven": .boolean(result.isProven), "iterations": .integer(result.work),
            "stopped": .boolean(result.wasStopped), "bodiesFewer": .integer(before.bodies - after.bodies),
            "postsFreed": .integer(freedPosts), "peopleMoved": .integer(after.moved),
            "affinity": .integer(after.affinity), "tooSmall": .integer(after.tooSmall),
            "applies": outcome.map { .boolean($0.applies) } ?? .null, "sameAs": JSON(sameAs.map(desk.say)),
            "beatenBy": .array(beatenBy.map { .string(desk.say($0)) }),
            "weights": [
                "body": .integer(ambition.goals.body), "post": .integer(ambition.goals.post),
                "moved": .integer(ambition.goals.moved), "affinity": .integer(ambition.goals.affinity),
                "belowSmallest": .integer(ambition.belowSmallest),
            ],
            "mergers": .array(
                mergers.map { merger in
                    [
                        "into": .string(merger.target.profile.name),
                        "bodies": .array(merger.sources.map { .string($0.profile.name) }),
                        "heads": .integer(merger.heads), "peopleMoved": .integer(merger.moved),
                        "postsBefore": .integer(merger.postsBefore),
                        "postsAfter": .integer(merger.posts.chiefs + merger.posts.deputies),
                        "why": .array(merger.grounds.map { .string(desk.say($0)) }),
                        "otherwise": .array(
                            merger.otherwise.map { other in
                                [
                                    "body": .string(other.body.profile.name), "place": JSON(other.place?.profile.name),
                                    "pointsLess": .integer(other.cost),
                                ]
                            }),
                    ]
                }),
        ]
    }
}
