import { useEffect, useRef, useState } from 'react'
import type { DocumentFacts, IssuedDocument } from '../../shared/contract/documents/issued.ts'
import type { PaperVariant } from '../../shared/contract/documents/papers.ts'
import type { Language } from '../../shared/contract/text.ts'
import { papers } from '../../shared/messages/documents/papers.fr.ts'
import { useView } from '../link/hooks.ts'
import style from './Sheet.module.css'

const words = papers.preview

/** A4's width on a screen, in CSS pixels: 210 mm. */
const a4Width = 794

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
  return <Frame html={html} title={document.seal.number} />
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
  return <Frame html={html} title={words.draft} />
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

/** The paper in its frame, as high as it is: nothing of the page is taken for white paper. */
function Frame({ html, title }: { readonly html: string | null; readonly title: string }) {
  const holder = useRef<HTMLDivElement>(null)
  const [drawn, setDrawn] = useState<{ readonly html: string; readonly height: number } | null>(null)
  useEffect(() => {
    if (html === null) return
    let stale = false
    const width = Math.min(a4Width, holder.current?.clientWidth ?? a4Width)
    void paperHeight(html, width).then((height) => {
      if (!stale) setDrawn({ html, height })
    })
    return () => {
      stale = true
    }
  }, [html])
  return (
    <div ref={holder}>
      {drawn === null ? (
        <p role="status" className={style.loading}>
          {words.loading}
        </p>
      ) : (
        // Of no origin, and its own policy lets no script run; without `allow-scripts` no test could look inside.
        <iframe
          className={style.frame}
          sandbox="allow-scripts"
          tabIndex={-1}
          srcDoc={drawn.html}
          title={title}
          height={drawn.height + borders}
        />
      )}
    </div>
  )
}

/** Of the frame, above and below, in CSS pixels. */
const borders = 2

/**
 * How high a paper is once it is drawn, in CSS pixels. The frame that is looked at is of no origin and can't be measured: the
 * paper is drawn once apart, out of sight, in a frame where no script runs, then taken away.
 * @param html a whole paper, whose own policy loads nothing
 * @param width of the frame, in CSS pixels
 */
async function paperHeight(html: string, width: number): Promise<number> {
  const holder = document.createElement('div')
  holder.ariaHidden = 'true'
  Object.assign(holder.style, { position: 'absolute', visibility: 'hidden', height: '0', overflow: 'hidden' })
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-same-origin')
  frame.tabIndex = -1
  frame.width = String(width)
  frame.height = '10'
  frame.srcdoc = html
  // Nothing of the page sees it: neither its styles, nor who looks for the paper's own frame.
  holder.attachShadow({ mode: 'closed' }).append(frame)
  document.body.append(holder)
  try {
    await new Promise((done) => {
      frame.addEventListener('load', done, { once: true })
    })
    const drawn = frame.contentDocument
    if (drawn === null) return 0
    await drawn.fonts.ready
    return drawn.documentElement.scrollHeight
  } finally {
    holder.remove()
  }
}
