import sax from 'sax'
import { OutsideError } from './problem.ts'

/** An element of a DAV answer; its name with its namespace (`DAV: href`). */
export type DavElement = {
  readonly name: string
  /** Its `name` attribute, by which CalDAV names a component; '' when it has none. */
  readonly named: string
  readonly children: DavElement[]
  text: string
}

const deepest = 30
const mostElements = 200_000

/** The root of a DAV answer. A DOCTYPE is refused: it is where entities that expand without end are declared. @throws OutsideError */
export function davTree(xml: string): DavElement {
  const parser = sax.parser(true, { xmlns: true })
  const open: DavElement[] = []
  let root: DavElement | undefined
  let count = 0
  const stop = () => {
    throw new OutsideError('notCalendarServer')
  }
  parser.onerror = stop
  parser.ondoctype = stop
  parser.onopentag = (tag) => {
    if (!('local' in tag) || open.length >= deepest || ++count > mostElements) return stop()
    const named = tag.attributes['name']
    const element: DavElement = {
      name: `${tag.uri} ${tag.local}`,
      named: named && 'local' in named ? named.value : '',
      children: [],
      text: '',
    }
    if (open.length > 0) open.at(-1)!.children.push(element)
    else root = element
    open.push(element)
  }
  const words = (text: string) => {
    const last = open.at(-1)
    if (last) last.text += text
  }
  parser.ontext = words
  parser.oncdata = words
  parser.onclosetag = () => void open.pop()
  parser.write(xml).close()
  return root ?? stop()
}

/** The elements under one, at any depth, that bear a name. */
export function* under(element: DavElement, name: string): Generator<DavElement> {
  for (const child of element.children) {
    if (child.name === name) yield child
    yield* under(child, name)
  }
}

/** The first element under one, at any depth, that bears a name. */
export const first = (element: DavElement, name: string): DavElement | undefined =>
  under(element, name).next().value ?? undefined

/** One resource of a multistatus (RFC 4918 13): its address, its status where it is told of whole, and what was found of it. */
export type DavResource = {
  readonly href: string
  readonly status: number
  readonly found: readonly DavElement[]
}

/** What a multistatus tells of each resource. @throws OutsideError when it is none */
export function resourcesOf(root: DavElement): readonly DavResource[] {
  if (root.name !== 'DAV: multistatus') throw new OutsideError('notCalendarServer')
  return root.children
    .filter(({ name }) => name === 'DAV: response')
    .map((response) => {
      const own = (name: string) => response.children.filter((child) => child.name === name)
      const found = own('DAV: propstat')
        .filter((propstat) => statusOf(first(propstat, 'DAV: status')?.text) === 200)
        .flatMap((propstat) => first(propstat, 'DAV: prop')?.children ?? [])
      return {
        href: own('DAV: href')[0]?.text.trim() ?? '',
        status: statusOf(own('DAV: status')[0]?.text),
        found,
      }
    })
}

/** Of `HTTP/1.1 404 Not Found`; 200 where nothing is said. */
const statusOf = (line: string | undefined): number => Number(/\b(\d{3})\b/.exec(line ?? '')?.[1] ?? 200)

/** A text inside an XML element. */
export const escapedXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
