/// A page that needs nothing else: no script, no picture, no font from elsewhere, light or dark as the reader has it.
struct HTMLPage {
    /// A part of the page.
    struct Section {
        /// What a link to it says after the sign `#`; letters and dashes.
        let id: String
        let title: String
        let parts: [String]
    }

    let title: String
    /// What stands under the heading.
    let lead: [String]
    let sections: [Section]

    /// The whole document.
    var text: String {
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(HTML.escaped(title))</title>
        <style>
        \(HTMLStyle.text)
        </style>
        </head>
        <body>
        <header>
        <h1>\(HTML.words(title))</h1>
        \(lead.joined(separator: "\n"))
        </header>
        \(contents)<main>
        \(sections.map(Self.html).joined(separator: "\n"))
        </main>
        </body>
        </html>

        """
    }

    /// Links to the parts, where there are many.
    private var contents: String {
        guard sections.count > 4 else { return "" }
        let links = sections.map { "<li><a href=\"#\($0.id)\">\(HTML.escaped($0.title))</a></li>" }
        return "<nav aria-label=\"Contents\">\n<ul>\n\(links.joined(separator: "\n"))\n</ul>\n</nav>\n"
    }

    private static func html(of section: Section) -> String {
        (["<section id=\"\(section.id)\" aria-labelledby=\"\(section.id)-title\">"]
            + ["<h2 id=\"\(section.id)-title\">\(HTML.words(section.title))</h2>"] + section.parts + ["</section>"])
            .joined(separator: "\n")
    }
}
