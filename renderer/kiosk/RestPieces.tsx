import type { Motive } from './motive.ts'
import { PieceIcon } from './PieceIcon.tsx'
import own from './Rest.module.css'
import { Said } from './Said.tsx'

/** What to bring for one procedure, each thing with what restricts it. */
export function RestPieces({ bring }: Pick<Motive, 'bring'>) {
  return (
    <ul role="list" className={own.pieces}>
      {bring.map(({ title, detail, icon }) => (
        <li key={title.fr} className={own.piece}>
          <PieceIcon name={icon} />
          <span>
            <Said>{title}</Said>
            {detail && (
              <span className={own.detail}>
                <Said>{detail}</Said>
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
