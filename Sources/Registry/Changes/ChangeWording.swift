import Basics

extension Change {
    /// What the change does, as a person reads it in a journal: 划转事业编制(全额)3名：区园林所 → 统筹池.
    /// - Parameters:
    ///   - before: the register before the Act, which still has what the Act takes away.
    ///   - after: the register after it, which has what the Act brings.
    package func wording(from before: Register, to after: Register) -> Wording {
        let say = ChangeNaming(before: before, after: after)
        switch self {
        case .establish(let id, let profile, _):
            return say.of(id, zh: "设立", en: "set up").adding(profile.type.name)
        case .abolish(let id, let successors):
            let what = say.of(id, zh: "撤销", en: "closed")
            return successors.isEmpty ? what : what.adding(say.bodies(successors))
        case .restore(let id, let position):
            return say.of(id, zh: "恢复（由第\(position)号决定撤销）", en: "reopened (closed by Act \(position))")
        case .amend(let id, let attribute): return say.amended(id, attribute)
        case .hangPlate(let id, let plate): return say.of(id, zh: "加挂牌子“\(plate)”", en: "hangs the plate “\(plate)”")
        case .removePlate(let id, let plate):
            return say.of(id, zh: "摘下牌子“\(plate)”", en: "takes the plate “\(plate)” down")
        case .addUnit(let id, let unit):
            return say.of(id, zh: "设内设机构“\(unit.name)”", en: "sets up the unit “\(unit.name)”")
        case .dropUnit(let id, let name): return say.of(id, zh: "撤内设机构“\(name)”", en: "closes the unit “\(name)”")
        case .move(let commodity, let count, let from, let to):
            let (source, target) = (say.holder(from), say.holder(to))
            return Wording(
                zh: "\(commodity.name.zh)\(count)名：\(source.zh) → \(target.zh)",
                en: "\(count) of \(commodity.name.en): \(source.en) → \(target.en)")
        case .exchange(let holder, let count, let give, let take):
            return say.holder(holder).followed(
                zh: "\(give.name.zh)\(count)名换为\(take.name.zh)",
                en: "\(count) of \(give.name.en) exchanged for \(take.name.en)")
        case .setCeiling(let commodity, let ceiling):
            return commodity.name.followed(
                zh: ceiling.map { "总量上限定为\($0)名" } ?? "总量上限未知",
                en: ceiling.map { "ceiling set to \($0)" } ?? "ceiling unknown")
        case .setUnknown(let id, let group, let isUnknown):
            let isHeads = group == .heads
            return say.of(
                id, zh: (isHeads ? "核定编制数" : "核定领导职数") + (isUnknown ? "记为未知" : "已知"),
                en: (isHeads ? "approved heads" : "approved posts") + (isUnknown ? " unknown" : " known"))
        case .reserve, .settle, .void, .expire: return say.reservation(self)
        case .lock(let id, let reform):
            return say.of(id, zh: "锁定编制和人员（\(reform)）", en: "heads and people locked (\(reform))")
        case .unlock(let id): return say.of(id, zh: "解除锁定", en: "unlocked")
        case .stateDuty, .reviseDuty, .moveDuty, .dropDuty, .defineMatter, .joinMatter, .leaveMatter, .setGap:
            return say.duty(self)
        case .registerPerson, .amendPersonal, .setDisputed, .enrol, .leave, .transfer, .appoint, .setPosition,
            .setWorkplace, .setStatus:
            return say.person(self)
        case .adoptRules(let code, _): return Wording(zh: "采用规则“\(code)”", en: "adopts the rules “\(code)”")
        case .repealRules(let code): return Wording(zh: "停用规则“\(code)”", en: "repeals the rules “\(code)”")
        case .openTolerance(let invariant, let measure, let cause):
            let subject = say.subject(of: invariant)
            switch cause {
            case .baseline:
                return subject.followed(zh: "容忍超出\(measure)（基线）", en: "\(measure) over put up with (baseline)")
            case .absorption(let day):
                return subject.followed(
                    zh: "容忍超出\(measure)，\(day)前消化", en: "\(measure) over put up with, to be absorbed by \(day)")
            }
        case .moveTolerance(let from, let to):
            let (source, target) = (say.subject(of: from), say.subject(of: to))
            return Wording(zh: "容忍项：\(source.zh) → \(target.zh)", en: "tolerance: \(source.en) → \(target.en)")
        case .closeTolerance(let invariant):
            return say.subject(of: invariant).followed(zh: "容忍项销号", en: "tolerance closed")
        case .reverse(let position, let index):
            return Wording(
                zh: "取消第\(position)号决定的第\(index + 1)项变动", en: "takes back change \(index + 1) of Act \(position)")
        }
    }
}

