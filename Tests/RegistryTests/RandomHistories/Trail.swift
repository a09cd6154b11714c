import Basics
import NaiveAuditor
import Registry

/// What the auditor makes of a journal: its opinion after every group. Groups that stand as they did are not applied
/// anew, which saves time and takes nothing from the opinion.
struct Trail {
    private(set) var groups: [Group] = []
    private(set) var opinions: [Opinion] = []

    struct Opinion {
        let auditor: Auditor
        let wrongs: [Wrong]
    }

    /// Follows a journal and returns the day from which something may be new.
    @discardableResult
    mutating func follow(_ acts: [PlacedAct]) -> Day? {
        let new = NaiveAuditor.groups(of: acts)
        var same = 0
        while same < min(groups.count, new.count), groups[same] == new[same] { same += 1 }
        let days = [groups.dropFirst(same).first?.day, new.dropFirst(same).first?.day].compactMap { $0 }
        opinions.removeSubrange(same...)
        var auditor = opinions.last?.auditor ?? Auditor()
        for group in new[same...] {
            let wrongs = auditor.apply(group)
            opinions.append(Opinion(auditor: auditor, wrongs: wrongs))
        }
        groups = new
        return days.min()
    }

    /// The auditor's state at the end of a day.
    func auditor(on day: Day) -> Auditor {
        groups.lastIndex { $0.day <= day }.map { opinions[$0].auditor } ?? Auditor()
    }

    /// The first group after which something is wrong.
    var firstWrong: (group: Group, wrongs: [Wrong])? {
        opinions.firstIndex { !$0.wrongs.isEmpty }.map { (groups[$0], opinions[$0].wrongs) }
    }
}
