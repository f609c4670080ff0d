import sax from 'sax'
import { deepest, mostNodes } from '../../../../shared/procedures/fiches/tree.ts'

/** An element as xml-js writes it: XML and the published JSON then have one reader. */
type Element = {
  readonly type: 'element'
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (Element | { readonly type: 'text'; readonly text: string })[]
}

/** Why a text is no XML that may be read; `line` counts from 1. */
export type XmlFault = {
  readonly fault: 'malformed' | 'doctype' | 'tooDeep' | 'tooMany' | 'empty'
  readonly line: number
}

/** Thrown inside sax's callbacks only, to stop it; never leaves this file. */
class Stop extends Error {
  readonly reason: XmlFault['fault']
  constructor(reason: XmlFault['fault']) {
    super(reason)
    this.reason = reason
  }
}

/**
 * The tree of an XML text, strictly well-formed. A DOCTYPE is refused whole: fiches have none, and it is where
 * entities that expand without end, or that read other files, are declared.
 */
export function treeOfXml(text: string): Element | XmlFault {
  const parser = sax.parser(true, { position: true })
  const open: Element[] = []
  let root: Element | null = null
  let nodes = 0
  const count = () => {
    nodes += 1
    if (nodes > mostNodes) throw new Stop('tooMany')
  }
  const addText = (words: string) => {
    // Indentation between two elements is no word; a space between two words is.
    if (words.trim() === '' && (words === '' || words.includes('\n'))) return
    count()
    open.at(-1)?.children.push({ type: 'text', text: words })
  }
  parser.onerror = () => {
    throw new Stop('malformed')
  }
  parser.ondoctype = () => {
    throw new Stop('doctype')
  }
  parser.onopentag = ({ name, attributes }) => {
    count()
    if (open.length >= deepest) throw new Stop('tooDeep')
    const element: Element = {
      type: 'element',
      name,
      attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, String(value)])),
      children: [],
    }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  }
  parser.onclosetag = () => void open.pop()
  parser.ontext = addText
  parser.oncdata = addText
  try {
    parser.write(text).close()
  } catch (stopped) {
    return { fault: stopped instanceof Stop ? stopped.reason : 'malformed', line: parser.line + 1 }
  }
  return root ?? { fault: 'empty', line: 1 }
}
