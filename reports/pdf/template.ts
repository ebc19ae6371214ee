/**
 * The printed report, in Typst's own language. It holds no figure and no word of any report: all of them arrive as
 * data, so that a text can only ever be text. Tagged (PDF/UA-1), with bookmarks, A4.
 */
export const reportTemplate = `
#let data = json(bytes(sys.inputs.data))
#let ink = rgb(data.theme.ink)
#let muted = rgb(data.theme.muted)
#let rule-colour = rgb(data.theme.line)
#let brand = rgb(data.theme.brand)
#let panel = rgb(data.theme.panel)
#let sans = "Be Vietnam Pro"
#let serif = "Tinos"

#set document(title: data.title + " – " + data.subtitle, date: none)
#set text(font: serif, size: 10.5pt, lang: data.language, fill: ink)
#set par(justify: false, leading: 0.62em, spacing: 0.9em)
#set page(
  paper: "a4",
  margin: (top: 24mm, bottom: 22mm, left: 24mm, right: 20mm),
  header: context {
    if counter(page).get().first() > 1 [
      #set text(font: sans, size: 7.5pt, fill: muted)
      #data.title #h(1fr) #data.subtitle
      #v(-4pt) #line(length: 100%, stroke: 0.4pt + rule-colour)
    ]
  },
  footer: context [
    #set text(font: sans, size: 7.5pt, fill: muted)
    #line(length: 100%, stroke: 0.4pt + rule-colour) #v(-4pt)
    #data.imprint #h(1fr) #counter(page).display("1 / 1", both: true)
  ],
)

#show heading: set text(font: sans, fill: brand, hyphenate: false)
#show heading.where(level: 1): it => {
  // A chapter begins where the last one ends, if a good part of the page is left: the block takes that much, then gives it back.
  block(breakable: false, above: 30pt, below: 0pt, height: 50mm, width: 100%)[
    #line(length: 100%, stroke: 1.2pt + brand) #v(2pt)
    #text(size: 18pt, weight: 700, it.body)
  ]
  v(-34mm)
}
#show heading.where(level: 2): it => block(above: 20pt, below: 8pt, sticky: true, text(size: 12.5pt, weight: 700, it.body))
#show figure.where(kind: table): set block(breakable: true)
#show figure.caption: it => it.body
#show outline.entry.where(level: 1): set text(font: sans, weight: 700)

#let badge(mark) = box(
  fill: if mark.is-warning { rgb(data.theme.warningPaper) } else { panel },
  stroke: 0.5pt + if mark.is-warning { rgb(data.theme.warningLine) } else { rule-colour },
  inset: (x: 4pt, y: 2pt), radius: 2pt,
  text(font: sans, size: 7pt, weight: 700, fill: if mark.is-warning { rgb(data.theme.warningInk) } else { muted }, mark.text),
)

#let warning(mark) = block(
  width: 100%, fill: rgb(data.theme.warningPaper), stroke: (left: 2.5pt + rgb(data.theme.warningLine)), inset: 9pt,
  text(fill: rgb(data.theme.warningInk))[*#mark.label.* #mark.text],
)

#let numbers(block-data) = {
  set text(font: sans, size: block-data.size * 1pt, number-width: "tabular")
  set par(leading: 0.5em)
  table(
    columns: block-data.columns.map(column => column.width * 1fr),
    align: (x, y) => (if block-data.columns.at(x).align == "right" { right } else { left }) + (if y == 0 { bottom } else { top }),
    stroke: (x, y) => (bottom: if y == 0 { 0.9pt + brand } else { 0.35pt + rule-colour }),
    inset: (x: if block-data.size < 7 { 2.5pt } else { 4pt }, y: 3.6pt),
    table.header(..block-data.columns.map(column => text(weight: 700, fill: brand, hyphenate: true, column.header))),
    ..block-data.rows.map(row => row.cells.map(cell => if row.is-strong { text(weight: 700, cell) } else { cell })).flatten(),
  )
}

#let drawn(content) = {
  if content.kind == "sentence" {
    if content.is-aside { block(above: 8pt, below: 8pt, text(font: sans, size: 7.5pt, fill: muted, content.text)) }
    else { block(above: 8pt, below: 8pt, text(size: 11pt, content.text)) }
  } else if content.kind == "entries" {
    block(above: 12pt, below: 5pt, sticky: true, text(font: sans, size: 8.5pt, weight: 700, content.caption))
    set text(size: 8.5pt)
    set par(leading: 0.48em, spacing: 0.6em)
    for group in content.groups {
      block(above: 8pt, below: 4pt, sticky: true,
        text(font: sans, size: 7.5pt, weight: 700, fill: brand)[#group.title (#group.entries.len())])
      for entry in group.entries { par(hanging-indent: 8pt)[*#entry.name:* #entry.text] }
    }
  } else if content.kind == "figure" {
    // What is not low goes to the foot of the page, or of the next, so that no page ends early for it.
    let placed(body) = if content.ratio < 0.4 { body } else { place(bottom, float: true, clearance: 12pt, body) }
    placed(block(width: 100%, breakable: false, above: 10pt, below: 10pt,
      figure(kind: image, supplement: none,
        // As wide as the page, but never taller than it; what nearly fills it leaves no room for a line of something else.
        if content.ratio > 1.4 { image(bytes(content.svg), format: "svg", height: 243mm, alt: content.alt) }
        // between the two a little less, so that some lines stand above it
        else if content.ratio > 1.15 { image(bytes(content.svg), format: "svg", height: 185mm, alt: content.alt) }
        else { image(bytes(content.svg), format: "svg", width: 100%, alt: content.alt) })))
  } else if content.kind == "table" {
    block(above: 14pt, below: 4pt, sticky: true)[
      #text(font: sans, size: 8.5pt, weight: 700, content.caption)
      #if content.mark != none { badge(content.mark) }
    ]
    numbers(content)
    if content.legend != "" { text(font: sans, size: 7pt, fill: muted, content.legend) }
  }
}

// The first page: whose report this is, what it rests on, what is in it.
#v(34mm)
#block(below: 6pt, text(font: sans, size: 9pt, weight: 700, fill: muted, upper(data.name)))
#block(below: 10pt, text(font: sans, size: 27pt, weight: 700, fill: brand, hyphenate: false, par(leading: 0.42em, data.title)))
#block(below: 26pt, text(font: sans, size: 12pt, fill: muted, data.subtitle))
#if data.warning != none { warning(data.warning) }
#v(14pt)
#for entry in data.facts [
  #text(font: sans, size: 8pt, fill: muted, entry.name) #h(4pt) #text(font: sans, size: 8pt, entry.value) #linebreak()
]
#pagebreak()
#text(font: sans, size: 14pt, weight: 700, fill: brand, data.contents)
#[
  #set text(size: 9pt)
  #set par(leading: 0.5em)
  #outline(title: none, depth: 2, indent: 1.2em)
]

#for chapter in data.chapters {
  place.flush() // a chart of one chapter stands at the latest on the page on which the next begins
  heading(level: 1, chapter.title)
  for section in chapter.sections {
    heading(level: 2, section.title)
    if section.marks.len() > 0 { block(below: 8pt, sticky: true, section.marks.map(badge).join(h(4pt))) }
    for content in section.blocks { drawn(content) }
    if section.note != none {
      block(width: 100%, fill: panel, stroke: (left: 2pt + brand), inset: 8pt, above: 12pt,
        text(size: 9.5pt)[*#section.note.label* #section.note.text])
    }
  }
  if chapter.elsewhere != none {
    block(above: 12pt, text(font: sans, size: 7.5pt, fill: muted, chapter.elsewhere))
  }
}
`;