/// What the words of a change call things that stand on either side of it.
private struct ChangeNaming {
    let before: Register
    let after: Register

    private var naming: Naming { Naming(register: after) }

    func body(_ id: Institution.ID) -> Wording {
        // As it was called until now: a renaming says the new name itself.
        Naming(register: before.institutions[id] == nil ? after : before).body(id)
    }

    func of(_ id: Institution.ID, zh: String, en: String) -> Wording { body(id).followed(zh: zh, en: en) }

    func bodies(_ ids: [Institution.ID]) -> Wording {
        let names = ids.map(body)
        return Wording(
            zh: "职能由" + names.map(\.zh).joined(separator: "、") + "承接",
            en: "succeeded by " + names.map(\.en).joined(separator: ", "))
    }

    func holder(_ holder: Holder) -> Wording { holder.name ?? holder.institution.map(body) ?? Wording(zh: "", en: "") }

    func subject(of invariant: Invariant) -> Wording {
        naming.subject(of: invariant)
    }

    func amended(_ id: Institution.ID, _ attribute: Attribute) -> Wording {
        let old = before.institutions[id].map { attribute.value(in: $0.profile) }
        let (title, new) = (attribute.title, value(of: attribute))
        guard let old, old != attribute else {
            return of(id, zh: "\(title.zh)定为\(new.zh)", en: "\(title.en) set to \(new.en)")
        }
        let was = value(of: old)
        return of(id, zh: "\(title.zh)：\(was.zh) → \(new.zh)", en: "\(title.en): \(was.en) → \(new.en)")
    }

    private func value(of attribute: Attribute) -> Wording {
        func text(_ value: String?) -> Wording { value.map { Wording(zh: $0, en: $0) } ?? Wording(zh: "无", en: "none") }
        func name(_ value: Wording?) -> Wording { value ?? Wording(zh: "未知", en: "unknown") }
        return switch attribute {
        case .name(let value): text(value)
        case .shortName(let value), .officeCode(let value), .registrationCode(let value): text(value)
        case .type(let value): value.name
        case .rank(let value): name(value?.name)
        case .category(let value): name(value?.name)
        case .funding(let value): name(value?.name)
        case .supervisor(let id), .sponsor(let id), .host(let id): id.map(body) ?? text(nil)
        case .founding(let value):
            text([value?.document, value?.date?.description].compactMap { $0 }.joined(separator: " "))
        case .fact(let measure, let value): name(value.map(measure.said))
        }
    }

    func reservation(_ change: Change) -> Wording {
        switch change {
        case .reserve(let reservation):
            let (holder, commodity) = (holder(reservation.account.holder), reservation.account.commodity.name)
            return holder.followed(
                zh: "预留\(commodity.zh)\(reservation.count)名，至\(reservation.lastDay)",
                en: "\(reservation.count) of \(commodity.en) put aside until \(reservation.lastDay)")
        case .settle(let id, let count):
            return reserved(id, zh: "使用预留\(count)名", en: "\(count) of what was put aside used")
        case .void(let id): return reserved(id, zh: "取消预留", en: "no longer put aside")
        default:
            if case .expire(let id) = change { return reserved(id, zh: "预留到期", en: "what was put aside has expired") }
            return Wording(zh: "", en: "")
        }
    }

    private func reserved(_ id: Reservation.ID, zh: String, en: String) -> Wording {
        guard let account = (before.ledger.reservations[id] ?? after.ledger.reservations[id])?.account else {
            return Wording(zh: zh, en: en)
        }
        return holder(account.holder).followed(
            zh: account.commodity.name.zh + zh, en: "\(account.commodity.name.en): \(en)")
    }

