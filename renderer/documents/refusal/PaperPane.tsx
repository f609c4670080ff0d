import { useCallback, useState } from 'react'
import type { DocumentFacts } from '../../../shared/contract/documents/issued.ts'
import { papers } from '../../../shared/messages/documents/papers.fr.ts'
import { refusalWords as words } from '../../../shared/messages/documents/refusal.fr.ts'
import { DraftSheet } from '../Sheet.tsx'
import lettering from '../../ui/Lettering.module.css'
import style from './Refusal.module.css'

/** As wide as a sheet is drawn, in pixels. */
const sheet = 880

/** The paper as it will be, whole, as small as its pane makes it; it follows what is typed. */
export function PaperPane({ facts }: { readonly facts: DocumentFacts | null }) {
  const [scale, setScale] = useState(1)
  const measure = useCallback((pane: HTMLElement | null) => {
    if (!pane) return undefined
    const sizes = new ResizeObserver(() => setScale(Math.min(1, (pane.clientWidth - 32) / sheet)))
    sizes.observe(pane)
    return () => sizes.disconnect()
  }, [])
  return (
    <section ref={measure} aria-label={papers.preview.draft} className={style.paperPane}>
      {facts === null ? (
        <p className={lettering.small}>{words.paperLater}</p>
      ) : (
        <div style={{ width: sheet, zoom: scale }}>
          <DraftSheet facts={facts} />
        </div>
      )}
    </section>
  )
}
