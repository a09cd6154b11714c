import Basics
import Office
import Reform
import Registry

extension Outcome {
    /// What is put aside for later waves, and what each of them is expected to be, as lines of text.
    func laterWaves(_ desk: DeskOptions) -> [String] {
        guard !later.isEmpty else { return [] }
        var lines = [""]
        if !reserved.isEmpty {
            lines.append(desk.say("为以后各波预留：", "Put aside for later waves:"))
            for one in reserved { lines.append("  " + one.words(desk, in: after)) }
        }
        for outcome in later {
            lines.append(
                desk.say(
                    "第\(outcome.wave + 1)波，\(outcome.day)施行（到时再展开）：",
                    "Wave \(outcome.wave + 1), on \(outcome.day) (expanded again on its day):"))
            for condition in plan.waves[outcome.wave].conditions {
                lines.append(desk.say("  条件：", "  when: ") + desk.say(condition.wording))
            }
            lines += outcome.stepLines(desk)
        }
        return lines
    }

    /// One line a step of this wave.
    func stepLines(_ desk: DeskOptions) -> [String] {
        var lines: [String] = []
        for result in steps {
            let what = "\(desk.say(result.step.action.title)) \(result.step.action.subject)"
            if let problem = result.problem {
                lines.append(
                    "  ✗ \(what) (\(desk.say("第\(result.step.line)行", "line \(result.step.line)"))): \(desk.say(problem.wording))"
                )
            } else {
                lines.append(
                    "  ✓ \(what) (\(desk.say("变动\(result.changes.count)项", "\(result.changes.count) changes")))")
            }
        }
        if let refusal { lines.append("  ✗ \(desk.say(refusal.wording(in: before)))") }
        return lines
    }

    /// The digest to hold a decision to, and that of the whole register.
    func digests(_ desk: DeskOptions) -> [String] {
        [
            desk.say(
                "方案涉及范围摘要 \(footprintDigest)（决定时用于 --expecting）",
                "Digest of the footprint, for --expecting: \(footprintDigest)"),
            desk.say("推演后台账摘要 \(after.digest)", "Digest of the register after it: \(after.digest)"),
        ]
    }

    /// A later wave as JSON.
    func waveJSON(_ desk: DeskOptions) -> JSON {
        [
            "wave": .integer(wave + 1), "day": .string(day.description), "applies": .boolean(applies),
            "refusal": JSON(refusal?.code),
            "conditions": .array(plan.waves[wave].conditions.map { .string(desk.say($0.wording)) }),
            "steps": .array(steps.map { $0.json(desk) }),
            "digest": .string(after.digest.description),
        ]
    }
}

extension Reservation {
    /// The account by name, how many, and until when.
    func words(_ desk: DeskOptions, in register: Register) -> String {
        let holder =
            account.holder.name.map(desk.say) ?? account.holder.institution.flatMap {
                register.institutions[$0]?.profile.name
            }
            ?? ""
        return desk.say(
            "\(holder) \(account.commodity.name.zh) \(count)，至\(lastDay)",
            "\(holder): \(count) \(account.commodity.name.en), until \(lastDay)")
    }

    /// The same as JSON.
    func json(_ desk: DeskOptions, in register: Register) -> JSON {
        [
            "holder": .string(
                account.holder.name.map(desk.say)
                    ?? account.holder.institution.flatMap { register.institutions[$0]?.profile.name } ?? ""),
            "what": .string(desk.say(account.commodity.name)), "count": .integer(count),
            "until": .string(lastDay.description),
        ]
    }
}

extension StepDrift {
    /// One line: the step, and how it stands.
    func text(_ desk: DeskOptions) -> String {
        let sign =
            switch standing {
            case .unchanged: "＝"
            case .adjusted, .begun: "△"
            case .stopped, .followed, .stillNot: "✗"
            }
        return
            "  \(sign) \(desk.say("第\(step.line)行", "line \(step.line)")) \(desk.say(step.action.title)) \(step.action.subject)\(desk.say("：", ": "))\(desk.say(wording))"
    }

    /// The step, how it stands and why, as JSON.
    func json(_ desk: DeskOptions) -> JSON {
        var differences: [JSON] = []
        var code: String
        var problem: String?
        var act: Int?
        switch standing {
        case .unchanged: code = "unchanged"
        case .begun: code = "begun"
        case .adjusted(let found):
            code = "adjusted"
            differences = found.map {
                ["how": .string(desk.say($0.wording)), "acts": .array($0.acts.map { .integer($0) })]
            }
        case .stopped(let why, let by): (code, problem, act) = ("stopped", why.code, by)
        case .followed(let why, _): (code, problem) = ("followed", why.code)
        case .stillNot(let why): (code, problem) = ("still-not", why.code)
        }
        return [
            "wave": .integer(wave + 1), "line": .integer(step.line), "what": .string(desk.say(step.action.title)),
            "subject": .string(step.action.subject), "standing": .string(code), "said": .string(desk.say(wording)),
            "problem": JSON(problem), "act": JSON(act), "differences": .array(differences),
        ]
    }
}
