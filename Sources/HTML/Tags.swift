// The elements of HTML, without those that run, load or embed. Swift's own words stand between backticks.

// The page and its parts.
extension Markup.Tag {
    /// `<html>`.
    package static let html = Markup.Tag("<html", "</html>\n")
    /// `<head>`.
    package static let head = Markup.Tag("<head", "</head>\n")
    /// `<body>`.
    package static let body = Markup.Tag("<body", "</body>\n")
    /// `<title>`.
    package static let title = Markup.Tag("<title", "</title>\n")
    /// `<header>`.
    package static let header = Markup.Tag("<header", "</header>\n")
    /// `<footer>`.
    package static let footer = Markup.Tag("<footer", "</footer>\n")
    /// `<main>`.
    package static let main = Markup.Tag("<main", "</main>\n")
    /// `<nav>`.
    package static let nav = Markup.Tag("<nav", "</nav>\n")
    /// `<section>`.
    package static let section = Markup.Tag("<section", "</section>\n")
    /// `<article>`.
    package static let article = Markup.Tag("<article", "</article>\n")
    /// `<aside>`.
    package static let aside = Markup.Tag("<aside", "</aside>\n")
    /// `<address>`.
    package static let address = Markup.Tag("<address", "</address>\n")
    /// `<search>`.
    package static let search = Markup.Tag("<search", "</search>\n")
    /// `<hgroup>`.
    package static let hgroup = Markup.Tag("<hgroup", "</hgroup>\n")
}

// Headings and text.
extension Markup.Tag {
    /// `<h1>`.
    package static let h1 = Markup.Tag("<h1", "</h1>\n")
    /// `<h2>`.
    package static let h2 = Markup.Tag("<h2", "</h2>\n")
    /// `<h3>`.
    package static let h3 = Markup.Tag("<h3", "</h3>\n")
    /// `<h4>`.
    package static let h4 = Markup.Tag("<h4", "</h4>\n")
    /// `<h5>`.
    package static let h5 = Markup.Tag("<h5", "</h5>\n")
    /// `<h6>`.
    package static let h6 = Markup.Tag("<h6", "</h6>\n")
    /// `<p>`.
    package static let p = Markup.Tag("<p", "</p>\n")
    /// `<div>`.
    package static let div = Markup.Tag("<div", "</div>\n")
    /// `<blockquote>`.
    package static let blockquote = Markup.Tag("<blockquote", "</blockquote>\n")
    /// `<pre>`.
    package static let pre = Markup.Tag("<pre", "</pre>\n", losesFirstLine: true)
    /// `<ul>`.
    package static let ul = Markup.Tag("<ul", "</ul>\n")
    /// `<ol>`.
    package static let ol = Markup.Tag("<ol", "</ol>\n")
    /// `<li>`.
    package static let li = Markup.Tag("<li", "</li>\n")
    /// `<dl>`.
    package static let dl = Markup.Tag("<dl", "</dl>\n")
    /// `<dt>`.
    package static let dt = Markup.Tag("<dt", "</dt>\n")
    /// `<dd>`.
    package static let dd = Markup.Tag("<dd", "</dd>\n")
    /// `<figure>`.
    package static let figure = Markup.Tag("<figure", "</figure>\n")
    /// `<figcaption>`.
    package static let figcaption = Markup.Tag("<figcaption", "</figcaption>\n")
}

// Tables.
extension Markup.Tag {
    /// `<table>`.
    package static let table = Markup.Tag("<table", "</table>\n")
    /// `<caption>`.
    package static let caption = Markup.Tag("<caption", "</caption>\n")
    /// `<colgroup>`.
    package static let colgroup = Markup.Tag("<colgroup", "</colgroup>\n")
    /// `<thead>`.
    package static let thead = Markup.Tag("<thead", "</thead>\n")
    /// `<tbody>`.
    package static let tbody = Markup.Tag("<tbody", "</tbody>\n")
    /// `<tfoot>`.
    package static let tfoot = Markup.Tag("<tfoot", "</tfoot>\n")
    /// `<tr>`.
    package static let tr = Markup.Tag("<tr", "</tr>\n")
    /// `<td>`.
    package static let td = Markup.Tag("<td", "</td>")
    /// `<th>`.
    package static let th = Markup.Tag("<th", "</th>")
}

