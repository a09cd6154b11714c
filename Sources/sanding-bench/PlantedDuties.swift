import Basics
import Overlap

/// Made-up duty statements of which it is known which say one matter (合成职责): every fifth is said again by one to three
/// other bodies in changed words. The same count and seed give the same statements.
struct PlantedDuties {
    /// The statements; a body holds some six of them.
    private(set) var statements: [OverlapStatement] = []
    /// The matter of each statement.
    private(set) var groups: [Int] = []
    /// How many pairs of statements are of one matter.
    private(set) var planted = 0
    private var source: SeededSource

    init(count: Int, seed: UInt64) {
        source = SeededSource(seed: seed)
        var drafts: [(group: Int, text: String)] = []
        var group = 0
        while drafts.count < count {
            let first = statement()
            var size = 1
            drafts.append((group, first))
            if Int.random(in: 0..<5, using: &source) == 0 {
                for _ in 0..<[1, 1, 1, 2, 3][Int.random(in: 0..<5, using: &source)] where drafts.count < count {
                    drafts.append((group, changed(first)))
                    size += 1
                }
            }
            planted += size * (size - 1) / 2
            group += 1
        }
        drafts.shuffle(using: &source)
        // Neighbours in the shuffled list are of different matters but for a few, so a holder is a run of it.
        statements = drafts.enumerated().map { OverlapStatement(holder: $0.offset / 6, text: $0.element.text) }
        groups = drafts.map(\.group)
    }

    /// Statements in a file: a line each, the number of its matter, a tab, the text. Six lines are one holder's.
    init(text: String) {
        source = SeededSource(seed: 0)
        for line in text.split(whereSeparator: \.isNewline) {
            let parts = line.split(separator: "\t", maxSplits: 1)
            guard parts.count == 2, let group = Int(parts[0]) else { continue }
            statements.append(OverlapStatement(holder: groups.count / 6, text: String(parts[1])))
            groups.append(group)
        }
        planted = Dictionary(grouping: groups, by: \.self).values.reduce(0) { $0 + $1.count * ($1.count - 1) / 2 }
    }

    /// One line a statement, without a header: the number of its matter, a tab, the text.
    var text: String { zip(groups, statements).map { "\($0)\t\($1.text)\n" }.joined() }

    private mutating func pick(_ words: [String]) -> String { words[Int.random(in: 0..<words.count, using: &source)] }

    private mutating func clause(_ object: String) -> String {
        pick(PlantedDuties.verbs) + pick(PlantedDuties.areas) + object + pick(PlantedDuties.works)
    }

    private mutating func statement() -> String {
        let object = pick(PlantedDuties.fields) + pick(PlantedDuties.things)
        let first = clause(object)
        guard Int.random(in: 0..<3, using: &source) == 0 else { return first + "。" }
        return first + "；" + clause(object) + "。"
    }

    /// The same matter as another office would write it: other words for some, another order, something added.
    private mutating func changed(_ text: String) -> String {
        var clauses = text.dropLast().split(separator: "；").map(String.init)
        for place in clauses.indices {
            for _ in 0..<2 {
                let (from, to) = PlantedDuties.changes[Int.random(in: 0..<PlantedDuties.changes.count, using: &source)]
                clauses[place] = clauses[place].replacing(from, with: to, maxReplacements: 1)
            }
        }
        clauses.shuffle(using: &source)
        if Int.random(in: 0..<4, using: &source) == 0 { clauses.append(pick(PlantedDuties.tails)) }
        return clauses.joined(separator: "；") + "。"
    }

    private static let verbs = ["负责", "承担", "组织", "指导", "参与", "协助做好", "具体实施", "统筹推进"]
    private static let areas = ["", "", "全区", "辖区", "本行政区域", "城区", "农村"]
    private static let fields = [
        "水稻", "蔬菜", "茶叶", "渔港", "水库", "堤防", "桥梁", "隧道", "公交", "渡口", "燃气", "供热", "路灯", "绿地", "墓园", "幼儿",
        "老年人", "残疾人", "孤儿", "退役军人", "信访", "档案", "统计", "彩票", "博物馆", "剧场", "体育场馆", "古树", "湿地", "矿山", "地热",
        "土壤", "噪声", "危险废物", "疫苗", "血液", "急救", "中药", "校车", "食堂",
    ]
    private static let things = [
        "安全隐患", "运行数据", "维修资金", "服务质量", "从业资格", "应急物资", "建设项目", "年度预算", "标准规范", "技术培训", "科普宣传", "投诉线索", "普查名录",
        "补贴申请", "设备更新", "信用记录", "风险等级", "专家名册", "监测网点", "合同备案", "移交接收", "巡护队伍", "价格成本", "志愿活动", "数字平台",
    ]
    private static let works = [
        "的排查和整改督促", "的采集、汇总和上报", "的审核和拨付", "的评价和公示", "的考核与登记", "的储备和调拨", "的立项论证", "的编制和执行", "的起草和宣贯", "的组织和评估",
        "的策划和实施", "的受理和转办", "的核实和更新", "的初审和复核", "的计划和验收", "的归集和修复", "的研判和发布", "的遴选和管理", "的布设和校准", "的审查和存档",
    ]
    private static let tails = ["承办上级交办的其他事项", "做好相关服务保障工作", "完成领导交办的其他任务"]
    private static let changes = [
        ("负责", "承担"), ("承担", "负责"), ("组织", "组织开展"), ("指导", "负责指导"), ("参与", "配合开展"), ("协助做好", "协助"), ("具体实施", "实施"),
        ("统筹推进", "统筹"), ("全区", "本区"), ("辖区", "辖区内"), ("本行政区域", "区域内"), ("城区", "城市建成区"), ("农村", "乡村"), ("的", ""),
        ("和", "、"), ("、", "以及"), ("与", "和"), ("排查", "排查治理"), ("审核", "审查核定"), ("上报", "报送"), ("评价", "评估"), ("登记", "备案登记"),
        ("储备", "储备管理"), ("编制", "编报"), ("宣贯", "宣传贯彻"), ("受理", "接收办理"), ("更新", "动态更新"), ("管理", "日常管理"), ("发布", "对外发布"),
        ("存档", "归档"),
    ]
}
