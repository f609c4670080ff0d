import type { AssessedPiece } from '../../shared/contract/law/assessment.ts'
import { counter as counterWords } from '../../shared/messages/queue/counter.fr.ts'
import { useView } from '../link/hooks.ts'
import { Cited, Texts } from './Sources.tsx'
import lettering from '../ui/Lettering.module.css'
import style from './Serving.module.css'

/** The reasoning behind a piece's status, line by line, as the engine went (CRPA L311-3-1), then its texts. */
export function Trace({ piece }: { readonly piece: AssessedPiece }) {
  const words = counterWords.law
  const lines = useView('trace.view', { pieceId: piece.pieceId })?.lines
  return (
    <>
      <h4 className={style.traceTitle}>{words.explain(piece.title)}</h4>
      {lines?.length === 0 && <p className={lettering.small}>{words.explainNone}</p>}
      <ul role="list" className={style.trace}>
        {lines?.map(({ depth, text, sources, toConfirm }, at) => (
          // The lines are an account in order: their place is their name.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at} style={{ paddingInlineStart: `${Math.min(depth, 6) * 16}px` }}>
            {text}
            {(sources.length > 0 || toConfirm) && (
              <span className={lettering.small}>
                {' · '}
                <Cited sources={sources} toConfirm={toConfirm} />
              </span>
            )}
          </li>
        ))}
      </ul>
      <Texts sources={piece.sources} />
    </>
  )
}
