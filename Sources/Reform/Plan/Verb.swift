import Basics

/// The verbs of a plan: the one table of what a step is called, in a plan's text, on the screen and in the tests.
package enum Verb: String, CaseIterable, Sendable {
    /// Merge bodies into one that exists or is made.
    case merge
    /// Split a body into several.
    case split
    /// Abolish a body with disposal of all it has.
    case abolish
    /// Reopen a closed body.
    case restore
    /// Set up a body.
    case establish
    /// Give a body another name.
    case rename
    /// Change rank, class, type, supervisor, sponsor or host.
    case amend = "change"
    /// Change the funding, and the kind of heads and people with it.
    case fund
    /// Hang name plates.
    case hangPlates = "hang plates"
    /// Take name plates down.
    case removePlates = "remove plates"
    /// Set up internal units.
    case addUnits = "add units"
    /// Close internal units.
    case closeUnits = "close units"
    /// Give an internal unit another name.
    case renameUnit = "rename unit"
    /// Move internal units to another body.
    case moveUnits = "move units"
    /// Lock heads and people for a reform.
    case lock
    /// End a lock.
    case unlock
    /// Move heads between holders.
    case moveHeads = "move heads"
    /// Cut the heads of a body.
    case cut
    /// Exchange heads of a body for another kind.
    case exchange
    /// Lend heads out of the turnover pool.
    case lend
    /// Give lent heads back.
    case giveBack = "give back"
    /// Set the leader posts of a body.
    case setPosts = "set posts"
    /// Set the leader posts of a list of bodies, as a re-approval round does.
    case approve
    /// State new duties.
    case stateDuties = "state duties"
    /// Revise the text of a duty.
    case reviseDuty = "revise duty"
    /// Drop duties.
    case dropDuties = "drop duties"
    /// Move duties to another body.
    case moveDuties = "move duties"
    /// Hive duties off to an enterprise, a township or the level above.
    case hiveOff = "hive off"
    /// Say who leads a matter, who assists and who carries it out.
    case share
    /// Move people.
    case transfer
    /// Put right where people work.
    case place
    /// Call one person back.
    case callBack = "call back"
    /// End a person's second place.
    case endSecondPlace = "end second place"

    /// What people call it: the key of its step in either language.
    package var name: Wording { Wording(zh: words[0], en: rawValue) }

    /// Every Chinese word it may be written with, the usual one first.
    package var words: [String] {
        switch self {
        case .merge: ["合并"]
        case .split: ["分立"]
        case .abolish: ["撤销"]
        case .restore: ["恢复"]
        case .establish: ["设立"]
        case .rename: ["更名"]
        case .amend: ["调整"]
        case .fund: ["调整经费"]
        case .hangPlates: ["挂牌"]
        case .removePlates: ["摘牌"]
        case .addUnits: ["增设内设机构"]
        case .closeUnits: ["撤销内设机构"]
        case .renameUnit: ["内设机构更名"]
        case .moveUnits: ["划转内设机构"]
        case .lock: ["锁定"]
        case .unlock: ["解锁"]
        case .moveHeads: ["划转编制"]
        case .cut: ["核减"]
        case .exchange: ["调换编制"]
        case .lend: ["借用编制"]
        case .giveBack: ["归还编制"]
        case .setPosts: ["核定职数"]
        case .approve: ["核定方案"]
        case .stateDuties: ["新增职责"]
        case .reviseDuty: ["修订职责"]
        case .dropDuties: ["取消职责"]
        case .moveDuties: ["划转职责"]
        case .hiveOff: ["划出职责", "下放职责", "上收职责"]
        case .share: ["明确事项"]
        case .transfer: ["转隶"]
        case .place: ["安置"]
        case .callBack: ["召回"]
        case .endSecondPlace: ["清理重复占编"]
        }
    }
}

extension Action {
    /// What the step is called.
    package var verb: Verb {
        switch self {
        case .merge: .merge
        case .split: .split
        case .abolish: .abolish
        case .restore: .restore
        case .establish: .establish
        case .rename: .rename
        case .amend: .amend
        case .fund: .fund
        case .hangPlates: .hangPlates
        case .removePlates: .removePlates
        case .addUnits: .addUnits
        case .closeUnits: .closeUnits
        case .renameUnit: .renameUnit
        case .moveUnits: .moveUnits
        case .lock: .lock
        case .unlock: .unlock
        case .moveHeads: .moveHeads
        case .cut: .cut
        case .exchange: .exchange
        case .lend: .lend
        case .giveBack: .giveBack
        // One body is set, a list is approved: the same thing, written short and long.
        case .setPosts(let rows): rows.count == 1 ? .setPosts : .approve
        case .stateDuties: .stateDuties
        case .reviseDuty: .reviseDuty
        case .dropDuties: .dropDuties
        case .moveDuties: .moveDuties
        case .hiveOff: .hiveOff
        case .share: .share
        case .transfer: .transfer
        case .place: .place
        case .callBack: .callBack
        case .endSecondPlace: .endSecondPlace
        }
    }

    /// The verb of the step.
    package var title: Wording { verb.name }
}
