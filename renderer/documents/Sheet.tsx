import { useEffect, useState } from 'react'
import type { DocumentFacts, IssuedDocument } from '../../shared/contract/documents/issued.ts'
import type { PaperVariant } from '../../shared/contract/documents/papers.ts'
import type { Language } from '../../shared/contract/text.ts'
import { papers } from '../../shared/messages/documents/papers.fr.ts'
import { useView } from '../link/hooks.ts'
import style from './Sheet.module.css'

const words = papers.preview

/** Characters of A4's main text that hold on one line, and the height of such a line, in pixels of the screen. */
const line = { characters: 90, pixels: 22 }
/** What every paper has besides its own facts: head, title, rights, foot. */
const around = 1_000
const larger: Readonly<Record<PaperVariant, number>> = { large: 2.4, plain: 2 }

/**
 * Room for a sheet drawn 880 px wide, in pixels: a frame of no origin can't be measured. What is left over is white
 * paper.
 */
export function heightOf(facts: DocumentFacts, variant: PaperVariant | null): number {
  const lines = Math.ceil(JSON.stringify(facts).length / line.characters)
  return Math.round((around + lines * line.pixels) * (variant === null ? 1 : larger[variant]))
}

/** A document as it is printed on A4: usual, in large type, or in plain words. */
export function DocumentSheet({
  document,
  variant = null,
  lang = 'fr',
}: {
  readonly document: IssuedDocument
  readonly variant?: PaperVariant | null
  /** With the same in short in this language, under the French. */
  readonly lang?: Language
}) {
  const logo = useLogo()
  const html = useHtml(
    async () => {
      const { paperHtml } = await import('./paper.ts')
      return paperHtml(document, { variant, lang, logo })
    },
    `${document.seal.documentId} ${variant ?? ''} ${lang} ${logo ?? ''}`,
  )
  return <Frame html={html} title={document.seal.number} height={heightOf(document.facts, variant)} />
}

/** What would be issued: « PROJET », with neither number nor code. */
export function DraftSheet({ facts }: { readonly facts: DocumentFacts }) {
  const logo = useLogo()
  const html = useHtml(
    async () => {
      const { draftHtml } = await import('./paper.ts')
      return draftHtml(facts, logo)
    },
    JSON.stringify([{ ...facts, issuedAt: 0 }, logo]),
  )
  return <Frame html={html} title={words.draft} height={heightOf(facts, null)} />
}

/** The office's picture, as its settings have it now: the facts of a paper have none. */
const useLogo = (): string | null => useView('paper.view', {})?.paper.logo ?? null

/** Drawn when what it shows changed; the sheet before stays until then. @param of what it shows, as a text */
function useHtml(draw: () => Promise<string>, of: string): string | null {
  const [html, setHtml] = useState<string | null>(null)
  useEffect(() => {
    let stale = false
    void draw().then((drawn) => {
      if (!stale) setHtml(drawn)
    })
    return () => {
      stale = true
    }
    // `draw` is made anew at each drawing, for the same paper.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [of])
  return html
}

const Frame = ({
  html,
  title,
  height,
}: {
  readonly html: string | null
  readonly title: string
  readonly height: number
}) =>
  html === null ? (
    <p role="status" className={style.loading}>
      {words.loading}
    </p>
  ) : (
    // Of no origin, and its own policy lets no script run; without `allow-scripts` no test could look inside.
    <iframe
      className={style.frame}
      sandbox="allow-scripts"
      tabIndex={-1}
      srcDoc={html}
      title={title}
      height={height}
    />
  )