// Forms.
extension Markup.Tag {
    /// `<form>`.
    package static let form = Markup.Tag("<form", "</form>\n")
    /// `<fieldset>`.
    package static let fieldset = Markup.Tag("<fieldset", "</fieldset>\n")
    /// `<legend>`.
    package static let legend = Markup.Tag("<legend", "</legend>\n")
    /// `<label>`.
    package static let label = Markup.Tag("<label", "</label>")
    /// `<button>`.
    package static let button = Markup.Tag("<button", "</button>")
    /// `<select>`.
    package static let select = Markup.Tag("<select", "</select>\n")
    /// `<optgroup>`.
    package static let optgroup = Markup.Tag("<optgroup", "</optgroup>\n")
    /// `<option>`.
    package static let option = Markup.Tag("<option", "</option>\n")
    /// `<textarea>`.
    package static let textarea = Markup.Tag("<textarea", "</textarea>\n", losesFirstLine: true)
    /// `<datalist>`.
    package static let datalist = Markup.Tag("<datalist", "</datalist>\n")
    /// `<output>`.
    package static let output = Markup.Tag("<output", "</output>")
    /// `<progress>`.
    package static let progress = Markup.Tag("<progress", "</progress>")
    /// `<meter>`.
    package static let meter = Markup.Tag("<meter", "</meter>")
}

// What opens.
extension Markup.Tag {
    /// `<details>`.
    package static let details = Markup.Tag("<details", "</details>\n")
    /// `<summary>`.
    package static let summary = Markup.Tag("<summary", "</summary>\n")
    /// `<dialog>`.
    package static let dialog = Markup.Tag("<dialog", "</dialog>\n")
}

// Inside of a line.
extension Markup.Tag {
    /// `<a>`.
    package static let a = Markup.Tag("<a", "</a>")
    /// `<span>`.
    package static let span = Markup.Tag("<span", "</span>")
    /// `<strong>`.
    package static let strong = Markup.Tag("<strong", "</strong>")
    /// `<em>`.
    package static let em = Markup.Tag("<em", "</em>")
    /// `<b>`.
    package static let b = Markup.Tag("<b", "</b>")
    /// `<i>`.
    package static let i = Markup.Tag("<i", "</i>")
    /// `<small>`.
    package static let small = Markup.Tag("<small", "</small>")
    /// `<s>`.
    package static let s = Markup.Tag("<s", "</s>")
    /// `<mark>`.
    package static let mark = Markup.Tag("<mark", "</mark>")
    /// `<code>`.
    package static let code = Markup.Tag("<code", "</code>")
    /// `<kbd>`.
    package static let kbd = Markup.Tag("<kbd", "</kbd>")
    /// `<samp>`.
    package static let samp = Markup.Tag("<samp", "</samp>")
    /// `<var>`.
    package static let `var` = Markup.Tag("<var", "</var>")
    /// `<abbr>`.
    package static let abbr = Markup.Tag("<abbr", "</abbr>")
    /// `<time>`.
    package static let time = Markup.Tag("<time", "</time>")
    /// `<data>`.
    package static let data = Markup.Tag("<data", "</data>")
    /// `<sub>`.
    package static let sub = Markup.Tag("<sub", "</sub>")
    /// `<sup>`.
    package static let sup = Markup.Tag("<sup", "</sup>")
    /// `<q>`.
    package static let q = Markup.Tag("<q", "</q>")
    /// `<cite>`.
    package static let cite = Markup.Tag("<cite", "</cite>")
    /// `<bdi>`.
    package static let bdi = Markup.Tag("<bdi", "</bdi>")
    /// `<bdo>`.
    package static let bdo = Markup.Tag("<bdo", "</bdo>")
    /// `<ruby>`.
    package static let ruby = Markup.Tag("<ruby", "</ruby>")
    /// `<rt>`.
    package static let rt = Markup.Tag("<rt", "</rt>")
    /// `<rp>`.
    package static let rp = Markup.Tag("<rp", "</rp>")
    /// `<ins>`.
    package static let ins = Markup.Tag("<ins", "</ins>")
    /// `<del>`.
    package static let del = Markup.Tag("<del", "</del>")
    /// `<picture>`.
    package static let picture = Markup.Tag("<picture", "</picture>")
}
