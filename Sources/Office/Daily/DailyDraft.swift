import Basics
import Registry

/// A form that somebody filled (已填表单): its code and the answers as they were typed.
package struct FilledForm: Hashable, Sendable {
    /// The code of the form.
    package let code: String
    /// What was typed, by field.
    package var answers: [String: String]

    /// A filled form; answers that are empty are left out.
    package init(_ code: String, _ answers: [String: String]) {
        self.code = code
        self.answers = answers.filter { !$0.value.allSatisfy(\.isWhitespace) }
    }
}

/// What is to be done together, in order, from one day on (办理件): what a motion of daily work is about.
package struct DailyDraft: Hashable, Sendable {
    /// What it is about, in a line.
    package var title: String
    /// The day from which it holds.
    package var day: Day
    /// The document of the reform that it is part of; nil where it is none.
    package var reform: Citation?
    /// The position of the journal that it was written against.
    package var against: Int
    /// Random, so that no two drafts are one and nobody can try out what a digest of one stands for.
    package let seed: Identifier<DailyDraft>
    /// The forms, in order.
    package var forms: [FilledForm]

    /// A draft.
    package init(
        title: String, day: Day, reform: Citation? = nil, against: Int, seed: Identifier<DailyDraft>,
        forms: [FilledForm]
    ) {
        self.title = title
        self.day = day
        self.reform = reform
        self.against = against
        self.seed = seed
        self.forms = forms
    }

    /// How many forms one draft holds at most.
    package static let mostForms = 200
    /// How many characters its title has at most.
    package static let longestTitle = 100
}
