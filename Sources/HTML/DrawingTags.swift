// Elements of SVG, to stand inside a page. `<use>`, `<image>`, `<foreignObject>` and what animates are left out: they
// load, or change attributes after they were checked. `title` is that of HTML.
extension Markup.Tag {
    /// `<svg>`.
    package static let svg = Markup.Tag("<svg", "</svg>\n")
    /// `<g>`.
    package static let g = Markup.Tag("<g", "</g>\n")
    /// `<rect>`.
    package static let rect = Markup.Tag("<rect", "</rect>\n")
    /// `<line>`.
    package static let line = Markup.Tag("<line", "</line>")
    /// `<path>`.
    package static let path = Markup.Tag("<path", "</path>")
    /// `<circle>`.
    package static let circle = Markup.Tag("<circle", "</circle>")
    /// `<ellipse>`.
    package static let ellipse = Markup.Tag("<ellipse", "</ellipse>")
    /// `<polyline>`.
    package static let polyline = Markup.Tag("<polyline", "</polyline>")
    /// `<polygon>`.
    package static let polygon = Markup.Tag("<polygon", "</polygon>")
    /// `<defs>`.
    package static let defs = Markup.Tag("<defs", "</defs>\n")
    /// `<pattern>`.
    package static let pattern = Markup.Tag("<pattern", "</pattern>")
    /// `<desc>`.
    package static let desc = Markup.Tag("<desc", "</desc>\n")
    /// `<text>`.
    package static let svgText = Markup.Tag("<text", "</text>\n")
    /// `<tspan>`.
    package static let tspan = Markup.Tag("<tspan", "</tspan>")
    /// `<clipPath>`.
    package static let clipPath = Markup.Tag("<clipPath", "</clipPath>")
    /// `<mask>`.
    package static let mask = Markup.Tag("<mask", "</mask>")
    /// `<marker>`.
    package static let marker = Markup.Tag("<marker", "</marker>")
    /// `<linearGradient>`.
    package static let linearGradient = Markup.Tag("<linearGradient", "</linearGradient>")
    /// `<stop>`.
    package static let stop = Markup.Tag("<stop", "</stop>")
    /// `<symbol>`.
    package static let symbol = Markup.Tag("<symbol", "</symbol>")
}