    func duty(_ change: Change) -> Wording {
        switch change {
        case .stateDuty(let statement):
            return of(
                statement.holder, zh: "新增职责“\(statement.text)”", en: "new duty “\(statement.text)”")
        case .reviseDuty(let id, let text):
            return held(id, zh: "职责“\(self.text(id))”改为“\(text)”", en: "duty “\(self.text(id))” now “\(text)”")
        case .moveDuty(let id, let holder, _):
            let target = body(holder)
            return held(id, zh: "职责“\(text(id))” → \(target.zh)", en: "duty “\(text(id))” → \(target.en)")
        case .dropDuty(let id, _): return held(id, zh: "取消职责“\(text(id))”", en: "duty “\(text(id))” dropped")
        case .defineMatter(_, let name, let catalogue, _):
            return Wording(zh: "确定事项“\(name)”（\(catalogue)）", en: "matter “\(name)” defined (\(catalogue))")
        case .joinMatter(let id, let part):
            return held(
                part.statement, zh: "对\(naming.matter(id).zh)\(part.role.name.zh)",
                en: "\(part.role.name.en) \(naming.matter(id).en)")
        case .leaveMatter(let id, let statement):
            return held(statement, zh: "不再承担\(naming.matter(id).zh)", en: "no longer in \(naming.matter(id).en)")
        default:
            guard case .setGap(let id, let area, let isGap) = change else { return Wording(zh: "", en: "") }
            let place = area.name
            return naming.matter(id).followed(
                zh: "\(place.zh)\(isGap ? "登记踏空" : "踏空消除")", en: "\(place.en): gap \(isGap ? "recorded" : "ended")")
        }
    }

    private func statement(_ id: DutyStatement.ID) -> DutyStatement? { before.duties[id] ?? after.duties[id] }

    private func text(_ id: DutyStatement.ID) -> String { statement(id)?.text ?? naming.short(id) }

    private func held(_ id: DutyStatement.ID, zh: String, en: String) -> Wording {
        statement(id).map { of($0.holder, zh: zh, en: en) } ?? Wording(zh: zh, en: en)
    }

    func person(_ change: Change) -> Wording {
        switch change {
        case .registerPerson(let id, _, let status, _, _, _):
            return who(id, zh: "登记，\(status.name.zh)", en: "registered, \(status.name.en)")
        case .amendPersonal(let id, _): return who(id, zh: "个人信息更新", en: "personal data renewed")
        case .setDisputed(let id, let isDisputed):
            return who(id, zh: isDisputed ? "身份存疑" : "身份已核实", en: isDisputed ? "identity disputed" : "identity settled")
        case .enrol(let id, let place):
            let body = body(place.institution)
            return who(
                id, zh: "上编：\(body.zh)\(place.kind.name.zh)",
                en: "on the establishment: \(body.en), \(place.kind.name.en)")
        case .leave(let id, let institution, let kind, let cause):
            let (body, why) = (body(institution), cause?.name)
            return who(
                id, zh: "下编：\(body.zh)\(kind.name.zh)" + (why.map { "，\($0.zh)" } ?? ""),
                en: "off the establishment: \(body.en), \(kind.name.en)" + (why.map { ", \($0.en)" } ?? ""))
        case .transfer(let id, let institution, _, let place):
            let (source, target) = (body(institution), body(place.institution))
            return who(id, zh: "转隶：\(source.zh) → \(target.zh)", en: "transferred: \(source.en) → \(target.en)")
        case .appoint(let id, let institution, _, let role):
            let body = body(institution)
            return who(
                id, zh: role.map { "任\(body.zh)\($0.name.zh)" } ?? "免去\(body.zh)领导职务",
                en: role.map { "\($0.name.en) of \(body.en)" } ?? "leads \(body.en) no longer")
        case .setPosition(let id, let position):
            let name = position?.name ?? Wording(zh: "未知", en: "unknown")
            return who(id, zh: "岗位：\(name.zh)", en: "position: \(name.en)")
        case .setWorkplace(let id, let institution):
            let place = institution.map(body) ?? Wording(zh: "编制所在单位", en: "the body they are on the establishment of")
            return who(id, zh: "工作单位：\(place.zh)", en: "works at \(place.en)")
        default:
            guard case .setStatus(let id, let status) = change else { return Wording(zh: "", en: "") }
            return who(id, zh: "身份：\(status.name.zh)", en: "status: \(status.name.en)")
        }
    }

    private func who(_ id: Person.ID, zh: String, en: String) -> Wording {
        Wording(zh: "人员\(naming.short(id))\(zh)", en: "person \(naming.short(id)): \(en)")
    }
}

extension Wording {
    fileprivate func followed(zh: String, en: String) -> Wording {
        Wording(zh: "\(self.zh)：\(zh)", en: "\(self.en): \(en)")
    }

    fileprivate func adding(_ other: Wording) -> Wording {
        Wording(zh: "\(zh)，\(other.zh)", en: "\(en), \(other.en)")
    }
}
