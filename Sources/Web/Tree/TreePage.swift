import Accounts
import Basics
import HTML
import Office
import Papers
import Registry

extension Route {
    /// The tree of bodies by supervisor.
    static let treeRoutes: [Route] = [
        .page("/tree", .readRegister) { try $0.treePage() },
        .form("/tree/export", .export) { try $0.treeExport() },
    ]
}

extension Visit {
    /// The bodies the viewer may read, as a tree.
    private func tree(within right: Right) -> BodyTree {
        let reach = reach(of: right)
        return BodyTree(of: reach == .everywhere ? bodyLines : bodyLines.filter { reach.holds($0.id, in: register) })
    }

    /// The tree, or the part of it below one body.
    func treePage() throws -> Reply {
        let tree = tree(within: .readRegister)
        var roots = tree.roots
        var crumbs: [(title: String, link: Link)] = []
        var title = say("隶属", "Tree")
        if let wanted = query["body"] {
            guard let id = Institution.ID(wanted), let node = tree.node(of: id) else { throw Denial.notFound }
            roots = [node]
            crumbs = [(title, link("tree"))]
            title = node.line.name
        }
        return page(PageHead(title: title, place: "tree", crumbs: crumbs, paper: .wide)) { html in
            guard !roots.isEmpty else {
                if hasNothingThen { return writeNothingThen(into: &html) }
                html(.p, .class("empty"), text: say("没有机构。", "There is no body."))
                return
            }
            html(.div, .class("list-bar")) { html in
                let count = roots.reduce(0) { $0 + $1.bodies }.grouped
                html(
                    .span, .class("count"),
                    text: query["body"] != nil
                        ? say("含本级共 \(count) 个机构", "\(count) bodies with itself")
                        : say(
                            "共 \(count) 个机构，\(roots.count.grouped) 个没有主管部门",
                            "\(count) bodies, \(roots.count.grouped) without a supervisor"))
                if query["body"] == nil { writeExport(link("tree", "export"), into: &html) }
            }
            html(.div, .class("tree")) { html in
                html(.div, .class("tree-heads"), .aria(.hidden, "true")) { html in
                    html(.div, .class("tree-head")) { html in
                        html(.span, text: say("机构（含下级合计）", "Body (with all below)"))
                        html(.span, text: say("级别", "Rank"))
                        html(.span, .class("number"), text: say("机构数", "Bodies"))
                        html(.span, .class("number"), text: say("核定", "Approved"))
                        html(.span, .class("number"), text: say("实有", "Occupied"))
                    }
                }
                html(.ul) { html in
                    // A district has few roots with much below them: these are shut, unless one was asked for.
                    for root in roots { write(root, isOpen: roots.count == 1, into: &html) }
                }
            }
        }
    }

    private func write(_ node: BodyTree.Node, isOpen: Bool, into html: inout Markup) {
        html(.li) { html in
            guard !node.children.isEmpty else {
                html(.div, .class("tree-row leaf")) { writeRow(node, isLink: true, into: &$0) }
                return
            }
            // What opens and shuts holds no link: one would be inside the other.
            html(
                .a, .class("tree-open"), .href(link("bodies", node.line.id.description)),
                .aria(.label, say("查看\(node.line.name)", "open \(node.line.name)")), text: say("查看", "Open"))
            html(.details, .flag("open").when(isOpen)) { html in
                html(.summary, .class("tree-row")) { writeRow(node, isLink: false, into: &$0) }
                html(.ul) { html in
                    for child in node.children { write(child, isOpen: false, into: &html) }
                }
            }
        }
    }

    private func writeRow(_ node: BodyTree.Node, isLink: Bool, into html: inout Markup) {
        html(.span) { html in
            if isLink {
                html(.a, .href(link("bodies", node.line.id.description)), text: node.line.name)
            } else {
                html.text(node.line.name)
            }
        }
        html(.span, .class("quiet"), text: node.line.rank.map { say($0.name) } ?? say(node.line.type.name))
        html(.span, .class("number")) { html in
            html(.span, .class("visually-hidden"), text: say("机构数 ", "bodies "))
            html.text(node.bodies.grouped)
        }
        html(.span, .class("number")) { html in
            html(.span, .class("visually-hidden"), text: say("核定 ", "approved "))
            if node.unknown == node.bodies {
                html(.span, .class("unknown"), text: say("未知", "unknown"))
            } else {
                html.text((node.unknown > 0 ? "≥ " : "") + node.approved.grouped)
            }
        }
        html(.span, .class("number")) { html in
            html(.span, .class("visually-hidden"), text: say("实有 ", "occupied "))
            html.text(node.occupied.grouped)
        }
    }

    /// The whole tree as a workbook, names indented.
    func treeExport() throws -> Reply {
        let rows = tree(within: .export).rows
        let unknown = say("未知", "unknown")
        return try exported(
            .tree, say("机构隶属关系", "Tree of bodies"),
            [
                OutputColumn(say("层级", "Level"), width: 8, kind: .integer),
                OutputColumn(say("机构", "Body"), width: 48), OutputColumn(say("类型", "Type"), width: 14),
                OutputColumn(say("级别", "Rank"), width: 12), OutputColumn(say("核定", "Approved"), kind: .integer),
                OutputColumn(say("实有", "Occupied"), kind: .integer),
                OutputColumn(say("含下级机构数", "Bodies with all below"), width: 16, kind: .integer),
                OutputColumn(say("含下级核定", "Approved with all below"), width: 16, kind: .integer),
                OutputColumn(say("含下级实有", "Occupied with all below"), width: 16, kind: .integer),
                OutputColumn(say("其中核定未知", "Of them unknown"), width: 16, kind: .integer),
            ],
            rows.map { node, depth in
                [
                    .integer(depth + 1), .text(String(repeating: "　", count: depth) + node.line.name),
                    .text(say(node.line.type.name)), .text(node.line.rank.map { say($0.name) } ?? ""),
                    node.line.approved.map(OutputCell.integer) ?? .text(unknown), .integer(node.line.occupied),
                    .integer(node.bodies), .integer(node.approved), .integer(node.occupied), .integer(node.unknown),
                ]
            })
    }
}
