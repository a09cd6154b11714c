import ArgumentParser

/// `sanding plan`: try a reform before deciding it.
struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "改革方案：推演、比选、决定、分波、撤回、存稿 · try, compare, decide and undo a reform",
        subcommands: [
            PlanSuggestCommand.self, PlanTakeCommand.self, PlanOptimiseCommand.self, PlanSimulateCommand.self,
            PlanCompareCommand.self,
            PlanDecideCommand.self,
            PlanUndoCommand.self, PlanWaveCommand.self, PlanSaveCommand.self, PlanDraftsCommand.self,
            PlanBranchCommand.self, PlanMergeCommand.self, PlanRebaseCommand.self,
        ])
}
